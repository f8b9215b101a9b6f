#define _GNU_SOURCE
#include "CScan.h"

#include <string.h>
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

scan_kind scan_widest(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vl")) {
    return scan_avx512;
  }
  if (__builtin_cpu_supports("avx2")) return scan_avx2;
#endif
  return scan_any;
}

static void scan_whole(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks) {
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512: scan_blocks_avx512(bytes, blocks, delimiter, marks); return;
    case scan_avx2: scan_blocks_avx2(bytes, blocks, delimiter, marks); return;
#endif
    default: scan_blocks_any(bytes, blocks, delimiter, marks);
  }
}

void scan_blocks(const uint8_t *bytes, size_t before, size_t blocks, uint8_t delimiter,
                 scan_marks *marks) {
  if (blocks == 0) return;
  if (before < utf8_reach) {
    uint8_t first[64 + utf8_reach] = {0};
    memcpy(first + utf8_reach - before, bytes - before, 64 + before);
    scan_whole(first + utf8_reach, 1, delimiter, marks);
    bytes += 64;
    blocks -= 1;
    marks += 1;
  }
  scan_whole(bytes, blocks, delimiter, marks);
}

size_t utf8_blocks(const uint8_t *bytes, size_t blocks, unsigned *content) {
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512: return utf8_blocks_avx512(bytes, blocks, content);
    case scan_avx2: return utf8_blocks_avx2(bytes, blocks, content);
#endif
    default: return utf8_blocks_any(bytes, blocks, content);
  }
}

size_t match_labels(const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends,
                    size_t row, size_t rows, const label_table *table, int32_t *codes,
                    int32_t *least) {
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512:
      return match_labels_avx512(bytes, length, starts, ends, row, rows, table, codes, least);
#endif
    default: return match_labels_any(bytes, length, starts, ends, row, rows, table, codes, least);
  }
}
