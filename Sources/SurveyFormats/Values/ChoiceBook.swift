import SurveyModel

/// The options of a closed question and its missing codes under every name that is known for them.
struct ChoiceBook: Sendable {
  /// An option, or a code for a missing answer.
  struct Entry: Sendable {
    let code: String
    let labels: [String]
    /// The option's place in the list; none for a missing code.
    let choice: Int?
    let reason: MissingReason?

    /// What is said of it to a person.
    var name: String { labels.first ?? code }
  }

  let entries: [Entry]
  /// How many of the entries are options; they come first.
  let choiceCount: Int
  /// Codes that hold other signs than letters and digits.
  let oddCodes: [String]
  private var ofCode: [String: Int] = [:]
  private var ofFoldedCode: [String: Int?] = [:]
  private var ofNumber: [String: Int?] = [:]
  private var ofLabel: [MatchingKey: Int?] = [:]
  private var ofBareLabel: [String: Int?] = [:]
  /// The folded labels of each entry.
  private(set) var keys: [[String]] = []
  /// Whether a text is the code of one option and the words of another, as where "2 children" has code 3.
  private(set) var hasNumberLabels = false

  init(_ question: Question) {
    let choices = question.kind.choiceList?.choices ?? []
    let options = choices.enumerated().map { index, choice in
      Entry(code: choice.code, labels: Self.texts(choice.label), choice: index, reason: nil)
    }
    let missing = question.missing.map { code in
      Entry(code: code.code, labels: Self.texts(code.label), choice: nil, reason: code.reason)
    }
    entries = options + missing
    choiceCount = options.count
    oddCodes = entries.map(\.code).filter { code in
      !code.unicodeScalars.allSatisfy(PrintedOption.isCodeScalar)
    }
    // The nearest declaration of a missing code goes before a code of the list.
    for index in entries.indices.reversed() { ofCode[entries[index].code] = index }
    for (index, code) in question.missing.enumerated().reversed() {
      ofCode[code.code] = choiceCount + index
    }
    for (index, entry) in entries.enumerated() {
      Self.enter(index, under: entry.code.lowercased(), in: &ofFoldedCode)
      if let number = Self.number(entry.code) { Self.enter(index, under: number, in: &ofNumber) }
      var own: [String] = []
      for label in entry.labels {
        let key = MatchingKey(label)
        own.append(key.text)
        if let choice = entry.choice {
          Self.enter(choice, under: key, in: &ofLabel)
        } else if ofLabel[key] == nil {
          ofLabel[key] = index
        }
        Self.enter(index, under: key.withoutMarks, in: &ofBareLabel)
      }
      keys.append(own)
    }
    hasNumberLabels = (0..<choiceCount).contains { index in
      entry(label: entries[index].code).map { $0 != index && $0 < choiceCount } ?? false
    }
  }

