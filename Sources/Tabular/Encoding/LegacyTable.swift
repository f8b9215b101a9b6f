/// The meaning of the bytes of an eight-bit encoding, alone and in pairs of letter and mark.
struct LegacyTable: Sendable {
  /// What each byte is when it stands alone.
  private(set) var single: [PackedScalar]
  /// For a letter that takes marks: its row in ``pairs``, from 1.
  private(set) var letterRow = [UInt8](repeating: 0, count: 256)
  /// For a mark: its column in ``pairs``, from 1.
  private(set) var markColumn = [UInt8](repeating: 0, count: 256)
  /// Letters with marks, ``columns`` to a row.
  private(set) var pairs = [PackedScalar](repeating: .none, count: LegacyTable.columns)

  /// One more than the most marks of any encoding, which are the 34 of VNI.
  static let columns = 35

  /// A table of ASCII and, from 0x80 on, of `upperHalf`; 0 is a byte without meaning.
  init(upperHalf: [UInt16]) {
    single = (0..<256).map { place in
      if place < 128 { return PackedScalar(UInt16(place)) }
      let scalar = upperHalf.indices.contains(place - 128) ? upperHalf[place - 128] : 0
      return scalar == 0 ? .none : PackedScalar(scalar)
    }
  }

  /// Gives a byte another meaning; 0 takes it away.
  mutating func define(_ byte: UInt8, as scalar: UInt16) {
    single[Int(byte)] = scalar == 0 ? .none : PackedScalar(scalar)
  }

  /// Makes `letter` and `mark` in succession one scalar.
  mutating func define(_ letter: UInt8, _ mark: UInt8, as scalar: Unicode.Scalar) {
    if letterRow[Int(letter)] == 0 {
      letterRow[Int(letter)] = UInt8(truncatingIfNeeded: pairs.count / Self.columns)
      pairs += [PackedScalar](repeating: .none, count: Self.columns)
    }
    if markColumn[Int(mark)] == 0 {
      markColumn[Int(mark)] = UInt8(truncatingIfNeeded: markColumn.count { $0 != 0 } + 1)
    }
    let place = Int(letterRow[Int(letter)]) * Self.columns + Int(markColumn[Int(mark)])
    guard pairs.indices.contains(place) else { return }
    pairs[place] = PackedScalar(UInt16(truncatingIfNeeded: scalar.value))
  }

  /// Makes every vowel that stands in the table take the five tone marks that stand there.
  mutating func composeTones() {
    var bytes: [UInt32: UInt8] = [:]
    for byte in UInt8.min...UInt8.max where single[Int(byte)] != .none {
      bytes[single[Int(byte)].bits] = byte
    }
    for row in VietnameseLetters.vowels {
      guard let bare = row.first,
        let letter = bytes[PackedScalar(UInt16(truncatingIfNeeded: bare.value)).bits]
      else { continue }
      for (tone, mark) in VietnameseLetters.combining.enumerated().dropFirst() {
        guard let byte = bytes[PackedScalar(mark).bits] else { continue }
        define(letter, byte, as: row[tone])
      }
    }
  }
}
