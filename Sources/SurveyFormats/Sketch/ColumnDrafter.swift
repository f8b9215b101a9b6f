import SurveyModel

/// Proposes what one column asks, by its name and its cells.
struct ColumnDrafter {
  let codebook: Codebook

  /// What the column is proposed to be.
  func item(_ column: ColumnProfile) -> SketchItem {
    if column.header.isEmpty {
      return .leftOut([.noHeader(column: column.position + 1)], column: column.position)
    }
    if let known = codebook[column.header] { return .question(draft(column, known)) }
    if Self.isSystem(column.header) {
      return .leftOut([.system(column.header)], column: column.position)
    }
    var draft = QuestionDraft(column: column.position, kind: .text, label: column.header)
    draft.group = column.group
    infer(column, into: &draft)
    let isPersonalRole = MetaHeaders.role(of: column.header)?.role == .personal
    if isPersonalRole, column.filled > 0 || column.blank > 0 {
      draft.reasons = [.personal]
    } else if let kind = PersonalData.kind(ofHeader: column.header), isPersonal(kind, column, draft)
    {
      draft.reasons = [.personal]
    } else if PersonalData.isStaff(column.header), holdsNames(column) {
      draft.reasons = [.personal]
    } else if column.filled > 0, (column.mailLike + column.phoneLike) * 2 > column.filled {
      draft.reasons = [.personal]
    } else if case .text = draft.kind, column.filled > 0 {
      draft.reasons = draft.reasons.isEmpty ? [.freeText] : draft.reasons
    }
    return .question(draft)
  }

  /// Whether a column belongs to the system that the file comes from, or to this importer.
  private static func isSystem(_ header: String) -> Bool {
    if let role = MetaHeaders.role(of: header)?.role { return role != .personal }
    return ColumnMap.ownHeaders.contains(header)
      || ["uuid", "guid"].contains(header.lowercased())
  }

  /// A word such as "name" in a header counts only where the cells are many different words.
  private func isPersonal(
    _ kind: PersonalData.Kind,
    _ column: ColumnProfile,
    _ draft: QuestionDraft
  ) -> Bool {
    switch draft.kind {
    case .one, .many:
      kind == .phone || kind == .mail || kind == .identity || kind == .birth
        || kind == .name && holdsNames(column)
    case .text: true
    // A year of birth is an age.
    case .integer, .decimal: kind != .name && kind != .address && kind != .birth
    case .date: kind == .birth
    }
  }

  /// Whether the cells hold names of people; a few of them come again and again.
  private func holdsNames(_ column: ColumnProfile) -> Bool {
    PersonalData.areNames(
      column.values.filter {
        !MissingWords.signs.contains($0) && MissingWords.reason($0) == nil
      }
    )
  }

  // MARK: By the cells

  /// Adds the type that the cells show.
  func infer(_ column: ColumnProfile, into draft: inout QuestionDraft) {
    let signs = MissingWords.signs.filter { column.counts[$0] != nil }
    let answers = column.filled - signs.reduce(0) { $0 + (column.counts[$1] ?? 0) }
    if answers == 0 {
      draft.notes.append(.noAnswers)
    } else if column.consists(of: [.integer], aside: signs) {
      inferWhole(column, signs, into: &draft)
    } else if column.consists(of: [.integer, .decimal], aside: signs) {
      draft.kind = .decimal
    } else if column.consists(of: [.date], aside: signs) {
      draft.kind = .date
    } else if let joined = JoinedCells.find(in: column, aside: signs, isMultiple: false) {
      draft.kind = .many(
        ChoiceProposal(options: joined.options.map { .init(code: nil, label: $0) })
      )
      draft.notes.append(.joinedCells(String(joined.separator)))
    } else if column.repeats(aside: signs) || isScale(column, signs) {
      inferOptions(column, signs, into: &draft)
    } else if column.consists(of: [.integer, .digits], aside: signs) {
      draft.notes.append(.leadingZeros)
    }
    if column.blank == 0, answers == column.filled, answers > 0 { draft.notes.append(.neverBlank) }
  }

