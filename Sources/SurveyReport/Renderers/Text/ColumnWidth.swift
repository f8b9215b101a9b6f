/// How many terminal columns a text takes.
///
/// Marks and format characters (general categories Mn, Me, Cf) take none, East Asian wide and
/// full-width characters and most emoji two (Unicode Standard Annex 11), all others one.
enum ColumnWidth {
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII {
      return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  /// Breaks text for a terminal.
  static func lines(of text: String, width: Int) -> [String] {
    LineBreaking.lines(of: text, width: Double(max(width, 1))) { Double(of($0)) }
  }

  /// The widest of the words of a text.
  static func longestWord(of text: String) -> Int {
    text.split(separator: " ").map { of($0) }.max() ?? 0
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
