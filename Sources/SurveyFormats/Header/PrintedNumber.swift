import SurveyModel

/// The number that a paper form prints before a question: `Câu 5`, `C1.1`, `Q5_1`, `a)`.
struct PrintedNumber: Hashable {
  /// A letter that is part of the number, such as the section in `A1`.
  let letter: String
  /// The question, or the section where there is a second number.
  let major: Int
  /// The question within the section, or the option.
  let minor: Int?

  /// Words that may stand before the number.
  private static let words = ["câu hỏi", "cau hoi", "câu", "cau", "question", "mục", "muc", "item"]

  /// Reads a header cell that is a number and nothing else.
  ///
  /// A plain `5` is none: it could be anything.
  init?(_ text: String) {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    guard let parsed = Self.parse(MatchingKey(text).text), parsed.isNamed || parsed.minor != nil,
      let major = parsed.major, HeaderKey.letters(of: parsed.rest).isEmpty
    else { return nil }
    letter = parsed.letter
    self.major = major
    minor = parsed.minor
  }

  /// The number at the beginning of a folded text, and what follows it.
  ///
  /// Without a word before it, the number has to end in a mark: `18 đến 24 tuổi` has none.
  static func split(_ text: String) -> (number: String, rest: String)? {
    guard let parsed = parse(text), parsed.isEnded || parsed.hasWord || parsed.minor != nil,
      !parsed.rest.trimmed.isEmpty
    else { return nil }
    return (parsed.number, parsed.rest.trimmed)
  }

  private struct Parsed {
    var hasWord = false
    var letter = ""
    var major: Int?
    var minor: Int?
    var isEnded = false
    var number = ""
    var rest = ""
    /// Whether something says that this is the number of a question.
    var isNamed: Bool { hasWord || !letter.isEmpty }
  }

  private static func parse(_ text: String) -> Parsed? {
    var parsed = Parsed()
    var rest = text[...]
    if let opener = rest.first, opener == "(" || opener == "[" { rest = rest.dropFirst() }
    if let word = words.first(where: { rest.hasPrefix($0) }) {
      let after = rest.dropFirst(word.count)
      if let next = after.first, next == " " || next.isNumber || next == "." {
        parsed.hasWord = true
        rest = after.drop { $0 == " " || $0 == "." }
      }
    }
    let start = rest.startIndex
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest[letters.endIndex...]
    if rest.first == "_" || rest.first == ".", !letters.isEmpty,
      rest.dropFirst().first?.isWholeNumber == true
    {
      rest = rest.dropFirst()
    }
    let major = digits(&rest)
    guard letters.count <= (major == nil ? (isRoman(letters) ? 5 : 1) : 2),
      !letters.isEmpty || major != nil
    else { return nil }
    parsed.letter = String(letters)
    parsed.major = major
    while let mark = rest.first, mark == "." || mark == "_" || mark == "-",
      rest.dropFirst().first?.isASCII == true,
      rest.dropFirst().first?.isWholeNumber == true
    {
      rest = rest.dropFirst()
      parsed.minor = digits(&rest)
    }
    parsed.number = String(text[start..<rest.startIndex])
    if let end = rest.first, ".):]-–/".contains(end) {
      parsed.isEnded = true
      rest = rest.drop { ".):]-–/ ".contains($0) }
    } else if let end = rest.first, end != " " {
      return nil
    } else if major == nil {
      return nil
    }
    parsed.rest = String(rest)
    return parsed
  }

  private static func digits(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    rest = rest[digits.endIndex...]
    return Int(digits)
  }

  private static func isRoman(_ letters: Substring) -> Bool {
    letters.allSatisfy { "ivx".contains($0) }
  }
}
