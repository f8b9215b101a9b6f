#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i load(const uint8_t *bytes) {
  return _mm256_loadu_si256((const __m256i *)bytes);
}

AVX2 static inline __m256i equal(__m256i bytes, uint8_t byte) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte));
}

/// Bytes that are `least` or more.
AVX2 static inline __m256i from(__m256i bytes, uint8_t least) {
  return _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, _mm256_set1_epi8((char)least)), bytes);
}

AVX2 static inline __m256i either(__m256i one, __m256i other) {
  return _mm256_or_si256(one, other);
}

AVX2 static inline uint64_t bits(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low)
         | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

/// Which of 32 bytes break the rules of Unicode's table 3-7, looking back only.
AVX2 static inline __m256i faults(const uint8_t *bytes) {
  const __m256i here = load(bytes);
  const __m256i first = load(bytes - 1);
  const __m256i continues = _mm256_cmpgt_epi8(_mm256_set1_epi8(-64), here);
  const __m256i is_due =
      either(from(first, 0xC0), either(from(load(bytes - 2), 0xE0), from(load(bytes - 3), 0xF0)));
  const __m256i above_90 = from(here, 0x90);
  const __m256i above_a0 = from(here, 0xA0);
  const __m256i short_forms = either(_mm256_andnot_si256(above_a0, equal(first, 0xE0)),
                                     _mm256_andnot_si256(above_90, equal(first, 0xF0)));
  const __m256i too_far = either(_mm256_and_si256(above_a0, equal(first, 0xED)),
                                 _mm256_and_si256(above_90, equal(first, 0xF4)));
  const __m256i no_lead = either(
      equal(_mm256_and_si256(here, _mm256_set1_epi8((char)0xFE)), 0xC0), from(here, 0xF5));
  return either(either(_mm256_xor_si256(continues, is_due), no_lead),
                either(short_forms, too_far));
}

AVX2 static inline __m256i doubled(const uint8_t *bytes) {
  const __m256i second = load(bytes - 2);
  const __m256i pair = _mm256_and_si256(equal(second, 0xC4), equal(load(bytes - 1), 0x82));
  return _mm256_and_si256(from(load(bytes), 0xC0), either(equal(second, 0xC3), pair));
}

/// Whether one of the bytes, or of the three before them, is beyond ASCII.
AVX2 static inline int is_high(const uint8_t *bytes) {
  return _mm256_movemask_epi8(either(load(bytes - utf8_reach), either(load(bytes), load(bytes + 32))))
         != 0;
}

AVX2 void scan_blocks_avx2(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks) {
  const __m256i zero = _mm256_setzero_si256();
  for (size_t block = 0; block < blocks; block++, bytes += 64) {
    const __m256i a = load(bytes);
    const __m256i b = load(bytes + 32);
    marks[block].delimiters = bits(equal(a, delimiter), equal(b, delimiter));
    marks[block].line_feeds = bits(equal(a, '\n'), equal(b, '\n'));
    marks[block].returns = bits(equal(a, '\r'), equal(b, '\r'));
    marks[block].quotes = bits(equal(a, '"'), equal(b, '"'));
    marks[block].nuls = bits(_mm256_cmpeq_epi8(a, zero), _mm256_cmpeq_epi8(b, zero));
    marks[block].faults = is_high(bytes) ? bits(faults(bytes), faults(bytes + 32)) : 0;
  }
}

AVX2 size_t utf8_blocks_avx2(const uint8_t *bytes, size_t blocks, unsigned *content) {
  __m256i found = _mm256_setzero_si256();
  size_t block = 0;
  for (; block < blocks; block++, bytes += 64) {
    if (!is_high(bytes)) continue;
    if (_mm256_movemask_epi8(either(faults(bytes), faults(bytes + 32))) != 0) break;
    *content |= utf8_high;
    found = either(found, either(doubled(bytes), doubled(bytes + 32)));
  }
  if (_mm256_movemask_epi8(found) != 0) *content |= utf8_doubled;
  return block;
}
#endif
