#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Where in 64 bytes of a text table the bytes stand that decide about its cells; the lowest bit is
/// the first byte.
typedef struct {
  uint64_t delimiters;
  uint64_t line_feeds;
  uint64_t returns;
  uint64_t quotes;
  /// Bytes that are NUL.
  uint64_t nuls;
  /// Bytes beyond ASCII.
  uint64_t high;
} scan_marks;

/// Swift has no operation that gathers a mask of bytes into a word, so this much is C.
static inline scan_marks scan_64(const uint8_t *bytes, uint8_t delimiter) {
  scan_marks marks = {0, 0, 0, 0, 0, 0};
#if defined(__SSE2__)
  const __m128i d = _mm_set1_epi8((char)delimiter);
  const __m128i n = _mm_set1_epi8('\n');
  const __m128i r = _mm_set1_epi8('\r');
  const __m128i q = _mm_set1_epi8('"');
  const __m128i zero = _mm_setzero_si128();
  for (int part = 0; part < 4; part++) {
    const __m128i chunk = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    const int shift = 16 * part;
    marks.delimiters |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(chunk, d)) << shift;
    marks.line_feeds |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(chunk, n)) << shift;
    marks.returns |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(chunk, r)) << shift;
    marks.quotes |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(chunk, q)) << shift;
    marks.nuls |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(chunk, zero)) << shift;
    marks.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(chunk) << shift;
  }
#else
  for (int index = 0; index < 64; index++) {
    const uint8_t byte = bytes[index];
    const uint64_t bit = (uint64_t)1 << index;
    if (byte == delimiter) marks.delimiters |= bit;
    if (byte == '\n') marks.line_feeds |= bit;
    if (byte == '\r') marks.returns |= bit;
    if (byte == '"') marks.quotes |= bit;
    if (byte == 0) marks.nuls |= bit;
    if (byte >= 0x80) marks.high |= bit;
  }
#endif
  return marks;
}

/// The cores on which this process may run.
int core_count(void);

/// The marks of `blocks` times 64 bytes, with the widest compares that the processor has.
void scan_blocks(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks);

#endif
