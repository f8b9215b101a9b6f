/// How much of a file is UTF-8 that was encoded twice, with proof.
package struct MojibakeFinding: Sendable, Hashable {
  /// A word as it stands in the file, and what repairing makes of it.
  package struct Example: Sendable, Hashable {
    package let before: String
    package let after: String
  }

  /// The number of words that repairing changes without a doubt.
  package private(set) var wordCount = 0
  /// The first few of them, each once.
  package private(set) var examples: [Example] = []

  static let exampleCount = 3

  /// Counts the words of `bytes`, which are valid UTF-8 and begin and end between words.
  mutating func count(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    var isDoubtful = false
    // The two bytes before: only a letter of windows-1252 or -1258 with another letter behind it
    // can be a letter that was encoded twice, and few words have one.
    var (second, first): (UInt8, UInt8) = (0, 0)
    for at in 0...bytes.count {
      let byte = at < bytes.count ? bytes[at] : 0
      if byte >= 0xC0, second == 0xC3 || second == 0xC4 && first == 0x82 { isDoubtful = true }
      (second, first) = (first, byte)
      if Self.isInWord(byte) { continue }
      if isDoubtful { judge(UnsafeRawBufferPointer(rebasing: bytes[start..<at])) }
      start = at + 1
      isDoubtful = false
    }
  }

  private mutating func judge(_ word: UnsafeRawBufferPointer) {
    guard Self.holdsProof(word) else { return }
    wordCount += 1
    guard examples.count < Self.exampleCount else { return }
    let before = String(decoding: word, as: UTF8.self)
    let example = Example(before: before, after: Mojibake.repaired(word))
    if !examples.contains(example) { examples.append(example) }
  }

  static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Whether a letter comes out that its parts do not spell by chance.
  ///
  /// A capital before a quotation mark or a hard space, as in `“XÃ”`, spells one by chance.
  private static func holdsProof(_ word: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at < word.count {
      guard case .scalar(let value, let length) = UTF8Sequence(word, at: at) else { return false }
      at += length
      guard let lead = Mojibake.byte(of: value), lead >= 0xC2,
        case .letter(let bytes, let count, let consumed) = Mojibake.Sequence(
          lead: lead,
          rest: word,
          at: at
        )
      else { continue }
      at += consumed
      if count > 2 || !isQuotation(UInt8(truncatingIfNeeded: bytes >> 8)) { return true }
    }
    return false
  }

  /// The bytes of windows-1252 for quotation marks, dashes, dots and the hard space.
  private static func isQuotation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x9B, 0xA0, 0xAB, 0xBB: true
    default: false
    }
  }
}
