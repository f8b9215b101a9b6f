#include "CScan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Not 0 when one of 64 bytes breaks the rules of Unicode's table 3-7, looking back only.
static unsigned faults(const uint8_t *bytes) {
  unsigned fault = 0;
  for (int index = 0; index < 64; index++) {
    const unsigned here = bytes[index];
    const unsigned first = bytes[index - 1];
    const unsigned second = bytes[index - 2];
    const unsigned third = bytes[index - 3];
    const unsigned continues = (here & 0xC0) == 0x80;
    const unsigned is_due = (first >= 0xC0) | (second >= 0xE0) | (third >= 0xF0);
    fault |= continues ^ is_due;
    fault |= (first == 0xE0) & (here < 0xA0);
    fault |= (first == 0xED) & (here >= 0xA0);
    fault |= (first == 0xF0) & (here < 0x90);
    fault |= (first == 0xF4) & (here >= 0x90);
    fault |= ((here & 0xFE) == 0xC0) | (here >= 0xF5);
  }
  return fault;
}

static unsigned doubled(const uint8_t *bytes) {
  unsigned found = 0;
  for (int index = 0; index < 64; index++) {
    const unsigned leads = bytes[index] >= 0xC0;
    const unsigned second = bytes[index - 2];
    found |= leads & ((second == 0xC3) | ((second == 0xC4) & (bytes[index - 1] == 0x82)));
  }
  return found;
}

static unsigned is_high(const uint8_t *bytes) {
  unsigned sum = 0;
  for (int index = -utf8_reach; index < 64; index++) sum |= bytes[index];
  return sum >= 0x80;
}

static scan_marks scan_64(const uint8_t *bytes, uint8_t delimiter) {
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
  }
#endif
  if (is_high(bytes)) marks.faults = faults(bytes);
  return marks;
}

void scan_blocks_any(const uint8_t *bytes, size_t blocks, uint8_t delimiter, scan_marks *marks) {
  for (size_t block = 0; block < blocks; block++) {
    marks[block] = scan_64(bytes + 64 * block, delimiter);
  }
}

size_t utf8_blocks_any(const uint8_t *bytes, size_t blocks, unsigned *content) {
  for (size_t block = 0; block < blocks; block++, bytes += 64) {
    if (!is_high(bytes)) continue;
    if (faults(bytes)) return block;
    *content |= utf8_high;
    if (doubled(bytes)) *content |= utf8_doubled;
  }
  return blocks;
}

size_t mask_places_any(const scan_marks *marks, size_t blocks, int32_t first, int32_t *places) {
  int32_t *next = places;
  for (size_t block = 0; block < blocks; block++, first += 64) {
    uint64_t mask = marks[block].delimiters;
    int32_t *const end = next + __builtin_popcountll(mask);
    // Eight at a time, some of them too many: how many there are cannot be foreseen.
    while (mask != 0) {
      for (int index = 0; index < 8; index++) {
        next[index] = first + (mask == 0 ? 0 : __builtin_ctzll(mask));
        mask &= mask - 1;
      }
      next += 8;
    }
    next = end;
  }
  return (size_t)(next - places);
}

void turn_places_any(const int32_t *places, size_t width, size_t rows, int32_t *columns,
                     size_t stride) {
  for (size_t column = 0; column < width; column++) {
    const int32_t *from = places + column;
    int32_t *to = columns + column * stride;
    for (size_t row = 0; row < rows; row++) to[row] = from[row * width];
  }
}

size_t match_bytes_any(const uint8_t *restrict bytes, const int32_t *restrict starts,
                       const int32_t *restrict ends, size_t row, size_t rows,
                       const byte_table *table, int32_t *restrict codes, int32_t *least) {
  enum { step = 8 };
  const int32_t *restrict all = table->codes;
  int32_t lowest = *least;
  for (; row + step <= rows; row += step) {
    int32_t longest = 0;
    for (size_t cell = row; cell < row + step; cell++) longest |= ends[cell] - starts[cell] - 1;
    if (longest > 1) break;
    for (size_t cell = row; cell < row + step; cell++) {
      const int32_t start = starts[cell] + 1;
      // Which cells are empty cannot be foreseen, so it is no branch; their end is a byte too.
      const int32_t code = all[bytes[start] | (ends[cell] == start) << 8];
      codes[cell] = code;
      lowest = code < lowest ? code : lowest;
    }
  }
  for (; row < rows && rows - row < step && ends[row] - starts[row] <= 2; row++) {
    const int32_t start = starts[row] + 1;
    const int32_t code = all[bytes[start] | (ends[row] == start) << 8];
    codes[row] = code;
    lowest = code < lowest ? code : lowest;
  }
  *least = lowest;
  return row;
}

/// The bytes of a word that belong to a cell of which `count` bytes are left.
static uint64_t kept(int32_t count) {
  return count <= 0 ? 0 : count >= 8 ? UINT64_MAX : UINT64_MAX >> (64 - 8 * count);
}

/// Whether a quote stands among the first `count` bytes.
static int has_quote(const uint64_t *words, int32_t count) {
  uint64_t found = 0;
  for (int index = 0; index < 4; index++) {
    const uint64_t others = words[index] ^ 0x2222222222222222;
    const uint64_t nulls = ~(((others & 0x7F7F7F7F7F7F7F7F) + 0x7F7F7F7F7F7F7F7F) | others);
    found |= nulls & 0x8080808080808080 & kept(count - 8 * index);
  }
  return found != 0;
}

size_t match_labels_any(const uint8_t *bytes, size_t length, const int32_t *starts,
                        const int32_t *ends, size_t row, size_t rows, const label_table *table,
                        int32_t *codes, int32_t *least) {
  const size_t last = ((size_t)1 << (64 - table->shift)) - 1;
  for (; row < rows; row++) {
    size_t start = (size_t)starts[row] + 1;
    int32_t count = ends[row] - starts[row] - 1;
    const int is_quoted = count > 1 && bytes[start] == '"';
    if (is_quoted) {
      start += 1;
      count -= 2;
    }
    if (count > 32) return row;
    uint64_t words[4] = {0, 0, 0, 0};
    if (length >= 32 && start <= length - 32) {
      memcpy(words, bytes + start, 32);
      for (int index = 0; index < 4; index++) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        words[index] = __builtin_bswap64(words[index]);
#endif
        words[index] &= kept(count - 8 * index);
      }
    } else {
      for (int32_t index = 0; index < count; index++) {
        words[index / 8] |= (uint64_t)bytes[start + (size_t)index] << (8 * (index % 8));
      }
    }
    if (is_quoted && has_quote(words, count)) return row;
    const uint64_t sum = words[0] * table->factors[0] + words[1] * table->factors[1]
                         + words[2] * table->factors[2] + words[3] * table->factors[3];
    size_t slot = (size_t)(sum >> table->shift);
    int32_t code = -1;
    while (1) {
      const label_form *form = table->forms + slot;
      const uint64_t differs = (form->words[0] ^ words[0]) | (form->words[1] ^ words[1])
                               | (form->words[2] ^ words[2]) | (form->words[3] ^ words[3]);
      if (differs == 0) {
        code = form->code;
        break;
      }
      if ((form->words[0] | form->words[1] | form->words[2] | form->words[3]) == 0) break;
      slot = (slot + 1) & last;
    }
    code = count == 0 ? table->empty : code;
    codes[row] = code;
    *least = code < *least ? code : *least;
  }
  return rows;
}
