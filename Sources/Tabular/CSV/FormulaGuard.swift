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

  /// Numbers such as `-5`, `+3.2`, `-4,5`, `-1.234,50`, `-1e-07`, `-2%`, and two of them with a dash
  /// between, such as `+26,40 – +35,11`, as reports write the ends of an interval.
  private static func isSignedNumber(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    guard skipNumber(bytes, &at) else { return false }
    // Not the minus, which would subtract.
    let dash: [UInt8] = Array(" – ".utf8)
    guard at < bytes.count else { return true }
    for byte in dash {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
    }
    return skipNumber(bytes, &at) && at == bytes.count
  }

  /// Moves behind a number, with or without a sign; false where there is none.
  private static func skipNumber(_ bytes: Span<UInt8>, _ at: inout Int) -> Bool {
    func isOne(of marks: StaticString) -> Bool {
      guard at < bytes.count else { return false }
      let byte = bytes[at]
      return marks.withUTF8Buffer { $0.contains(byte) }
    }
    func skipDigits() -> Bool {
      let first = at
      while isOne(of: "0123456789") { at += 1 }
      return at > first
    }
    if isOne(of: "+-") { at += 1 }
    guard skipDigits() else { return false }
    while isOne(of: ".,") {
      at += 1
      guard skipDigits() else { return false }
    }
    if isOne(of: "eE") {
      at += 1
      if isOne(of: "+-") { at += 1 }
      guard skipDigits() else { return false }
    }
    if isOne(of: "%") { at += 1 }
    return true
  }
}
