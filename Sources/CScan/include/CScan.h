#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// Where in 64 bytes of a text table the bytes stand that decide about its cells; the lowest bit is
/// the first byte.
typedef struct {
  uint64_t delimiters;
  uint64_t line_feeds;
  uint64_t returns;
  uint64_t quotes;
  /// Bytes that are NUL.
  uint64_t nuls;
  /// Not 0 when some of them are not UTF-8, as far as the three bytes before them tell.
  uint64_t faults;
} scan_marks;

/// The cores on which this process may run.
int core_count(void);

/// The marks of `blocks` times 64 bytes, with the widest compares that the processor has.
///
/// Swift has no operation that gathers a mask of bytes into a word, so this much is C. `before`
/// says how many bytes may be read before the first one; the others count as ASCII.
void scan_blocks(const uint8_t *bytes, size_t before, size_t blocks, uint8_t delimiter,
                 scan_marks *marks);

/// What UTF-8 holds.
enum {
  /// Something beyond ASCII.
  utf8_high = 1,
  /// Two letters that follow each other as they do in UTF-8 that was encoded twice.
  utf8_doubled = 2
};

/// How many of `blocks` times 64 bytes are UTF-8 from the first on, as far as they go.
///
/// Three bytes before the first are read: they end whole sequences. What the blocks hold is added
/// to `content`, which may know of some of the next block, too.
size_t utf8_blocks(const uint8_t *bytes, size_t blocks, unsigned *content);

/// How far the rules of UTF-8 look back.
enum { utf8_reach = 3 };

/// What processors can do; the functions above take the last that this one has.
typedef enum { scan_any, scan_avx2, scan_avx512 } scan_kind;

/// The widest compares that this processor has.
scan_kind scan_widest(void);

/// ``scan_blocks`` with the compares of one kind, three bytes before the first being readable.
void scan_blocks_any(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks);
/// ``utf8_blocks`` with the compares of one kind.
size_t utf8_blocks_any(const uint8_t *bytes, size_t blocks, unsigned *content);
#if defined(__x86_64__)
void scan_blocks_avx2(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks);
size_t utf8_blocks_avx2(const uint8_t *bytes, size_t blocks, unsigned *content);
void scan_blocks_avx512(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks);
size_t utf8_blocks_avx512(const uint8_t *bytes, size_t blocks, unsigned *content);
#endif

#endif
