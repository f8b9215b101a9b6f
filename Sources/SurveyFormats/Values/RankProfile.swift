/// Whether the columns of a multiple choice hold ranks: 0 or blank, and in each row 1, 2, 3 … once.
struct RankProfile {
  private var row: UInt64 = 0
  private var isFaulty = false
  private var hasRank = false
  private var hasZero = false

  /// Looks at a blank cell, or at one that stands for a missing answer.
  mutating func observeBlank() { hasZero = true }

  mutating func observe(_ bytes: Span<UInt8>) {
    if isFaulty { return }
    guard bytes.count <= 2 else {
      isFaulty = true
      return
    }
    var number: UInt64 = 0
    for index in bytes.indices {
      guard (0x30...0x39).contains(bytes[index]) else {
        isFaulty = true
        return
      }
      number = number * 10 + UInt64(bytes[index] - 0x30)
    }
    if number == 0 {
      hasZero = true
    } else if number >= 64 || row & (1 << number) != 0 {
      // Two ones in a row are plain 0/1 columns.
      if number == 1 { isPlain = true } else { isFaulty = true }
    } else {
      row |= 1 << number
    }
  }

  private var isPlain = false

  /// Ends a row: its ranks have to begin at 1 and leave none out.
  mutating func endRow() {
    defer { row = 0 }
    if row == 0 || isFaulty { return }
    let ranks = row >> 1
    if ranks & (ranks + 1) != 0 { isFaulty = true }
    if ranks > 1 { hasRank = true }
  }

  /// Whether the columns hold ranks.
  var holdsRanks: Bool { hasRank && hasZero && !isFaulty && !isPlain }
}
