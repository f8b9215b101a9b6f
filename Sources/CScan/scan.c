#define _GNU_SOURCE
#include "CScan.h"

#include <unistd.h>
#if defined(__linux__)
#include <sched.h>
#endif

int core_count(void) {
#if defined(__linux__)
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof(cores), &cores) == 0) return CPU_COUNT(&cores);
#endif
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (int)count : 1;
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static void scan_avx2(const uint8_t *bytes, size_t blocks,
                                                      uint8_t delimiter, scan_marks *marks) {
  const __m256i d = _mm256_set1_epi8((char)delimiter);
  const __m256i n = _mm256_set1_epi8('\n');
  const __m256i r = _mm256_set1_epi8('\r');
  const __m256i q = _mm256_set1_epi8('"');
  const __m256i zero = _mm256_setzero_si256();
  for (size_t block = 0; block < blocks; block++, bytes += 64) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + 32));
#define BITS(x, y) \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(x) | (uint64_t)(uint32_t)_mm256_movemask_epi8(y) << 32)
    marks[block].delimiters = BITS(_mm256_cmpeq_epi8(a, d), _mm256_cmpeq_epi8(b, d));
    marks[block].line_feeds = BITS(_mm256_cmpeq_epi8(a, n), _mm256_cmpeq_epi8(b, n));
    marks[block].returns = BITS(_mm256_cmpeq_epi8(a, r), _mm256_cmpeq_epi8(b, r));
    marks[block].quotes = BITS(_mm256_cmpeq_epi8(a, q), _mm256_cmpeq_epi8(b, q));
    marks[block].nuls = BITS(_mm256_cmpeq_epi8(a, zero), _mm256_cmpeq_epi8(b, zero));
    marks[block].high = BITS(a, b);
#undef BITS
  }
}

__attribute__((target("avx512f,avx512bw"))) static void scan_avx512(const uint8_t *bytes,
                                                                    size_t blocks,
                                                                    uint8_t delimiter,
                                                                    scan_marks *marks) {
  const __m512i d = _mm512_set1_epi8((char)delimiter);
  const __m512i n = _mm512_set1_epi8('\n');
  const __m512i r = _mm512_set1_epi8('\r');
  const __m512i q = _mm512_set1_epi8('"');
  for (size_t block = 0; block < blocks; block++, bytes += 64) {
    const __m512i chunk = _mm512_loadu_si512((const void *)bytes);
    marks[block].delimiters = _mm512_cmpeq_epi8_mask(chunk, d);
    marks[block].line_feeds = _mm512_cmpeq_epi8_mask(chunk, n);
    marks[block].returns = _mm512_cmpeq_epi8_mask(chunk, r);
    marks[block].quotes = _mm512_cmpeq_epi8_mask(chunk, q);
    marks[block].nuls = _mm512_testn_epi8_mask(chunk, chunk);
    marks[block].high = _mm512_movepi8_mask(chunk);
  }
}
#endif

void scan_blocks(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) {
    scan_avx512(bytes, blocks, delimiter, marks);
    return;
  }
  if (__builtin_cpu_supports("avx2")) {
    scan_avx2(bytes, blocks, delimiter, marks);
    return;
  }
#endif
  for (size_t block = 0; block < blocks; block++) {
    marks[block] = scan_64(bytes + 64 * block, delimiter);
  }
}
