#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw")))

AVX512 static inline __m512i load(const uint8_t *bytes) {
  return _mm512_loadu_si512((const void *)bytes);
}

AVX512 static inline __mmask64 equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

/// Bytes that are `least` or more.
AVX512 static inline __mmask64 from(__m512i bytes, uint8_t least) {
  return _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8((char)least));
}

/// Ways in which two bytes that follow each other break the rules; four bytes at most are looked at
/// for ``two_more``, which is a fault unless a byte of three or four stands before them.
enum {
  too_few = 1,
  too_many = 2,
  short_three = 4,
  too_far = 8,
  surrogate = 16,
  short_two = 32,
  /// F0 or F5 and above, before 80 to 8F.
  short_four = 64,
  two_more = 128,
  whatever = too_few | too_many | two_more,
  after_four = whatever | too_far | short_four,
  before_more = too_many | short_two | two_more
};

/// Looks up halves of bytes in a table for 0 to 15.
AVX512 static inline __m512i look_up(__m512i halves, const uint8_t *table) {
  return _mm512_shuffle_epi8(
      _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)table)), halves);
}

static const uint8_t first_high[16] = {
    too_many, too_many, too_many, too_many, too_many, too_many, too_many, too_many,
    two_more, two_more, two_more, two_more,
    too_few | short_two, too_few, too_few | short_three | surrogate,
    too_few | too_far | short_four};
static const uint8_t first_low[16] = {
    whatever | short_two | short_three | short_four, whatever | short_two, whatever, whatever,
    whatever | too_far, after_four, after_four, after_four,
    after_four, after_four, after_four, after_four,
    after_four, after_four | surrogate, after_four, after_four};
static const uint8_t second_high[16] = {
    too_few, too_few, too_few, too_few, too_few, too_few, too_few, too_few,
    before_more | short_three | short_four, before_more | short_three | too_far,
    before_more | surrogate | too_far, before_more | surrogate | too_far,
    too_few, too_few, too_few, too_few};

/// Which of 64 bytes break the rules of Unicode's table 3-7, looking back only.
///
/// Three halves of two bytes are looked up for the faults that they allow; only what all three allow
/// is one (Keiser and Lemire, Validating UTF-8 in less than one instruction per byte, 2021).
AVX512 static inline __mmask64 faults(const uint8_t *bytes, __m512i here) {
  const __m512i first = load(bytes - 1);
  const __m512i half = _mm512_set1_epi8(0x0F);
  const __m512i by_high = look_up(_mm512_and_si512(_mm512_srli_epi16(first, 4), half), first_high);
  const __m512i by_low = look_up(_mm512_and_si512(first, half), first_low);
  const __m512i by_second = look_up(_mm512_and_si512(_mm512_srli_epi16(here, 4), half), second_high);
  const __m512i found = _mm512_and_si512(_mm512_and_si512(by_high, by_low), by_second);
  // The third and fourth bytes of a letter are due, and look like ``two_more``.
  const __m512i due = _mm512_or_si512(
      _mm512_subs_epu8(load(bytes - 2), _mm512_set1_epi8((char)(0xE0 - 0x80))),
      _mm512_subs_epu8(load(bytes - 3), _mm512_set1_epi8((char)(0xF0 - 0x80))));
  const __m512i expected = _mm512_and_si512(due, _mm512_set1_epi8((char)two_more));
  return _mm512_cmpneq_epi8_mask(found, expected);
}

AVX512 static inline __mmask64 doubled(const uint8_t *bytes, __m512i here) {
  const __m512i second = load(bytes - 2);
  return from(here, 0xC0) & (equal(second, 0xC3) | (equal(second, 0xC4) & equal(load(bytes - 1), 0x82)));
}

/// Whether one of the bytes, or of the three before them, is beyond ASCII.
AVX512 static inline int is_high(const uint8_t *bytes, __m512i here) {
  return _mm512_movepi8_mask(_mm512_or_si512(here, load(bytes - utf8_reach))) != 0;
}

