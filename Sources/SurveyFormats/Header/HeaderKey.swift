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
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
      {
        if pendingSpace, !kept.isEmpty { kept.append(" ") }
        pendingSpace = false
        kept.append(scalar)
      } else {
        pendingSpace = true
      }
    }
    return String(kept)
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