  /// Whether the texts are the levels of a scale, however few answers there are.
  private func isScale(_ column: ColumnProfile, _ signs: Set<String>) -> Bool {
    guard !column.isOpen, column.counts.count <= 9 else { return false }
    let labels = column.values.filter { !signs.contains($0) && MissingWords.reason($0) == nil }
    return labels.count >= 3 && ScaleWords.recognise(labels) != nil
  }

  private func inferWhole(
    _ column: ColumnProfile,
    _ signs: Set<String>,
    into draft: inout QuestionDraft
  ) {
    draft.kind = .integer
    guard !column.isOpen, column.counts.count <= 14, let range = column.range else { return }
    let values = column.values.filter { !signs.contains($0) }.compactMap { Int($0) }
    let missing = MissingWords.numbers(among: values)
    let rest = Set(values).subtracting(missing.map(\.number))
    let isYesNo = rest == [0, 1] && column.filled >= 3
    draft.missing = missing.map {
      .init(code: String($0.number), label: String($0.number), reason: $0.reason)
    }
    if !missing.isEmpty {
      draft.notes.append(.missingNumbers(missing.map { String($0.number) }))
    }
    if isYesNo {
      draft.kind = .one(.yesNo)
    } else if range.lowerBound >= 0, rest.count >= 2, rest.count <= 7, (rest.max() ?? 99) <= 10,
      column.repeats(aside: signs)
    {
      draft.notes.append(.maybeCodes)
    }
  }

  private func inferOptions(
    _ column: ColumnProfile,
    _ signs: Set<String>,
    into draft: inout QuestionDraft
  ) {
    var spellings: [String: [String]] = [:]
    for value in column.values where !signs.contains(value) {
      spellings[MatchingKey(value).text, default: []].append(value)
    }
    var proposal = ChoiceProposal(options: [])
    for (_, group) in spellings.sorted(by: { $0.key < $1.key }) {
      let label = group.max { (column.counts[$0] ?? 0, $1) < (column.counts[$1] ?? 0, $0) } ?? ""
      if group.count > 1 { draft.notes.append(.spellings(group)) }
      proposal.options.append(.init(code: nil, label: label))
    }
    if let numbered = ChoiceProposal.numbered(proposal.options.map(\.label)) {
      proposal = numbered
      let codes = proposal.options.compactMap { $0.code.flatMap { Int($0) } }
      proposal.takeNumbers(MissingWords.numbers(among: codes))
    } else {
      proposal.readNumbers()
    }
    let reasons = proposal.takeMissing()
    if !reasons.isEmpty { draft.notes.append(.missingLabels(reasons)) }
    draft.kind = .one(proposal)
  }

  // MARK: By a codebook

  private func draft(_ column: ColumnProfile, _ known: Codebook.Variable) -> QuestionDraft {
    let label = known.text.isEmpty ? column.header : known.text
    var draft = QuestionDraft(column: column.position, kind: .text, label: label)
    draft.ownID = QuestionIDs.proposal(for: column.header)
    guard !known.labels.isEmpty, !known.isOpen else {
      infer(column, into: &draft)
      if known.isOpen || column.filled > 0, case .text = draft.kind { draft.reasons = [.freeText] }
      return draft
    }
    var proposal = ChoiceProposal(
      options: known.labels.map { .init(code: $0.code, label: $0.text) }
    )
    let declared = Set(known.labels.map(\.code))
    let undeclared = column.values.filter { !declared.contains($0) }
    if column.isOpen || undeclared.count > 40 {
      infer(column, into: &draft)
      return draft
    }
    proposal.options += undeclared.map { .init(code: $0, label: $0) }
    if !undeclared.isEmpty { draft.notes.append(.undeclaredCodes(undeclared)) }
    let reasons = proposal.takeMissing()
    if !reasons.isEmpty { draft.notes.append(.missingLabels(reasons)) }
    draft.kind = .one(proposal)
    if column.blank == 0, column.filled > 0 { draft.notes.append(.neverBlank) }
    return draft
  }
}