AVX512 void scan_blocks_avx512(const uint8_t *bytes, size_t blocks, uint8_t delimiter,
                        scan_marks *marks) {
  for (size_t block = 0; block < blocks; block++, bytes += 64) {
    const __m512i here = load(bytes);
    marks[block].delimiters = equal(here, delimiter);
    marks[block].line_feeds = equal(here, '\n');
    marks[block].returns = equal(here, '\r');
    marks[block].quotes = equal(here, '"');
    marks[block].nuls = _mm512_testn_epi8_mask(here, here);
    marks[block].faults = is_high(bytes, here) ? faults(bytes, here) : 0;
  }
}

AVX512 size_t utf8_blocks_avx512(const uint8_t *bytes, size_t blocks, unsigned *content) {
  __mmask64 found = 0;
  size_t block = 0;
  for (; block < blocks; block++, bytes += 64) {
    const __m512i here = load(bytes);
    if (!is_high(bytes, here)) continue;
    if (faults(bytes, here) != 0) break;
    *content |= utf8_high;
    found |= doubled(bytes, here);
  }
  if (found != 0) *content |= utf8_doubled;
  return block;
}

AVX512 size_t mask_places_avx512(const scan_marks *marks, size_t blocks, int32_t first,
                                 int32_t *places) {
  const __m512i steps = _mm512_set1_epi32(16);
  __m512i here = _mm512_add_epi32(
      _mm512_set1_epi32(first),
      _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
  int32_t *next = places;
  for (size_t block = 0; block < blocks; block++) {
    uint64_t mask = marks[block].delimiters;
    for (int part = 0; part < 4; part++, mask >>= 16) {
      _mm512_storeu_si512(next, _mm512_maskz_compress_epi32((__mmask16)mask, here));
      next += __builtin_popcountll(mask & 0xFFFF);
      here = _mm512_add_epi32(here, steps);
    }
  }
  return (size_t)(next - places);
}

/// Turns 16 rows of 16 words into columns, exchanging the halves of ever smaller squares.
AVX512 static inline void turn_square(__m512i *rows) {
  const __m512i low[4] = {
      _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23),
      _mm512_setr_epi32(0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27),
      _mm512_setr_epi32(0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29),
      _mm512_setr_epi32(0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30)};
#pragma clang loop unroll(full)
  for (int step = 0; step < 4; step++) {
    const int half = 8 >> step;
    const __m512i high = _mm512_add_epi32(low[step], _mm512_set1_epi32(half));
#pragma clang loop unroll(full)
    for (int row = 0; row < 16; row++) {
      if (row & half) continue;
      const __m512i upper = rows[row];
      const __m512i lower = rows[row + half];
      rows[row] = _mm512_permutex2var_epi32(upper, low[step], lower);
      rows[row + half] = _mm512_permutex2var_epi32(upper, high, lower);
    }
  }
}

AVX512 void turn_places_avx512(const int32_t *places, size_t width, size_t rows, int32_t *columns,
                               size_t stride) {
  for (size_t row = 0; row < rows; row += 16) {
    const size_t height = rows - row < 16 ? rows - row : 16;
    const __mmask16 kept_rows = (__mmask16)((1u << height) - 1);
    for (size_t column = 0; column < width; column += 16) {
      const size_t count = width - column < 16 ? width - column : 16;
      const __mmask16 kept_columns = (__mmask16)((1u << count) - 1);
      __m512i square[16];
#pragma clang loop unroll(full)
      for (size_t index = 0; index < 16; index++) {
        const __mmask16 kept = index < height ? kept_columns : 0;
        square[index] =
            _mm512_maskz_loadu_epi32(kept, places + (row + (kept ? index : 0)) * width + column);
      }
      turn_square(square);
#pragma clang loop unroll(full)
      for (size_t index = 0; index < 16; index++) {
        if (index < count) {
          _mm512_mask_storeu_epi32(columns + (column + index) * stride + row, kept_rows,
                                   square[index]);
        }
      }
    }
  }
}

#define AVX512_WORDS __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

/// Cells that are fetched before they are looked at.
enum { ahead = 24 };

