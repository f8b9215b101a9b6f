import SurveyModel

/// A legend that numbers a scale, in a header or around a table:
/// `Thái độ (1 = Rất hài lòng, 5 = Rất không hài lòng)`.
struct HeaderLegend {
  /// A number with words that are another option of the questionnaire.
  struct Contradiction: Hashable {
    let text: String
    let byCode: String
    let byLabel: String
  }

  /// How many numbers mean what the questionnaire says.
  private(set) var agreements = 0
  /// How many numbers stand with words of an option.
  private(set) var count = 0
  private(set) var contradiction: Contradiction?

  /// Longer texts are no legends.
  private static let longest = 4000

  /// Looks for numbers with words of options in a text.
  init(_ header: String, _ book: ChoiceBook) {
    let text = header.composed
    guard text.utf8.count <= Self.longest,
      text.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return }
    var found: [Pair] = []
    var loose: [Pair] = []
    for piece in text.split(whereSeparator: Self.ends.contains).map(\.trimmed) {
      if let pair = Pair(piece, book)
        ?? Self.turned(piece).flatMap({ Pair($0, book, shown: piece) })
      {
        found.append(pair)
      } else {
        for number in LegendNumber.all(in: piece) {
          guard let pair = number.pair(book) else { continue }
          if number.isAlone { found.append(pair) } else { loose.append(pair) }
        }
      }
    }
    for bracket in LegendNumber.brackets(in: text) {
      if let pair = bracket.pair(book) { loose.append(pair) }
    }
    // A number among other words, such as "Câu 4: Hài lòng", numbers options only beside another.
    if found.count + loose.count > 1 { found += loose }
    judge(found, book)
  }

  private static let ends: Set<Character> = ["(", ")", "[", "]", ",", ";", "|", "\n", "\r\n"]

  /// Takes pairs for a legend; one of two legends in a text goes with a scale when it agrees with it.
  private mutating func judge(_ pairs: [Pair], _ book: ChoiceBook) {
    count = pairs.count
    let agreed = Set(pairs.filter { $0.byCode == $0.byLabel }.map(\.byCode))
    agreements = pairs.count { $0.byCode == $0.byLabel }
    let wrong = pairs.first { pair in
      pair.byCode != pair.byLabel && !agreed.contains(pair.byCode) && !agreed.contains(pair.byLabel)
    }
    contradiction = wrong.map { pair in
      Contradiction(
        text: pair.text,
        byCode: book.entries[pair.byCode].name,
        byLabel: book.entries[pair.byLabel].name
      )
    }
  }

  /// `Rất hài lòng = 5` as `5 = Rất hài lòng`.
  private static func turned(_ piece: String) -> String? {
    let parts = piece.split(separator: "=").map(\.trimmed)
    return parts.count == 2 ? "\(parts[1]) = \(parts[0])" : nil
  }

  /// A number that is the code of one option with words that are those of one.
  fileprivate struct Pair {
    let text: String
    let byCode: Int
    let byLabel: Int

    /// Takes a text apart that stands in the table as `shown`.
    init?(_ text: String, _ book: ChoiceBook, shown: String? = nil) {
      guard let printed = book.printed(text), let byCode = printed.byCode else { return nil }
      self.text = shown ?? text
      self.byCode = byCode
      byLabel = printed.byLabel
    }
  }
}

/// A number in a text with the words behind it that it may stand for.
private struct LegendNumber {
  let number: String
  let words: String
  /// Whether it begins the text or what a colon introduces.
  let isAlone: Bool

  /// The option with this number and these words, or with those before a colon.
  func pair(_ book: ChoiceBook) -> HeaderLegend.Pair? {
    var tried = [words]
    if let colon = words.firstIndex(of: ":") { tried.append(String(words[..<colon])) }
    for words in tried {
      let bare = words.trimmed.drop { "-–—.:/".contains($0) || $0 == " " }
      let text = Self.withoutEnding(String(bare))
      if let pair = HeaderLegend.Pair("\(number) = \(text)", book) { return pair }
    }
    return nil
  }

  private static let endings = [" đến", " tới", " và", " to", " and"]

  /// The words without what leads on to the next number, and without marks.
  private static func withoutEnding(_ words: String) -> String {
    func bare(_ text: String) -> String {
      String(text.trimmed.reversed().drop { " -–—.:/…".contains($0) }.reversed())
    }
    let words = bare(words)
    let ending = endings.first { words.lowercased().hasSuffix($0) }
    return ending.map { bare(String(words.dropLast($0.count))) } ?? words
  }

  private static let signs = ["=>", "->", "=", ":", "-", "–", "—", ".", "/", "→", "⇒"]
  private static let verbs = ["nghĩa là", "tức là", "ứng với", "là", "is", "means"]

  /// All numbers of a text with a sign or a verb behind them; the words go on to the next one.
  static func all(in piece: String) -> [LegendNumber] {
    var starts: [(number: String, place: String.Index, words: String.Index, isAlone: Bool)] = []
    var index = piece.startIndex
    while index < piece.endIndex {
      guard isDigit(piece[index]) else {
        index = piece.index(after: index)
        continue
      }
      let end = piece[index...].firstIndex { !isDigit($0) } ?? piece.endIndex
      if piece.distance(from: index, to: end) <= 3, isFree(piece[..<index]),
        let words = behindSign(piece[end...])
      {
        let before = piece[..<index].last { $0 != " " }
        starts.append((String(piece[index..<end]), index, words, before == nil || before == ":"))
      }
      index = end
    }
    return starts.indices.map { place in
      let end = place + 1 < starts.count ? starts[place + 1].place : piece.endIndex
      return LegendNumber(
        number: starts[place].number,
        words: String(piece[starts[place].words..<max(end, starts[place].words)]),
        isAlone: starts[place].isAlone
      )
    }
  }

  /// Numbers before or in brackets: `1 (Rất hài lòng)`, `Rất hài lòng (1)`.
  static func brackets(in text: String) -> [LegendNumber] {
    var found: [LegendNumber] = []
    var before = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      before = String(rest[..<open]).trimmed
      let inside = String(rest[rest.index(after: open)..<close]).trimmed
      rest = rest[rest.index(after: close)...]
      if (1...3).contains(inside.count), inside.allSatisfy(isDigit) {
        let words = before.split(whereSeparator: { ",;|:\n".contains($0) }).last.map(String.init)
        found.append(LegendNumber(number: inside, words: words ?? "", isAlone: false))
      } else {
        let digits = String(before.reversed().prefix(while: isDigit).reversed())
        guard (1...3).contains(digits.count), isFree(before.dropLast(digits.count)) else {
          continue
        }
        found.append(LegendNumber(number: digits, words: inside, isAlone: false))
      }
    }
    return found
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// Whether a number may begin behind these characters: in `C1`, `2.1` and `1-5` none does.
  private static func isFree(_ before: Substring) -> Bool {
    guard let last = before.last else { return true }
    return !last.isLetter && !last.isNumber && !"_.-–".contains(last)
  }

  /// Where the words behind a sign or a verb begin.
  private static func behindSign(_ rest: Substring) -> String.Index? {
    let rest = rest.drop { $0 == " " }
    for sign in signs where rest.hasPrefix(sign) {
      return rest.dropFirst(sign.count).startIndex
    }
    for verb in verbs where rest.lowercased().hasPrefix(verb + " ") {
      return rest.dropFirst(verb.count).startIndex
    }
    return nil
  }
}
