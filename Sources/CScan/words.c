#include "CScan.h"

#include <string.h>

static const double powers[8] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

/// The `count` bytes at `start`, at most eight, the first of them in the lowest byte.
static uint64_t word_at(const uint8_t *bytes, size_t length, size_t start, int32_t count) {
  uint64_t word = 0;
  if (length >= 8 && start <= length - 8) {
    memcpy(&word, bytes + start, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return count >= 8 ? word : word & (UINT64_MAX >> (64 - 8 * count));
  }
  for (int32_t index = 0; index < count && index < 8; index++) {
    word |= (uint64_t)bytes[start + (size_t)index] << (8 * index);
  }
  return word;
}

/// The number of a cell of one to eight digits with `decimals` places behind a point, -1 for any
/// other cell.
static int64_t digits_of(uint64_t word, int32_t count, int takes_point, int32_t *decimals) {
  int64_t number = 0;
  int32_t point = -1;
  for (int32_t index = 0; index < count; index++, word >>= 8) {
    const uint8_t byte = (uint8_t)word;
    if (byte == '.' && takes_point && point < 0 && index > 0 && index < count - 1) {
      point = index;
    } else if (byte >= '0' && byte <= '9') {
      number = number * 10 + (byte - '0');
    } else {
      return -1;
    }
  }
  *decimals = point < 0 ? 0 : count - 1 - point;
  return number;
}

/// ``match_decimals`` where numbers may have a point, else ``match_integers``.
static inline size_t match_numbers(const uint8_t *bytes, size_t length, const int32_t *starts,
                                   const int32_t *ends, size_t row, size_t rows,
                                   const number_rules *rules, int has_point, int32_t *codes,
                                   uint64_t *values, int32_t *least) {
  for (; row < rows; row++) {
    const size_t start = (size_t)starts[row] + 1;
    const int32_t count = ends[row] - starts[row] - 1;
    if (count == 0) {
      codes[row] = rules->empty;
      *least = rules->empty < *least ? rules->empty : *least;
      continue;
    }
    if (count > 8) return row;
    int32_t decimals = 0;
    const int64_t digits =
        digits_of(word_at(bytes, length, start, count), count, has_point, &decimals);
    if (digits < 0 || (!has_point && count > 1 && bytes[start] == '0')) return row;
    const double number = (double)digits / powers[decimals];
    if (!(number >= rules->least && number <= rules->most)) return row;
    for (size_t index = 0; index < rules->count; index++) {
      if (number == rules->exceptions[index]) return row;
    }
    if (has_point) {
      memcpy(values + row, &number, sizeof number);
    } else {
      values[row] = (uint64_t)digits;
    }
    codes[row] = rules->code;
  }
  return rows;
}

size_t match_integers_any(const uint8_t *bytes, size_t length, const int32_t *starts,
                          const int32_t *ends, size_t row, size_t rows, const number_rules *rules,
                          int32_t *codes, uint64_t *values, int32_t *least) {
  return match_numbers(bytes, length, starts, ends, row, rows, rules, 0, codes, values, least);
}

size_t match_decimals_any(const uint8_t *bytes, size_t length, const int32_t *starts,
                          const int32_t *ends, size_t row, size_t rows, const number_rules *rules,
                          int32_t *codes, uint64_t *values, int32_t *least) {
  return match_numbers(bytes, length, starts, ends, row, rows, rules, 1, codes, values, least);
}

size_t match_words_any(const uint8_t *bytes, size_t length, const int32_t *starts,
                       const int32_t *ends, size_t row, size_t rows, const word_table *table,
                       int32_t *codes, int32_t *least) {
  const size_t last = ((size_t)1 << (64 - table->shift)) - 1;
  for (; row < rows; row++) {
    const size_t start = (size_t)starts[row] + 1;
    const int32_t count = ends[row] - starts[row] - 1;
    int32_t code = -1;
    if (count == 0) {
      code = table->empty;
    } else {
      if (count > 16 || bytes[start] == '"') return row;
      const uint64_t low = word_at(bytes, length, start, count);
      const uint64_t high = count > 8 ? word_at(bytes, length, start + 8, count - 8) : 0;
      size_t slot = (size_t)((low * table->factors[0] + high * table->factors[1]) >> table->shift);
      while (1) {
        const uint64_t *form = table->words + 2 * slot;
        if (form[0] == low && form[1] == high) {
          code = table->codes[slot];
          break;
        }
        if (form[0] == 0) break;
        slot = (slot + 1) & last;
      }
    }
    codes[row] = code;
    *least = code < *least ? code : *least;
  }
  return rows;
}