extension ChoiceProposal {
  /// Yes and no as 1 and 0; the labels are given when the language is known.
  static let yesNo = ChoiceProposal(
    options: [.init(code: "0", label: ""), .init(code: "1", label: "")]
  )

  /// Takes codes out of labels such as `4 - Hài lòng`, `4. Hài lòng`, `Hài lòng (4)`.
  mutating func readNumbers() {
    let read = options.map { Self.number(in: $0.label) }
    let found = read.compactMap { $0 }
    guard found.count == options.count, Set(found.map { $0.code ?? "" }).count == found.count,
      Set(found.map { MatchingKey($0.label) }).count == found.count
    else { return }
    options = found
  }

  /// The options of cells that hold codes alone and codes with labels side by side, as `3` and
  /// `3 - Quan tâm`; none where a cell is neither.
  static func numbered(_ labels: [String]) -> ChoiceProposal? {
    var words: [String: String] = [:]
    var codes: [String] = []
    for label in labels {
      let option: Option
      if label.utf8.count <= 3, let code = NumberText.parseInteger(label) {
        option = Option(code: String(code), label: "")
      } else if let read = number(in: label) {
        option = read
      } else {
        return nil
      }
      let code = option.code ?? ""
      if !codes.contains(code) { codes.append(code) }
      guard !option.label.isEmpty else { continue }
      if let known = words[code], MatchingKey(known) != MatchingKey(option.label) { return nil }
      words[code] = words[code] ?? option.label
    }
    guard codes.count >= 2, !words.isEmpty, words.count < labels.count else { return nil }
    var proposal = ChoiceProposal(
      options: codes.map { Option(code: $0, label: words[$0] ?? $0) }
    )
    let numbers = codes.compactMap { Int($0) }.filter { $0 <= 7 }.sorted()
    proposal.isBareScale = numbers.count >= 3 && numbers == Array(1...numbers.count)
    return proposal
  }

  /// Moves codes to the missing ones.
  mutating func takeNumbers(_ codes: [(number: Int, reason: MissingReason)]) {
    for (number, reason) in codes {
      guard let place = options.firstIndex(where: { $0.code == String(number) }) else { continue }
      let option = options.remove(at: place)
      missing.append(Missing(code: option.code, label: option.label, reason: reason))
    }
  }

  private static func number(in label: String) -> Option? {
    let digits = label.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count <= 3 {
      let rest = label.dropFirst(digits.count).trimmed
      guard let mark = rest.first, "-.:)–".contains(mark) else { return nil }
      let words = rest.dropFirst().trimmed
      let isWords = words.unicodeScalars.first?.properties.isAlphabetic == true
      return isWords ? Option(code: String(digits), label: words) : nil
    }
    guard label.last == ")", let open = label.lastIndex(of: "(") else { return nil }
    let inside = label[label.index(after: open)...].dropLast()
    guard !inside.isEmpty, inside.count <= 3, inside.allSatisfy({ $0.isASCII && $0.isNumber })
    else {
      return nil
    }
    let words = label[..<open].trimmed
    return words.isEmpty ? nil : Option(code: String(inside), label: words)
  }

  /// Moves the options that are no answers to the missing codes, when others stay.
  mutating func takeMissing() -> [String] {
    let reasons = options.map { MissingWords.reason($0.label) }
    guard options.count - reasons.count(where: { $0 != nil }) >= 2 else { return [] }
    for (option, reason) in zip(options, reasons) {
      guard let reason else { continue }
      missing.append(Missing(code: option.code, label: option.label, reason: reason))
    }
    let labels = zip(options, reasons).filter { $0.1 != nil }.map(\.0.label)
    options = zip(options, reasons).filter { $0.1 == nil }.map(\.0)
    return labels
  }
}
