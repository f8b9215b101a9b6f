#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512cd,avx512dq,avx512vl")))

/// Eight cells.
typedef struct {
  /// Those that are there, and those of them that have bytes.
  __mmask8 rows;
  __mmask8 filled;
  /// Where they begin, and how many bytes they have.
  __m256i starts;
  __m256i counts;
} cells;

AVX512 static inline cells cells_at(const int32_t *starts, const int32_t *ends, size_t row,
                                    size_t rows) {
  cells found;
  found.rows = rows - row < 8 ? (__mmask8)((1u << (rows - row)) - 1) : 0xFF;
  const __m256i before = _mm256_maskz_loadu_epi32(found.rows, starts + row);
  found.starts = _mm256_add_epi32(before, _mm256_set1_epi32(1));
  found.counts =
      _mm256_maskz_sub_epi32(found.rows, _mm256_maskz_loadu_epi32(found.rows, ends + row),
                             found.starts);
  found.filled = _mm256_test_epi32_mask(found.counts, found.counts);
  return found;
}

/// Whether all cells with bytes have no more than `most`, and as many may be read where they begin.
AVX512 static inline int are_short(const cells *cells, int32_t most, size_t length) {
  if (length < (size_t)most) return cells->filled == 0;
  // Places are less than 2^31.
  const size_t last = length - (size_t)most;
  const int32_t last_start = last > INT32_MAX ? INT32_MAX : (int32_t)last;
  return (_mm256_mask_cmpgt_epi32_mask(cells->filled, cells->counts, _mm256_set1_epi32(most))
          | _mm256_mask_cmpgt_epi32_mask(cells->filled, cells->starts,
                                         _mm256_set1_epi32(last_start)))
         == 0;
}

AVX512 static inline __m512i words_at(const uint8_t *bytes, __mmask8 wanted, __m256i starts) {
  return _mm512_mask_i32gather_epi64(_mm512_setzero_si512(), wanted, starts, bytes, 1);
}

/// The numbers of digits that stand at the upper ends of words, each less its zero; what is below
/// them is 0.
AVX512 static inline __m512i numbers(__m512i digits) {
  const __m512i pairs = _mm512_maddubs_epi16(digits, _mm512_set1_epi16(0x010A));
  const __m512i fours = _mm512_madd_epi16(pairs, _mm512_set1_epi32(0x00010064));
  return _mm512_add_epi64(_mm512_mul_epu32(fours, _mm512_set1_epi64(10000)),
                          _mm512_srli_epi64(fours, 32));
}

/// Which of the numbers are within bounds and are no exceptions.
AVX512 static inline __mmask8 allowed(const number_rules *rules, __m512d numbers) {
  __mmask8 found = _mm512_cmp_pd_mask(numbers, _mm512_set1_pd(rules->least), _CMP_GE_OQ)
                   & _mm512_cmp_pd_mask(numbers, _mm512_set1_pd(rules->most), _CMP_LE_OQ);
  for (size_t index = 0; index < rules->count; index++) {
    found &= _mm512_cmp_pd_mask(numbers, _mm512_set1_pd(rules->exceptions[index]), _CMP_NEQ_UQ);
  }
  return found;
}

AVX512 static inline void put(const cells *cells, const number_rules *rules, __m512i numbers,
                              int32_t *codes, uint64_t *values, int32_t *least) {
  _mm512_mask_storeu_epi64(values, cells->filled, numbers);
  _mm256_mask_storeu_epi32(codes, cells->rows,
                           _mm256_mask_mov_epi32(_mm256_set1_epi32(rules->empty), cells->filled,
                                                 _mm256_set1_epi32(rules->code)));
  if (cells->filled != cells->rows && rules->empty < *least) *least = rules->empty;
}

