import SurveyModel

/// Guesses how wide text is drawn, on the safe side of the usual serif and sans-serif faces.
enum FontMetrics {
  /// The width of a character in parts of the font size.
  static func advance(of character: Character) -> Double {
    var advance = 0.0
    for scalar in character.unicodeScalars {
      advance += Self.advance(of: scalar)
    }
    return advance
  }

  /// The width of a text on one line.
  static func width(of text: String, fontSize: Double, isBold: Bool = false) -> Double {
    text.reduce(0) { $0 + advance(of: $1) } * fontSize * (isBold ? boldness : 1)
  }

  /// The lines of a text from data that is drawn at `fontSize`.
  static func lines(
    of text: String,
    width: Double,
    fontSize: Double,
    isBold: Bool = false
  ) -> [String] {
    LineBreaking.lines(of: VisibleText.clean(text), width: width) {
      advance(of: $0) * fontSize * (isBold ? boldness : 1)
    }
  }

  /// Bold letters are wider.
  private static let boldness = 1.08

  private static func advance(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", ".", ",", "'", ":", ";", "|", "!", "i", "j", "l": return 0.3
    case "f", "t", "r", "(", ")", "[", "]", "/", "-", "I": return 0.4
    case "m", "w", "M", "W", "%", "@": return 0.95
    default: break
    }
    switch ColumnWidth.of(scalar) {
    case 0: return 0
    case 2: return 1.05
    default: return scalar.properties.isUppercase ? 0.76 : 0.58
    }
  }
}