/// The sum of four words.
AVX512_WORDS static inline uint64_t sum(__m256i words) {
  const __m128i two = _mm_add_epi64(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
  return (uint64_t)_mm_cvtsi128_si64(_mm_add_epi64(two, _mm_unpackhi_epi64(two, two)));
}

AVX512_WORDS size_t match_labels_avx512(const uint8_t *bytes, size_t length, const int32_t *starts,
                                        const int32_t *ends, size_t row, size_t rows,
                                        const label_table *table, int32_t *codes, int32_t *least) {
  (void)length;  // What is masked out is not read.
  const __m256i factors = _mm256_loadu_si256((const __m256i *)table->factors);
  const __m256i quotes = _mm256_set1_epi8('"');
  const label_form *forms = table->forms;
  const unsigned shift = table->shift;
  const size_t last = ((size_t)1 << (64 - shift)) - 1;
  int32_t lowest = *least;
  for (; row < rows; row++) {
    // Another core may have read the bytes.
    if (row + ahead < rows) _mm_prefetch((const char *)bytes + starts[row + ahead] + 1, _MM_HINT_T0);
    const uint8_t *start = bytes + starts[row] + 1;
    int32_t count = ends[row] - starts[row] - 1;
    const int is_quoted = count > 1 && *start == '"';
    if (is_quoted) {
      start += 1;
      count -= 2;
    }
    if (count > 32) break;
    const __mmask32 own = (__mmask32)(((uint64_t)1 << count) - 1);
    const __m256i words = _mm256_maskz_loadu_epi8(own, start);
    if (is_quoted && _mm256_mask_cmpeq_epi8_mask(own, words, quotes) != 0) break;
    size_t slot = (size_t)(sum(_mm256_mullo_epi64(words, factors)) >> shift);
    int32_t code = -1;
    while (1) {
      const __m256i known = _mm256_loadu_si256((const __m256i *)forms[slot].words);
      if (_mm256_cmpneq_epi64_mask(known, words) == 0) {
        code = forms[slot].code;
        break;
      }
      if (_mm256_test_epi64_mask(known, known) == 0) break;
      slot = (slot + 1) & last;
    }
    code = count == 0 ? table->empty : code;
    codes[row] = code;
    lowest = code < lowest ? code : lowest;
  }
  *least = lowest;
  return row;
}

/// The first bytes of four cells.
AVX512_WORDS static inline __m128i four_bytes(const uint8_t *bytes, const int32_t *starts) {
  __m128i four = _mm_cvtsi32_si128(bytes[starts[0] + 1]);
  four = _mm_insert_epi8(four, bytes[starts[1] + 1], 1);
  four = _mm_insert_epi8(four, bytes[starts[2] + 1], 2);
  return _mm_insert_epi8(four, bytes[starts[3] + 1], 3);
}

AVX512_WORDS size_t match_bytes_avx512(const uint8_t *bytes, const int32_t *starts,
                                       const int32_t *ends, size_t row, size_t rows,
                                       const byte_table *table, int32_t *codes, int32_t *least) {
  const __m512i few_bytes = _mm512_loadu_si512(table->few_bytes);
  const __m512i few_codes = _mm512_loadu_si512(table->few_codes);
  const __m512i empty = _mm512_set1_epi32(table->codes[256]);
  const __m512i unknown = _mm512_set1_epi32(-1);
  __m512i lowest = _mm512_set1_epi32(*least);
  for (; row + 16 <= rows; row += 16) {
    const __m512i lengths =
        _mm512_sub_epi32(_mm512_loadu_si512(ends + row), _mm512_loadu_si512(starts + row));
    if (_mm512_cmpgt_epi32_mask(lengths, _mm512_set1_epi32(2)) != 0) break;
    const __mmask16 none = _mm512_cmpeq_epi32_mask(lengths, _mm512_set1_epi32(1));
    const int32_t *first = starts + row;
    const __m512i cells = _mm512_cvtepu8_epi32(_mm_unpacklo_epi64(
        _mm_unpacklo_epi32(four_bytes(bytes, first), four_bytes(bytes, first + 4)),
        _mm_unpacklo_epi32(four_bytes(bytes, first + 8), four_bytes(bytes, first + 12))));
    // The lower half of a byte is the place where it may be known.
    const __mmask16 known =
        _mm512_cmpeq_epi32_mask(_mm512_permutexvar_epi32(cells, few_bytes), cells);
    __m512i found = _mm512_mask_permutexvar_epi32(unknown, known, cells, few_codes);
    found = _mm512_mask_mov_epi32(found, none, empty);
    _mm512_storeu_si512(codes + row, found);
    lowest = _mm512_min_epi32(lowest, found);
  }
  *least = _mm512_reduce_min_epi32(lowest);
  return row;
}
#endif
