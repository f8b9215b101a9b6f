/// The apostrophe by which a spreadsheet keeps a number as text: `'25`.
///
/// A spreadsheet hides it and other programs write it out. It goes from numbers, codes and days, never
/// from words.
enum TextMark {
  /// The text without the mark, or nothing where no digit stands behind one.
  static func removed(from text: String) -> String? {
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "'"), let second = bytes.dropFirst().first,
      (0x30...0x39).contains(second)
    else { return nil }
    return String(text.dropFirst())
  }

  /// Whether the mark stands in front of a cell.
  static func leads(_ bytes: Span<UInt8>) -> Bool {
    bytes.count > 1 && bytes[0] == UInt8(ascii: "'") && (0x30...0x39).contains(bytes[1])
  }
}
