import SurveyModel

/// The numbers, words and marks of a date as it is written; spaces are passed over.
struct DateTokens {
  enum Token: Hashable {
    case number(Int, width: Int)
    case word(String)
    case mark(Unicode.Scalar)
  }

  private var tokens: [Token] = []
  private var position = 0

  /// Takes `text` apart; nothing for texts that are far too long for a date.
  init?(_ text: String) {
    guard text.utf8.count <= 80 else { return nil }
    var number: (value: Int, width: Int)?
    var word = ""
    func close(_ tokens: inout [Token]) {
      if let (value, width) = number { tokens.append(.number(value, width: width)) }
      if !word.isEmpty { tokens.append(.word(word)) }
      number = nil
      word = ""
    }
    for scalar in MatchingKey(text).text.unicodeScalars {
      let digit =
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: -1
        }
      if digit >= 0 {
        if !word.isEmpty { close(&tokens) }
        let (value, width) = number ?? (0, 0)
        guard width < 18 else { return nil }
        number = (value * 10 + digit, width + 1)
      } else if scalar.properties.isAlphabetic {
        if number != nil { close(&tokens) }
        word.unicodeScalars.append(scalar)
      } else {
        close(&tokens)
        if !scalar.properties.isWhitespace { tokens.append(.mark(scalar)) }
      }
    }
    close(&tokens)
  }

  /// Whether all was taken.
  var isAtEnd: Bool { position >= tokens.count }

  /// A place to come back to.
  var place: Int {
    get { position }
    set { position = newValue }
  }

  private func peek(_ ahead: Int = 0) -> Token? {
    tokens.indices.contains(position + ahead) ? tokens[position + ahead] : nil
  }

  /// Takes a number, when one follows.
  mutating func number() -> (value: Int, width: Int)? {
    guard case .number(let value, let width) = peek() else { return nil }
    position += 1
    return (value, width)
  }

  /// Takes one of `marks`, when one follows.
  mutating func mark(_ marks: String) -> Unicode.Scalar? {
    guard case .mark(let scalar) = peek(), marks.unicodeScalars.contains(scalar) else { return nil }
    position += 1
    return scalar
  }

  /// Takes one of `words`, when one follows.
  mutating func word(_ words: Set<String>) -> String? {
    guard case .word(let word) = peek(), words.contains(word) else { return nil }
    position += 1
    return word
  }

  /// Passes over any of `words` and `marks`.
  mutating func skip(_ words: Set<String>, _ marks: String = "") {
    while word(words) != nil || mark(marks) != nil {}
  }
}

/// The words of dates, folded.
enum DateWords {
  static let month: Set<String> = ["tháng", "thg", "thang"]
  static let day: Set<String> = ["ngày", "ngay"]
  static let year: Set<String> = ["năm", "nam"]
  static let ordinal: Set<String> = ["st", "nd", "rd", "th", "of"]
  static let fillers: Set<String> = ["lúc", "luc", "vào", "vao", "hồi", "t", "at"]

  static let weekdays: Set<String> = [
    "mon", "monday", "tue", "tuesday", "wed", "wednesday", "thu", "thursday", "fri", "friday",
    "sat", "saturday", "sun", "sunday", "cn",
  ]

  /// What follows "thứ".
  static let vietnameseWeekdays: Set<String> = ["hai", "ba", "tư", "năm", "sáu", "bảy"]

  static let monthNames: [String: Int] = {
    var names: [String: Int] = [:]
    let english = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    for (index, name) in english.enumerated() {
      names[name] = index + 1
      names[String(name.prefix(3))] = index + 1
    }
    names["sept"] = 9
    return names
  }()

  static let englishMonths = Set(monthNames.keys)

  /// What follows "tháng"; eleven and twelve are two words.
  static let monthNumerals: [String: Int] = [
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
  ]

  static let vietnameseMonths = Set(monthNumerals.keys)
}
