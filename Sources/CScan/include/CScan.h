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

/// Asks for bytes that another core has, before they are looked at.
void fetch_bytes(const uint8_t *bytes, size_t count);

/// A file that is only in memory and closed by its last owner, or -1 with the reason in `errno`.
///
/// Swift's Glibc does not show what makes one.
int memory_file(void);

/// The marks of `blocks` times 64 bytes, with the widest compares that the processor has.
///
/// Swift has no operation that gathers a mask of bytes into a word, so this much is C. `before`
/// says how many bytes may be read before the first one; the others count as ASCII.
void scan_blocks(const uint8_t *bytes, size_t before, size_t blocks, uint8_t delimiter,
                 scan_marks *marks);

/// Puts the places of the delimiters of `blocks` times 64 bytes into `places`, in their order, and
/// gives how many they are; the first byte is the place `first`.
///
/// `places` has room for `places_slack` more than there are.
size_t mask_places(const scan_marks *marks, size_t blocks, int32_t first, int32_t *places);

/// How many places may be written behind the last one.
enum { places_slack = 64 };

/// Puts `rows` rows of `width` places, which stand one row after another, into columns that begin
/// `stride` places apart.
void turn_places(const int32_t *places, size_t width, size_t rows, int32_t *columns, size_t stride);

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

/// The codes of cells of at most one byte.
typedef struct {
  /// A code for each byte, and then 256 times that of the empty cell; -1 for unknown ones.
  const int32_t *codes;
  /// All bytes that are known with their codes, each at the place that the lower half of the byte
  /// says, and -1 at free places; none when two of them have the same place.
  const int32_t *few_bytes;
  const int32_t *few_codes;
} byte_table;

/// Puts the codes of cells of at most one byte into `codes`, and the least of them into `least`.
///
/// Cells lie as for ``match_labels``. Some cells are taken at a time, as long as none of them is
/// longer; the first row that was not taken is given back.
size_t match_bytes(const uint8_t *bytes, const int32_t *starts, const int32_t *ends, size_t row,
                   size_t rows, const byte_table *table, int32_t *codes, int32_t *least);

/// A text of at most 32 bytes with its code.
typedef struct {
  /// The bytes in their order, the first in the lowest byte of the first word, zeros behind them.
  uint64_t words[4];
  int32_t code;
  /// Fills up a line of the cache.
  int32_t unused[7];
} label_form;

/// Texts by the high bits of the sum of their words times `factors`, or at the next free places
/// behind; a free place has no bytes and the code -1, and there is always one.
typedef struct {
  const label_form *forms;
  uint64_t factors[4];
  /// 64 less the binary logarithm of the number of places, which are two or more.
  unsigned shift;
  /// The code of cells without bytes.
  int32_t empty;
} label_table;

/// Puts the codes of cells into `codes`, -1 for unknown ones, and the least of them into `least`.
///
/// Cell `row` lies behind the byte `starts[row]` and ends before `ends[row]`, where a byte stands
/// too; quotes around it do not count. The first cell at or behind `row` that is longer than 32
/// bytes, or has doubled quotes in it, is left to others and given back; `rows` when there is none.
size_t match_labels(const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends,
                    size_t row, size_t rows, const label_table *table, int32_t *codes,
                    int32_t *least);

/// Texts of at most 16 bytes with their codes, by the high bits of the sum of their two words times
/// `factors`, or at the next free places behind; a free place has no bytes, and there is always one.
typedef struct {
  /// Two for each place: the bytes in their order, zeros behind them.
  const uint64_t *words;
  const int32_t *codes;
  uint64_t factors[2];
  /// 64 less the binary logarithm of the number of places, which are two or more.
  unsigned shift;
  /// The code of cells without bytes.
  int32_t empty;
  /// Whether some of the texts have more than eight bytes.
  int32_t has_high;
} word_table;

/// Puts the codes of cells into `codes`, -1 for unknown ones, and the least of them into `least`.
///
/// Cells lie as for ``match_labels``. Some at a time are taken, and the first row of those that are
/// left to others is given back: one of them is longer than 16 bytes, quoted, or near the end of
/// all bytes; `rows` when all were taken.
size_t match_words(const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends,
                   size_t row, size_t rows, const word_table *table, int32_t *codes,
                   int32_t *least);

/// What numbers a column may have.
typedef struct {
  double least;
  double most;
  /// Numbers that are none, for this column.
  const double *exceptions;
  size_t count;
  /// The code of numbers.
  int32_t code;
  /// The code of cells without bytes.
  int32_t empty;
} number_rules;

/// How many cells are looked at together, and left to others together, by the functions for numbers.
enum { numbers_step = 8 };

