import SurveyModel

/// Hashes of keys, by which a key is found and also those that differ from it by zeros in front.
///
/// Spreadsheets take the zeros from `0006`. So the upper bits are those of the key without them, and
/// stand together when hashes are sorted; the lower bits are those of the key as it is.
enum KeyHash {
  private static let exactBits: UInt64 = 16
  private static let separator: UInt8 = 0x1f

  /// The hash of a key.
  static func value(of key: Span<UInt8>) -> UInt64 {
    let exact = digest(of: key)
    guard isPadded(key) else { return exact }
    let exactMask: UInt64 = (1 << exactBits) - 1
    return digest(of: unpadded(key).span) & ~exactMask | exact & exactMask
  }

  /// What the hashes of keys have in common that differ by zeros in front only.
  static func family(of hash: UInt64) -> UInt64 { hash >> exactBits }

  /// Whether two different keys differ by zeros in front of their numbers only.
  static func areAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one != other && unpadded(one.span) == unpadded(other.span)
  }

  private static func digest(of key: Span<UInt8>) -> UInt64 {
    var digest = RowDigest.ofKey
    digest.add(text: key)
    return digest.value
  }

  /// Whether a part of a key may be a number with zeros in front.
  private static func isPadded(_ key: Span<UInt8>) -> Bool {
    var isAtStart = true
    for index in key.indices {
      if isAtStart, key[index] == 0x30, index + 1 < key.count, key[index + 1] != separator {
        return true
      }
      isAtStart = key[index] == separator
    }
    return false
  }

  /// The key with the numbers among its parts as a spreadsheet writes them.
  private static func unpadded(_ key: Span<UInt8>) -> [UInt8] {
    let bytes = key.withUnsafeBufferPointer { Array($0) }
    let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    return Array(
      parts.map { part -> ArraySlice<UInt8> in
        guard part.count > 1, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return part }
        return part.dropLast().drop { $0 == 0x30 } + part.suffix(1)
      }.joined(separator: [separator])
    )
  }
}
