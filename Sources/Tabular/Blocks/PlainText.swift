import CScan

/// Texts that composing and trimming surely leave as they are.
enum PlainText {
  /// Shorter texts may be marks for a missing answer, damaged numbers or telephone numbers.
  private static let shortLength = 24

  /// Whether `bytes` are UTF-8 of printable letters, marks of punctuation and line ends that are
  /// composed already, and neither begin nor end with white space.
  ///
  /// No character of U+00A1 to U+02FF or U+1E00 to U+1EFF changes when a text is composed, none
  /// of them combines with its neighbour, and all letters of Vietnamese are among them; the same
  /// holds for the punctuation of U+2010 to U+2027. False says nothing.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    let count = bytes.count
    guard count > shortLength, bytes[count - 1] > 0x20 else { return false }
    switch bytes[0] {
    // What a spreadsheet may take for a formula, or has marked as a text, is looked at closely.
    case 0...0x20, UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "@"), UInt8(ascii: "#"):
      return false
    default: break
    }
    return bytes.withUnsafeBufferPointer { is_plain_text($0.baseAddress, $0.count) != 0 }
  }
}
