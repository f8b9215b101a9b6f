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

void fetch_bytes(const uint8_t *bytes, size_t count) {
  for (size_t at = 0; at < count; at += 64) __builtin_prefetch(bytes + at, 0, 2);
}

scan_kind scan_widest(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
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

size_t mask_places(const scan_marks *marks, size_t blocks, int32_t first, int32_t *places) {
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512: return mask_places_avx512(marks, blocks, first, places);
#endif
    default: return mask_places_any(marks, blocks, first, places);
  }
}

void turn_places(const int32_t *places, size_t width, size_t rows, int32_t *columns, size_t stride) {
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512: turn_places_avx512(places, width, rows, columns, stride); return;
#endif
    default: turn_places_any(places, width, rows, columns, stride);
  }
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

size_t match_bytes(const uint8_t *bytes, const int32_t *starts, const int32_t *ends, size_t row,
                   size_t rows, const byte_table *table, int32_t *codes, int32_t *least) {
#if defined(__x86_64__)
  if (table->few_bytes != NULL && scan_widest() == scan_avx512) {
    row = match_bytes_avx512(bytes, starts, ends, row, rows, table, codes, least);
  }
#endif
  return match_bytes_any(bytes, starts, ends, row, rows, table, codes, least);
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

size_t match_words(const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends,
                   size_t row, size_t rows, const word_table *table, int32_t *codes,
                   int32_t *least) {
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512:
      return match_words_avx512(bytes, length, starts, ends, row, rows, table, codes, least);
#endif
    default: return match_words_any(bytes, length, starts, ends, row, rows, table, codes, least);
  }
}

size_t match_integers(const uint8_t *bytes, size_t length, const int32_t *starts,
                      const int32_t *ends, size_t row, size_t rows, const number_rules *rules,
                      int32_t *codes, uint64_t *values, int32_t *least) {
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512:
      return match_integers_avx512(bytes, length, starts, ends, row, rows, rules, codes, values,
                                   least);
#endif
    default:
      return match_integers_any(bytes, length, starts, ends, row, rows, rules, codes, values,
                                least);
  }
}

size_t match_decimals(const uint8_t *bytes, size_t length, const int32_t *starts,
                      const int32_t *ends, size_t row, size_t rows, const number_rules *rules,
                      int32_t *codes, uint64_t *values, int32_t *least) {
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512:
      return match_decimals_avx512(bytes, length, starts, ends, row, rows, rules, codes, values,
                                   least);
#endif
    default:
      return match_decimals_any(bytes, length, starts, ends, row, rows, rules, codes, values,
                                least);
  }
}

int is_plain_text(const uint8_t *bytes, size_t count) {
  if (count > 0 && bytes[count - 1] >= 0xC0) return 0;
  if (count > 1 && bytes[count - 2] >= 0xE0) return 0;
  switch (scan_widest()) {
#if defined(__x86_64__)
    case scan_avx512: return is_plain_text_avx512(bytes, count);
#endif
    default: return is_plain_text_any(bytes, count);
  }
}
