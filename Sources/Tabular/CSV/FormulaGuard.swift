/// Keeps spreadsheets from running a cell's text as a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@`, tab or CR gets an apostrophe in
/// front, as OWASP advises against CSV injection; numbers stay numbers.
package enum FormulaGuard {
  /// Whether a spreadsheet may take `bytes` for a formula.
  package static func isNeeded(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    switch bytes[0] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isSignedNumber(bytes)
    default: return false
    }
  }

  /// The text without its guard, or nil when it has none.
  package static func removed(from text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "'") else { return nil }
    let rest = Array(text.utf8.dropFirst())
    return isNeeded(rest.span) ? String(decoding: rest, as: UTF8.self) : nil
  }

  /// Numbers such as `-5`, `+3.2`, `-4,5`, `-1e-07`, `-2%`.
  private static func isSignedNumber(_ bytes: Span<UInt8>) -> Bool {
    var at = 1
    func skipDigits() -> Bool {
      let first = at
      while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
        at += 1
      }
      return at > first
    }
    guard skipDigits() else { return false }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ",") {
      at += 1
      guard skipDigits() else { return false }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      guard skipDigits() else { return false }
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: "%") { at += 1 }
    return at == bytes.count
  }
}
