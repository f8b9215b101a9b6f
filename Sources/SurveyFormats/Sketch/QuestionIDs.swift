import SurveyModel

/// Gives questions ids that are ASCII, short, different from each other, and the same whenever the
/// columns have the same names.
enum QuestionIDs {
  /// The id for a header, apart from what other columns are called.
  static func proposal(for header: String) -> String {
    let text = header.composed.trimmed
    if Identifier.isValid(text, allowsHyphen: false) { return text }
    if let path = endOfPath(text) { return path }
    if let number = printedNumber(text) { return number }
    // The row of a grid says more than the question above it, which all rows share.
    if text.last == "]", let open = text.lastIndex(of: "["), open > text.startIndex {
      let row = String(text[text.index(after: open)...].dropLast())
      let id = id(ofWords: row)
      if id.count >= 3 { return id }
    }
    return id(ofWords: text)
  }

  /// Makes the ids for `headers` different, regardless of case; the first of equals keeps its name.
  ///
  /// An id that is the name of another column would be taken for that column: then the whole path
  /// of the header makes the id, else a number.
  static func unique(_ ids: [String], headers: [String], columns: [String]) -> [String] {
    var taken: Set<String> = []
    let names = Set(columns.map { $0.composed.trimmed.lowercased() })
    func isFree(_ id: String, _ header: String) -> Bool {
      let key = id.lowercased()
      let own = header.composed.trimmed.lowercased()
      return !taken.contains(key) && (key == own || !names.contains(key))
    }
    return zip(ids, headers).map { id, header in
      var candidates = [id]
      let whole = SketchWords.id(SketchWords.words(of: header))
      if !whole.isEmpty { candidates.append(whole) }
      let base = candidates.last ?? id
      let found =
        candidates.first { isFree($0, header) }
        ?? (2...).lazy.map { "\(base)_\($0)" }.first { isFree($0, header) }
      let name = found ?? id
      taken.insert(name.lowercased())
      return name
    }
  }

  /// The last part of `group/name` or `group-name` that is itself a name.
  static func endOfPath(_ text: String) -> String? {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !text.contains(",") else { return nil }
    let parts = text.split { "/-:".contains($0) }
    guard parts.count > 1, let last = parts.last.map(String.init),
      Identifier.isValid(last, allowsHyphen: false)
    else { return nil }
    return last
  }

  /// `c1_1` for `C1.1 …`, `Câu 1.1: …`, `q5` for `Question 5. …`.
  private static func printedNumber(_ text: String) -> String? {
    let key = MatchingKey(text).text
    var rest = key[...]
    var letter = ""
    for (word, short) in [("câu hỏi", "c"), ("câu", "c"), ("question", "q"), ("cau", "c")]
    where letter.isEmpty && rest.hasPrefix(word) {
      letter = short
      rest = rest.dropFirst(word.count).drop { $0 == " " }
    }
    if letter.isEmpty {
      let own = rest.prefix { $0.isASCII && $0.isLetter }
      guard own.count == 1 else { return nil }
      letter = String(own)
      rest = rest.dropFirst()
    }
    var id = letter
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 3 else { return nil }
    id += digits
    rest = rest.dropFirst(digits.count)
    while let mark = rest.first, mark == "." || mark == "_" || mark == "-" {
      let next = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !next.isEmpty, next.count <= 3 else { break }
      id += "_\(next)"
      rest = rest.dropFirst(1 + next.count)
    }
    guard let end = rest.first else { return id }
    return ".):-–/ ".contains(end) ? id : nil
  }

  /// An id out of the words that matter; of all words where none does.
  private static func id(ofWords text: String) -> String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let words = SketchWords.words(of: text)
    let stopWords = isASCII ? englishStopWords : vietnameseStopWords
    let id = SketchWords.id(words.filter { !stopWords.contains($0) })
    return id.isEmpty ? SketchWords.id(words) : id
  }

  private static let vietnameseStopWords: Set<String> = [
    "cua", "va", "la", "ve", "cho", "cac", "nhung", "ong", "ba", "voi", "tai", "nay", "the", "nao",
    "xin", "theo", "duoc", "nhu",
  ]
  private static let englishStopWords: Set<String> = [
    "of", "the", "a", "an", "is", "are", "do", "does", "did", "you", "your", "to", "in", "on",
    "and",
    "or", "for", "please", "what", "which", "how", "it", "at",
  ]
}
