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
#endif
