import SurveyModel

/// Reads the cells of a multiple choice that hold all chosen options.
///
/// Codes or labels stand between spaces, `;` (also behind the last), `,`, `|` or line breaks.
/// Labels may hold any of these themselves: where cutting at `;`, `|` and line breaks does not
/// give options, the whole cell must consist of them exactly, and in one way only: "Báo, Đài" may be
/// the option "Báo, đài" or the two options "Báo" and "Đài". What is written exactly as an option is
/// goes before what differs in case. Lines may begin with a bullet, unless options do.
struct MultipleCells: Sendable {
  let list: ChoiceList
  let book: ChoiceBook
  let marks: MissingMarks
  private let cover: OptionCover
  private let bareCover: OptionCover
  /// The names as they are written.
  private let exactCover: OptionCover
  private let bullets: LineBullets

  init(list: ChoiceList, book: ChoiceBook, marks: MissingMarks) {
    self.list = list
    self.book = book
    self.marks = marks
    var names: [(text: String, option: Int)] = []
    var bare: [(text: String, option: Int)] = []
    var exact: [(text: String, option: Int)] = []
    for (index, entry) in book.entries.prefix(book.choiceCount).enumerated() {
      let code = entry.code
      names.append((MatchingKey(code).text, index))
      exact += ([code] + entry.labels).map { (Self.spaced($0), index) }
      for key in book.keys[index] {
        let forms = [
          key, "\(code) - \(key)", "\(code). \(key)", "\(code)) \(key)", "\(code): \(key)",
          "[\(code)] \(key)", "(\(code)) \(key)", "\(key) (\(code))",
        ]
        names += forms.map { (MatchingKey($0).text, index) }
        bare.append((MatchingKey(key).withoutMarks, index))
      }
    }
    bullets = LineBullets(options: book.entries.flatMap { [$0.code] + $0.labels })
    cover = OptionCover(Self.certain(names))
    bareCover = OptionCover(Self.certain(bare))
    exactCover = OptionCover(Self.certain(exact))
  }

