import SurveyModel

/// The forms in which a header cell is compared with the words of a questionnaire.
///
/// All forms are blind to composition, case, white space and the place of the tone. Each further
/// form is blind to more, and is asked only when the one before found nothing.
struct HeaderKey: Hashable {
  /// The words as they stand.
  let exact: String
  /// Letters and digits only: punctuation, marks for required questions and HTML do not count.
  let letters: String
  /// The same without a printed number in front, such as `Câu 1.`; as `letters` where there is none.
  let numberless: String

  init(_ text: String) {
    let text = Self.withoutMarkup(text)
    exact = MatchingKey(text).text
    letters = Self.letters(of: exact)
    numberless = PrintedNumber.split(exact).map { Self.letters(of: $0.rest) } ?? letters
  }

  /// The letters without accents and number.
  var plain: String { numberless.unaccented }

  /// Words and numbers of a folded text with one space between them.
  static func letters(of text: String) -> String {
    var kept = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isKept(scalar) {
        if pendingSpace, !kept.isEmpty { kept.append(" ") }
        pendingSpace = false
        kept.append(scalar)
      } else {
        pendingSpace = true
      }
    }
    return String(kept)
  }

  /// Whether a character is a letter, a digit or a mark; Vietnamese is told without looking it up.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x1BF,
      0x1EA0...0x1EF9:
      return true
    case 0..<0x80: return false
    default:
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
    }
  }

  /// The text without HTML tags and blanks written as `&nbsp;`.
  private static func withoutMarkup(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    var kept = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "<", let second = rest.dropFirst().first,
        second == "/" || second.properties.isAlphabetic, let end = rest.firstIndex(of: ">")
      {
        kept.append(" ")
        rest = rest[rest.index(after: end)...]
      } else if scalar == "&", rest.starts(with: "&nbsp;".unicodeScalars) {
        kept.append(" ")
        rest = rest.dropFirst(6)
      } else {
        kept.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(kept)
  }
}

/// The keys of cells that were asked for before: the cells of two rows meet in many pairs.
final class HeaderKeys {
  /// Keys that are remembered.
  private static let limit = 20_000

  private var known: [String: HeaderKey] = [:]

  /// The key of `text`.
  subscript(text: String) -> HeaderKey {
    if let key = known[text] { return key }
    let key = HeaderKey(text)
    if known.count < Self.limit { known[text] = key }
    return key
  }
}