AVX512 size_t match_integers_avx512(const uint8_t *bytes, size_t length, const int32_t *starts,
                                    const int32_t *ends, size_t row, size_t rows,
                                    const number_rules *rules, int32_t *codes, uint64_t *values,
                                    int32_t *least) {
  for (; row < rows; row += 8) {
    const cells cells = cells_at(starts, ends, row, rows);
    if (!are_short(&cells, 8, length)) return row;
    const __m512i words = words_at(bytes, cells.filled, cells.starts);
    const __m512i digits = _mm512_maskz_xor_epi64(cells.filled, words, _mm512_set1_epi8('0'));
    const __m512i counts = _mm512_cvtepi32_epi64(cells.counts);
    const __m512i unused = _mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_slli_epi64(counts, 3));
    const __m512i upper = _mm512_sllv_epi64(digits, unused);
    const __mmask8 zeros = _mm512_mask_testn_epi64_mask(
        _mm512_mask_cmpgt_epi64_mask(cells.filled, counts, _mm512_set1_epi64(1)), digits,
        _mm512_set1_epi64(0xFF));
    if (zeros != 0 || _mm512_cmpgt_epu8_mask(upper, _mm512_set1_epi8(9)) != 0) return row;
    const __m512i found = numbers(upper);
    if ((cells.filled & ~allowed(rules, _mm512_cvtepi64_pd(found))) != 0) return row;
    put(&cells, rules, found, codes + row, values + row, least);
  }
  return rows;
}

AVX512 size_t match_decimals_avx512(const uint8_t *bytes, size_t length, const int32_t *starts,
                                    const int32_t *ends, size_t row, size_t rows,
                                    const number_rules *rules, int32_t *codes, uint64_t *values,
                                    int32_t *least) {
  const __m512i one = _mm512_set1_epi64(1);
  const __m512d powers = _mm512_setr_pd(1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7);
  for (; row < rows; row += 8) {
    const cells cells = cells_at(starts, ends, row, rows);
    if (!are_short(&cells, 8, length)) return row;
    const __m512i words = words_at(bytes, cells.filled, cells.starts);
    const __m512i counts = _mm512_cvtepi32_epi64(cells.counts);
    const __m512i bits = _mm512_slli_epi64(counts, 3);
    const __m512i digits = _mm512_and_si512(
        _mm512_maskz_xor_epi64(cells.filled, words, _mm512_set1_epi8('0')),
        _mm512_srlv_epi64(_mm512_set1_epi64(-1), _mm512_sub_epi64(_mm512_set1_epi64(64), bits)));
    // A point is 0x1E now; the lowest bit of the first one, 0 without.
    const __m512i points =
        _mm512_movm_epi8(_mm512_cmpeq_epi8_mask(digits, _mm512_set1_epi8(0x1E)));
    const __m512i point = _mm512_and_si512(points, _mm512_sub_epi64(_mm512_setzero_si512(), points));
    const __mmask8 pointed = _mm512_test_epi64_mask(point, point);
    // Nothing moves in a cell without a point.
    const __m512i before = _mm512_sub_epi64(point, one);
    const __m512i moved =
        _mm512_or_si512(_mm512_and_si512(digits, before),
                        _mm512_andnot_si512(before, _mm512_srli_epi64(digits, 8)));
    const __m512i place = _mm512_srli_epi64(
        _mm512_sub_epi64(_mm512_set1_epi64(63), _mm512_lzcnt_epi64(point)), 3);
    const __m512i decimals =
        _mm512_maskz_sub_epi64(pointed, _mm512_sub_epi64(counts, one), place);
    const __mmask8 at_ends =
        _mm512_mask_cmpeq_epi64_mask(pointed, point, one)
        | _mm512_mask_testn_epi64_mask(pointed, decimals, decimals);
    const __m512i unused = _mm512_mask_add_epi64(
        _mm512_sub_epi64(_mm512_set1_epi64(64), bits), pointed,
        _mm512_sub_epi64(_mm512_set1_epi64(64), bits), _mm512_set1_epi64(8));
    const __m512i upper = _mm512_sllv_epi64(moved, unused);
    if (at_ends != 0 || _mm512_cmpgt_epu8_mask(upper, _mm512_set1_epi8(9)) != 0) return row;
    const __m512d found = _mm512_div_pd(_mm512_cvtepi64_pd(numbers(upper)),
                                        _mm512_permutexvar_pd(decimals, powers));
    if ((cells.filled & ~allowed(rules, found)) != 0) return row;
    put(&cells, rules, _mm512_castpd_si512(found), codes + row, values + row, least);
  }
  return rows;
}