  private static func texts(_ label: LocalizedText) -> [String] {
    var seen: Set<String> = []
    let first = label.text("vi")
    return ([first] + label.translations.sorted { $0.key < $1.key }.map(\.value))
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Two entries under one name make the name useless.
  private static func enter<Key: Hashable>(
    _ index: Int,
    under key: Key,
    in table: inout [Key: Int?]
  ) {
    if let other = table[key] {
      if other != index { table[key] = .some(nil) }
    } else {
      table[key] = .some(index)
    }
  }

  /// The digits of a code without the zeros in front and behind a decimal mark: `01`, `1.0` → `1`.
  private static func number(_ text: String) -> String? {
    guard let form = NumberForm(text), form.unit.isEmpty, !form.isPercent, !form.isAmbiguous,
      let whole = (form.point ?? form.comma)?.whole
    else { return nil }
    return String(whole)
  }

  func entry(code text: String) -> Int? { ofCode[text] }

  func entry(label text: String) -> Int? { ofLabel[MatchingKey(text)] ?? nil }

  /// A label, also one that is a number in other clothes: `1.0` for "1".
  func entry(labelLike text: String) -> Int? {
    entry(label: text) ?? Self.number(text).flatMap { entry(label: $0) }
  }

  /// A code in another case, with zeros in front or behind, when it can be only one.
  func entry(codeLike text: String) -> Int? {
    if let index = ofFoldedCode[text.lowercased()] ?? nil { return index }
    return Self.number(text).flatMap { ofNumber[$0] ?? nil }
  }

  /// A code as a list prints it, `5.`, `(5)`, `b)`, where no number is the words of an option.
  func entry(codePrinted text: String) -> Int? {
    guard !hasNumberLabels, let code = PrintedOption.bareCode(text) else { return nil }
    return entry(code: code) ?? entry(codeLike: code)
  }

  /// A label of which some marks were left out, when it can be only one.
  ///
  /// A mark that is there must be right: "Hái lòng" is not "Hài lòng".
  func entry(labelWithoutMarks text: String) -> Int? {
    let key = MatchingKey(text)
    guard let found = ofBareLabel[key.withoutMarks], let index = found else { return nil }
    return keys[index].contains { Self.lacksOnlyMarks(key.text, of: $0) } ? index : nil
  }

  private static func lacksOnlyMarks(_ text: String, of label: String) -> Bool {
    guard text.count == label.count else { return false }
    return zip(text, label).allSatisfy { one, other in
      one == other || String(one) == MatchingKey(String(other)).withoutMarks
    }
  }

  /// Whether `text` is a label of the entry, in any language.
  func isLabel(_ text: String, of index: Int) -> Bool {
    keys.indices.contains(index) && keys[index].contains(MatchingKey(text).text)
  }

  /// A cell with number and words, and the entries that they name.
  struct Printed {
    let byCode: Int?
    let byLabel: Int
    /// Whether the words lack marks.
    let lacksMarks: Bool
  }

  /// Takes a cell with number and words apart; agreement of the two goes before anything else.
  func printed(_ text: String) -> Printed? {
    let candidates = PrintedOption.candidates(text, in: self)
    let codes = candidates.map { entry(code: $0.code) ?? entry(codeLike: $0.code) }
    for (candidate, code) in zip(candidates, codes) {
      if let code, isLabel(candidate.label, of: code) {
        return Printed(byCode: code, byLabel: code, lacksMarks: false)
      }
    }
    for (candidate, code) in zip(candidates, codes) {
      let bare = ChoiceCells.withoutPunctuation(candidate.label) ?? candidate.label
      if let label = entry(label: candidate.label) ?? entry(label: bare) {
        return Printed(byCode: code, byLabel: label, lacksMarks: false)
      }
      if let label = entry(labelWithoutMarks: bare) {
        return Printed(byCode: code, byLabel: label, lacksMarks: true)
      }
    }
    return nil
  }

  /// What a cell without an answer says, where `text` is a missing code of the question, its label,
  /// or both.
  ///
  /// Words behind a number hold only with their own code; that code stands for marks they lack.
  func missing(_ text: String) -> (reason: MissingReason, note: CellNote?)? {
    if choiceCount == entries.count { return nil }
    if let index = entry(code: text) ?? entry(label: text) {
      return entries[index].reason.map { ($0, nil) }
    }
    guard let printed = printed(text), printed.byCode == printed.byLabel,
      let reason = entries[printed.byLabel].reason
    else { return nil }
    let note = CellNote.withoutMarks(label: entries[printed.byLabel].name)
    return (reason, printed.lacksMarks ? note : nil)
  }

  /// The same for a missing code that is written as a number in other clothes, such as `99.0`.
  func missing(_ number: Int, writtenAs text: String) -> (reason: MissingReason, note: CellNote?)? {
    guard choiceCount < entries.count, let index = entry(codeLike: String(number)),
      let reason = entries[index].reason
    else { return nil }
    return (reason, .codeForm(text, code: entries[index].code))
  }

  /// The option at the other end of the list.
  func mirrored(_ index: Int) -> Int { index < choiceCount ? choiceCount - 1 - index : index }

  /// The label nearest to `text`, when it is near enough to be a slip of the hand.
  func closest(to text: String) -> String? {
    nearestLabel(
      to: MatchingKey(text).text,
      among: zip(entries, keys).flatMap { entry, keys in
        zip(entry.labels, keys).map { (label: $0, key: $1) }
      }
    )
  }

  /// What an interview says about a text that is no option.
  func rejection(_ text: String) -> AnswerRejection {
    .notAChoice(
      text: String(text.prefix(80)),
      allowed: entries.prefix(choiceCount).map(\.code),
      closest: closest(to: text)
    )
  }
}