  /// A text with one space in the place of several.
  private static func spaced(_ text: String) -> String {
    text.composed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The names that belong to one option only.
  private static func certain(
    _ names: [(text: String, option: Int)]
  ) -> [(text: String, option: Int)] {
    let owners = Dictionary(grouping: names, by: \.text).mapValues { Set($0.map(\.option)) }
    return names.filter { owners[$0.text]?.count == 1 }
  }

  func read(_ text: String) -> CellReading {
    if let missing = book.missing(text) { return .answer(.missing(missing.reason), missing.note) }
    if let index = book.entry(code: text) { return answer([index]) }
    if let index = book.entry(label: text) {
      return reading(of: settled(text, [index], isLabel: true))
    }
    if let indices = codes(text) { return answer(indices) }
    if let bare = bullets.removed(from: text) { return read(bare) }
    if let pieces = pieces(text) { return reading(of: pieces) }
    let key = MatchingKey(text).text
    let rest: String
    switch cover.cover(key) {
    case .options(let indices): return reading(of: settled(text, indices))
    case .uncovered(let uncovered): rest = uncovered
    }
    if let reason = marks.reason(text) ?? marks.reasonOfForbidden(text) {
      return .answer(.missing(reason), .missingMark(text, reason))
    }
    if let damage = ExcelDamage.visible(in: text) { return .refused(.damage(damage)) }
    if let index = book.entry(codeLike: text) {
      return answer([index], .codeForm(text, code: book.entries[index].code))
    }
    if let index = book.entry(codePrinted: text) { return answer([index]) }
    if key == MatchingKey(text).withoutMarks, case .options(let indices) = bareCover.cover(key) {
      let sets = bareCover.sets(key)
      if sets.count > 1 { return twoReadings(text, sets) }
      return answer(indices, .withoutMarks(label: indices.map { name($0) }.joined(separator: ", ")))
    }
    return refusal(text, rest: rest)
  }

  /// Codes alone between any separators.
  private func codes(_ text: String) -> [Int]? {
    var indices: [Int] = []
    for part in text.split(whereSeparator: Self.isCodeSeparator) {
      guard let index = book.entry(code: String(part)), index < book.choiceCount else { return nil }
      indices.append(index)
    }
    return indices
  }

  private static func isCodeSeparator(_ character: Character) -> Bool {
    character.isWhitespace || character == "," || character == ";" || character == "|"
  }

  /// Options of which a text consists.
  private enum Settled {
    case options([Int])
    /// A part of it that consists of options in two ways.
    case unclear(String, [Set<Int>])
  }

  /// One option between every two strong separators.
  private func pieces(_ text: String) -> Settled? {
    let parts = text.split { $0 == ";" || $0 == "|" || $0.isNewline }.map(\.trimmed)
      .filter { !$0.isEmpty }
    guard parts.count > 1 || text.contains(";") else { return nil }
    var indices: [Int] = []
    for part in parts {
      if let index = book.entry(code: part) ?? book.entry(label: part), index < book.choiceCount {
        indices.append(index)
      } else if case .options(let several) = cover.cover(MatchingKey(part).text) {
        guard case .options(let own) = settled(part, several) else { return settled(part, several) }
        indices += own
      } else {
        return nil
      }
    }
    return .options(indices)
  }

  /// The one way in which a text consists of options, of which `indices` are one; a label as a whole
  /// is refused for others that are written exactly so.
  private func settled(_ text: String, _ indices: [Int], isLabel: Bool = false) -> Settled {
    let exact = exactCover.sets(Self.spaced(text))
    if exact.count == 1, !isLabel || exact[0] == Set(indices) { return .options(Array(exact[0])) }
    let sets = exact.count > 1 ? exact : cover.sets(MatchingKey(text).text)
    return sets.count > 1 ? .unclear(text, sets) : .options(indices)
  }

  private func reading(of settled: Settled) -> CellReading {
    switch settled {
    case .options(let indices): answer(indices)
    case .unclear(let text, let sets): twoReadings(text, sets)
    }
  }

  /// The options of which a text consists in their order, or a refusal of a text that consists of
  /// them in two ways; none where it does not, or holds codes alone.
  func ordered(_ text: String) throws(CellRejection) -> [Int]? {
    if codes(text) != nil { return nil }
    let parts = text.split { $0 == ";" || $0 == "|" || $0.isNewline }.map(\.trimmed)
      .filter { !$0.isEmpty }
    var indices: [Int] = []
    for part in parts {
      let (exact, key) = (Self.spaced(part), MatchingKey(part).text)
      let sets = exactCover.sets(exact)
      let all = sets.isEmpty ? cover.sets(key) : sets
      if all.count > 1 { throw unclear(part, all) }
      let outcome = sets.isEmpty ? cover.cover(key) : exactCover.cover(exact)
      guard case .options(let several) = outcome else { return nil }
      indices += several
    }
    return indices.isEmpty ? nil : indices
  }

  private func twoReadings(_ text: String, _ sets: [Set<Int>]) -> CellReading {
    .refused(unclear(text, sets))
  }

  private func unclear(_ text: String, _ sets: [Set<Int>]) -> CellRejection {
    let readings = sets.map { set in
      set.sorted().map {
        CellRejection.PrintedChoice(code: book.entries[$0].code, label: book.entries[$0].name)
      }
    }
    return .twoReadings(String(text.prefix(80)), readings)
  }

  private func name(_ index: Int) -> String { book.entries[index].name }

  private func answer(_ indices: [Int], _ note: CellNote? = nil) -> CellReading {
    if let first = indices.first, let reason = book.entries[first].reason {
      return .answer(.missing(reason), note)
    }
    let chosen = Set(indices).sorted().map { list.choices[$0] }
    guard !chosen.isEmpty else { return .answer(.missing(.noAnswer), nil) }
    if chosen.count > 1, let exclusive = chosen.first(where: \.isExclusive) {
      return .refused(.answer(.exclusiveChoice(label: exclusive.label)))
    }
    return .answer(.choices(chosen.map(\.code)), note)
  }

  /// Names the first piece that is no option; one piece alone is told like a single choice.
  private func refusal(_ text: String, rest: String) -> CellReading {
    let parts = text.split { $0 == ";" || $0 == "|" || $0 == "," || $0.isNewline }
    guard parts.count > 1 || rest != MatchingKey(text).text else {
      return .refused(.answer(book.rejection(text)))
    }
    let piece = rest.split { $0 == ";" || $0 == "|" || $0.isNewline }.first.map(\.trimmed) ?? rest
    let head = piece.split(separator: ",").first.map(\.trimmed) ?? piece
    let closest = book.closest(to: piece) ?? book.closest(to: head)
    return .refused(
      .uncovered(
        String(text.prefix(80)),
        rest: String((closest == nil ? piece : head).prefix(80)),
        closest: closest
      )
    )
  }
}