AVX512 size_t match_words_avx512(const uint8_t *bytes, size_t length, const int32_t *starts,
                                 const int32_t *ends, size_t row, size_t rows,
                                 const word_table *table, int32_t *codes, int32_t *least) {
  const __m512i all = _mm512_set1_epi64(-1);
  const __m512i last = _mm512_set1_epi64(((int64_t)1 << (64 - table->shift)) - 1);
  const __m128i shift = _mm_cvtsi64_si128(table->shift);
  const __m512i low_factor = _mm512_set1_epi64((int64_t)table->factors[0]);
  const __m512i high_factor = _mm512_set1_epi64((int64_t)table->factors[1]);
  __m256i lowest = _mm256_set1_epi32(*least);
  for (; row < rows; row += 8) {
    const cells cells = cells_at(starts, ends, row, rows);
    if (!are_short(&cells, 16, length)) break;
    const __mmask8 longer =
        _mm256_mask_cmpgt_epi32_mask(cells.filled, cells.counts, _mm256_set1_epi32(8));
    const __m512i bits = _mm512_slli_epi64(_mm512_cvtepi32_epi64(cells.counts), 3);
    const __m512i unused = _mm512_sub_epi64(_mm512_set1_epi64(64), bits);
    // A shift by 64 or more, as that of a negative number is, leaves nothing.
    const __m512i kept = _mm512_mask_mov_epi64(_mm512_srlv_epi64(all, unused), longer, all);
    const __m512i low = _mm512_and_si512(words_at(bytes, cells.filled, cells.starts), kept);
    if (_mm512_mask_cmpeq_epi64_mask(cells.filled, _mm512_and_si512(low, _mm512_set1_epi64(0xFF)),
                                     _mm512_set1_epi64('"'))
        != 0) {
      break;
    }
    __m512i sum = _mm512_mullo_epi64(low, low_factor);
    __m512i high = _mm512_setzero_si512();
    if (longer != 0) {
      high = _mm512_and_si512(
          words_at(bytes, longer, _mm256_add_epi32(cells.starts, _mm256_set1_epi32(8))),
          _mm512_srlv_epi64(all, _mm512_add_epi64(unused, _mm512_set1_epi64(64))));
      sum = _mm512_add_epi64(sum, _mm512_mullo_epi64(high, high_factor));
    }
    __m512i slot = _mm512_srl_epi64(sum, shift);
    __m256i found = _mm256_set1_epi32(-1);
    __mmask8 open = cells.filled;
    while (open != 0) {
      const __m512i place = _mm512_add_epi64(slot, slot);
      const __m512i known =
          _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), open, place, table->words, 8);
      __mmask8 same = _mm512_mask_cmpeq_epi64_mask(table->has_high ? open : open & ~longer, known, low);
      if (table->has_high) {
        const __m512i behind =
            _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), same, place, table->words + 1, 8);
        same = _mm512_mask_cmpeq_epi64_mask(same, behind, high);
      }
      found = _mm512_mask_i64gather_epi32(found, same, slot, table->codes, 4);
      open &= ~same & _mm512_test_epi64_mask(known, known);
      slot = _mm512_and_si512(_mm512_add_epi64(slot, _mm512_set1_epi64(1)), last);
    }
    found = _mm256_mask_mov_epi32(_mm256_set1_epi32(table->empty), cells.filled, found);
    _mm256_mask_storeu_epi32(codes + row, cells.rows, found);
    lowest = _mm256_mask_min_epi32(lowest, cells.rows, lowest, found);
  }
  __m128i half = _mm_min_epi32(_mm256_castsi256_si128(lowest), _mm256_extracti128_si256(lowest, 1));
  half = _mm_min_epi32(half, _mm_shuffle_epi32(half, 0x4E));
  half = _mm_min_epi32(half, _mm_shuffle_epi32(half, 0xB1));
  *least = _mm_cvtsi128_si32(half);
  return row < rows ? row : rows;
}
#endif
