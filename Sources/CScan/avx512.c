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

/// Which of 64 bytes break the rules of Unicode's table 3-7, looking back only.
AVX512 static inline __mmask64 faults(const uint8_t *bytes, __m512i here) {
  const __m512i first = load(bytes - 1);
  const __mmask64 continues = _mm512_cmplt_epi8_mask(here, _mm512_set1_epi8(-64));
  const __mmask64 is_due =
      from(first, 0xC0) | from(load(bytes - 2), 0xE0) | from(load(bytes - 3), 0xF0);
  const __mmask64 above_90 = from(here, 0x90);
  const __mmask64 above_a0 = from(here, 0xA0);
  const __mmask64 second = (equal(first, 0xE0) & ~above_a0) | (equal(first, 0xED) & above_a0)
                           | (equal(first, 0xF0) & ~above_90) | (equal(first, 0xF4) & above_90);
  const __mmask64 no_lead =
      equal(_mm512_and_si512(here, _mm512_set1_epi8((char)0xFE)), 0xC0) | from(here, 0xF5);
  return (continues ^ is_due) | second | no_lead;
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

#define AVX512_WORDS __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

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
#endif