/// Puts integers of one to eight digits, of which the first is no zero unless it is the only one,
/// into `values`, and their codes into `codes`.
///
/// Cells lie as for ``match_labels``. The first row of those that are left to others is given back:
/// one of them is something else, beyond the rules, or near the end of all bytes; `rows` when all
/// were taken. Behind it nothing was written.
size_t match_integers(const uint8_t *bytes, size_t length, const int32_t *starts,
                      const int32_t *ends, size_t row, size_t rows, const number_rules *rules,
                      int32_t *codes, uint64_t *values, int32_t *least);

/// Puts the bits of numbers of one to eight digits, between which there may be a point for one of
/// them, into `values`, and their codes into `codes`; otherwise as ``match_integers``.
size_t match_decimals(const uint8_t *bytes, size_t length, const int32_t *starts,
                      const int32_t *ends, size_t row, size_t rows, const number_rules *rules,
                      int32_t *codes, uint64_t *values, int32_t *least);

/// Whether all bytes belong to printable letters, marks of punctuation or line ends of UTF-8 that are
/// composed already: ASCII, U+00A1 to U+02FF, U+1E00 to U+1EFF and U+2010 to U+2027.
int is_plain_text(const uint8_t *bytes, size_t count);

/// What processors can do; the functions above take the last that this one has.
typedef enum { scan_any, scan_avx2, scan_avx512 } scan_kind;

/// The widest compares that this processor has.
scan_kind scan_widest(void);

/// ``scan_blocks`` with the compares of one kind, three bytes before the first being readable.
void scan_blocks_any(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks);
/// ``mask_places`` with the operations of one kind.
size_t mask_places_any(const scan_marks *marks, size_t blocks, int32_t first, int32_t *places);
/// ``turn_places`` with the operations of one kind.
void turn_places_any(const int32_t *places, size_t width, size_t rows, int32_t *columns,
                     size_t stride);
/// ``match_bytes`` with the operations of one kind; those of AVX-512 need the few bytes.
size_t match_bytes_any(const uint8_t *bytes, const int32_t *starts, const int32_t *ends, size_t row,
                       size_t rows, const byte_table *table, int32_t *codes, int32_t *least);
/// ``match_labels`` with the compares of one kind.
size_t match_labels_any(const uint8_t *bytes, size_t length, const int32_t *starts,
                        const int32_t *ends, size_t row, size_t rows, const label_table *table,
                        int32_t *codes, int32_t *least);
/// ``match_words`` with the operations of one kind.
size_t match_words_any(
    const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends, size_t row,
    size_t rows, const word_table *table, int32_t *codes,
    int32_t *least);
/// ``match_integers`` with the operations of one kind.
size_t match_integers_any(
    const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends, size_t row,
    size_t rows, const number_rules *rules,
    int32_t *codes, uint64_t *values, int32_t *least);
/// ``match_decimals`` with the operations of one kind.
size_t match_decimals_any(
    const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends, size_t row,
    size_t rows, const number_rules *rules,
    int32_t *codes, uint64_t *values, int32_t *least);
/// ``is_plain_text`` with the compares of one kind, for bytes that do not end within a letter.
int is_plain_text_any(const uint8_t *bytes, size_t count);
/// ``utf8_blocks`` with the compares of one kind.
size_t utf8_blocks_any(const uint8_t *bytes, size_t blocks, unsigned *content);
#if defined(__x86_64__)
void scan_blocks_avx2(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks);
size_t utf8_blocks_avx2(const uint8_t *bytes, size_t blocks, unsigned *content);
void scan_blocks_avx512(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks);
size_t utf8_blocks_avx512(const uint8_t *bytes, size_t blocks, unsigned *content);
size_t mask_places_avx512(const scan_marks *marks, size_t blocks, int32_t first, int32_t *places);
void turn_places_avx512(const int32_t *places, size_t width, size_t rows, int32_t *columns,
                        size_t stride);
size_t match_labels_avx512(const uint8_t *bytes, size_t length, const int32_t *starts,
                           const int32_t *ends, size_t row, size_t rows, const label_table *table,
                           int32_t *codes, int32_t *least);
size_t match_bytes_avx512(const uint8_t *bytes, const int32_t *starts, const int32_t *ends,
                          size_t row, size_t rows, const byte_table *table, int32_t *codes,
                          int32_t *least);
int is_plain_text_avx512(const uint8_t *bytes, size_t count);
size_t match_words_avx512(
    const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends, size_t row,
    size_t rows, const word_table *table, int32_t *codes,
    int32_t *least);
size_t match_integers_avx512(
    const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends, size_t row,
    size_t rows, const number_rules *rules,
    int32_t *codes, uint64_t *values, int32_t *least);
size_t match_decimals_avx512(
    const uint8_t *bytes, size_t length, const int32_t *starts, const int32_t *ends, size_t row,
    size_t rows, const number_rules *rules,
    int32_t *codes, uint64_t *values, int32_t *least);
#endif

#endif
