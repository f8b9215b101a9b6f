/// What is done with the text of a cell, and which texts are numbers.
///
/// A cell that a reader knows already passes through neither function again, and some cells never
/// do, so these hold for both: printable ASCII text without white space at its ends is left as it
/// is by ``tidy``, what is tidy stays so, and ``number`` reads `-12.50` as the nearest double.
package struct CellRules: Sendable {
  /// The text of a cell as it is kept.
  package let tidy: @Sendable (String) -> String
  /// The number that a tidy text is, or none.
  package let number: @Sendable (String) -> Double?
  /// The tidy texts that are no number but a missing one, beside the empty text.
  package let missing: Set<String>

  /// Makes rules.
  package init(
    tidy: @escaping @Sendable (String) -> String,
    number: @escaping @Sendable (String) -> Double?,
    missing: Set<String> = []
  ) {
    self.tidy = tidy
    self.number = number
    self.missing = missing
  }

  /// The kept text of a cell that holds `bytes`, which are UTF-8, and whether it differs from them.
  func text(of bytes: Span<UInt8>) -> (text: String, isChanged: Bool) {
    let raw = Self.decoded(bytes)
    guard !Self.isPlain(bytes) else { return (raw, false) }
    let text = tidy(raw)
    return (text, !text.utf8.elementsEqual(raw.utf8))
  }

  private static func decoded(_ bytes: Span<UInt8>) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      return String(decoding: (0..<bytes.count).map { bytes[$0] }, as: UTF8.self)
    }
  }

  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    let ends = 0x21...0x7E as ClosedRange<UInt8>
    guard ends.contains(bytes[0]), ends.contains(bytes[bytes.count - 1]) else { return false }
    for offset in bytes.indices where !(0x20...0x7E).contains(bytes[offset]) { return false }
    return true
  }
}
