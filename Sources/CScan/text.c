#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

int is_plain_text_any(const uint8_t *bytes, size_t count) {
  unsigned first = 0;
  unsigned second = 0;
  unsigned fault = 0;
  for (size_t index = 0; index < count; index++) {
    const unsigned here = bytes[index];
    const unsigned continues = (here & 0xC0) == 0x80;
    const unsigned is_due = (first >= 0xC0) | (second >= 0xE0);
    fault |= continues ^ is_due;
    fault |= (here < 0x20) & (here != 0x09) & (here != 0x0A) & (here != 0x0D);
    fault |= (here == 0x7F) | ((here & 0xFE) == 0xC0) | ((here > 0xCB) & (here < 0xE1)) | (here > 0xE2);
    fault |= (first == 0xC2) & (here < 0xA1);
    fault |= (first == 0xE1) & ((here < 0xB8) | (here > 0xBB));
    fault |= (first == 0xE2) & (here != 0x80);
    fault |= (second == 0xE2) & ((here < 0x90) | (here > 0xA7));
    second = first;
    first = here;
  }
  return fault == 0;
}

#if defined(__x86_64__)
#define AVX512 __attribute__((target("avx512f,avx512bw")))

AVX512 static inline __mmask64 equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

/// Bytes from `least` to `most`.
AVX512 static inline __mmask64 within(__m512i bytes, uint8_t least, uint8_t most) {
  return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)least)),
                                _mm512_set1_epi8((char)(most - least)));
}

AVX512 int is_plain_text_avx512(const uint8_t *bytes, size_t count) {
  // What is masked out is not read.
  __mmask64 first_there = UINT64_MAX << 1;
  __mmask64 second_there = UINT64_MAX << 2;
  for (size_t at = 0; at < count; at += 64) {
    const __mmask64 there = count - at >= 64 ? UINT64_MAX : UINT64_MAX >> (64 - (count - at));
    const __m512i here = _mm512_maskz_loadu_epi8(there, bytes + at);
    const __mmask64 plain = within(here, 0x20, 0x7E) | within(here, 0x09, 0x0A) | equal(here, 0x0D);
    // Letters of ASCII only, behind others.
    if ((there & ~plain) == 0 && at == 0 && count <= 64) return 1;
    const __m512i first = _mm512_maskz_loadu_epi8(there & first_there, bytes + at - 1);
    const __m512i second = _mm512_maskz_loadu_epi8(there & second_there, bytes + at - 2);
    first_there = second_there = UINT64_MAX;
    const __mmask64 continues = within(here, 0x80, 0xBF);
    const __mmask64 leads = within(here, 0xC2, 0xCB) | within(here, 0xE1, 0xE2);
    const __mmask64 is_due = within(first, 0xC0, 0xFF) | within(second, 0xE0, 0xFF);
    const __mmask64 faults =
        ~(plain | continues | leads) | (continues ^ is_due)
        | (equal(first, 0xC2) & ~within(here, 0xA1, 0xBF))
        | (equal(first, 0xE1) & ~within(here, 0xB8, 0xBB)) | (equal(first, 0xE2) & ~equal(here, 0x80))
        | (equal(second, 0xE2) & ~within(here, 0x90, 0xA7));
    if ((faults & there) != 0) return 0;
  }
  return 1;
}
#endif
