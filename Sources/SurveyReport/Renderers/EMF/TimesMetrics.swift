import SurveyModel

/// How wide letters of Times New Roman are, in thousandths of the font size.
enum TimesMetrics {
  /// The advance of each UTF-16 unit of `text` in units of `size`; `nil` when a letter is not
  /// known, so that it is left to the program that shows the text.
  static func advances(of text: String, size: Double, isBold: Bool) -> [Int32]? {
    var advances: [Int32] = []
    var sum = 0.0
    var written: Int32 = 0
    for character in text {
      guard let width = width(of: character, isBold: isBold) else { return nil }
      sum += Double(width) * size / 1000
      // Rounding each letter alone would let a long line drift.
      let end = Int32(clamping: Int(sum.rounded()))
      advances.append(end - written)
      advances += Array(repeating: 0, count: character.utf16.count - 1)
      written = end
    }
    return advances
  }

  private static func width(of character: Character, isBold: Bool) -> Int? {
    let widths = isBold ? bold : regular
    let plain = String(character).unaccented.unicodeScalars
    guard let scalar = plain.first, plain.count == 1 else { return nil }
    switch scalar {
    case " "..."~": return widths[Int(scalar.value) - 32]
    case "\u{A0}": return widths[0]
    case "–": return 500
    case "—", "…": return 1000
    default: return nil
    }
  }

  /// The letters from the space to the tilde.
  private static let regular = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
  ]

  private static let bold = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
    611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
    722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
    278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
  ]
}
