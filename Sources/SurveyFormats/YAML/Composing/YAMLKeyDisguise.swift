/// Makes keys that occur twice in one map differ, so that the parser reads the file to its end.
///
/// The parser stops at the first map with a duplicate key. Each round changes the first character
/// of one such key into a private character of the same width, which ``original(of:)`` undoes;
/// places stay what they were, and all duplicates are reported together.
struct YAMLKeyDisguise {
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]

  /// How many duplicates are looked for in one file.
  static let limit = 40

  /// The key as its author wrote it.
  func original(of key: String) -> String {
    guard let first = key.unicodeScalars.first, let original = originals[first] else { return key }
    var scalars = String.UnicodeScalarView()
    scalars.append(original)
    scalars.append(contentsOf: key.unicodeScalars.dropFirst())
    return String(scalars)
  }

  /// Changes the key that begins at a place of `text`.
  ///
  /// - Returns: `false` when the key cannot be changed without changing the rest.
  mutating func hide(line: Int, scalarColumn: Int, in text: inout String) -> Bool {
    guard originals.count < Self.limit,
      let disguise = Unicode.Scalar(0xF_0000 + UInt32(originals.count)),
      var index = Self.index(line: line, scalarColumn: scalarColumn, in: text.unicodeScalars)
    else { return false }
    let scalars = text.unicodeScalars
    if scalars[index] == "\"" || scalars[index] == "'" {
      scalars.formIndex(after: &index)
      guard index < scalars.endIndex else { return false }
    }
    let original = scalars[index]
    guard original.properties.isAlphabetic || original.properties.numericType != nil else {
      return false
    }
    originals[disguise] = original
    text.unicodeScalars.replaceSubrange(index..<scalars.index(after: index), with: [disguise])
    return true
  }

  /// The index of a place, lines counted as the parser counts them.
  private static func index(
    line: Int,
    scalarColumn: Int,
    in scalars: String.UnicodeScalarView
  ) -> String.Index? {
    var index = scalars.startIndex
    var remaining = line - 1
    while remaining > 0 {
      guard index < scalars.endIndex else { return nil }
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      switch scalar {
      case "\r":
        if index < scalars.endIndex, scalars[index] == "\n" { scalars.formIndex(after: &index) }
        remaining -= 1
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": remaining -= 1
      default: break
      }
    }
    let place = scalars.index(index, offsetBy: scalarColumn - 1, limitedBy: scalars.endIndex)
    return place.flatMap { $0 < scalars.endIndex ? $0 : nil }
  }
}
