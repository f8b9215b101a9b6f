import SurveyModel

/// All spellings under which the columns of a questionnaire are known.
///
/// Built once for a questionnaire; the sniffer asks it for thousands of cells.
struct HeaderDictionary {
  let questionnaire: Questionnaire
  /// What a saved map says, which goes before everything.
  let overrides: MapOverrides
  private let ids: HeaderIDs
  private var questions = HeaderWords<Int>()
  /// The questions by their words before a remark in brackets.
  private var remarked = HeaderWords<Int>()
  private var sections = HeaderWords<Int>()
  /// The options of each multiple choice, and the levels of each short single one; behind them the
  /// codes for a missing answer.
  private var options: [Int: HeaderWords<Int>] = [:]
  /// The open question that goes with a closed one: "other, please specify".
  private var others: [Int: Int] = [:]
  private let keys = HeaderKeys()

  init(_ questionnaire: Questionnaire, savedMap: SavedMap? = nil) {
    self.questionnaire = questionnaire
    overrides = savedMap.map { MapOverrides($0, questionnaire) } ?? MapOverrides()
    ids = HeaderIDs(questionnaire)
    for (index, question) in questionnaire.questions.enumerated() where question.kind.isStored {
      questions.add(question.label, index)
      for label in question.label.translations.values.sorted() {
        if let words = HeaderRemark(label)?.words { remarked.add(words, index) }
      }
      guard let list = question.kind.choiceList else { continue }
      if let other = ids["\(question.id)[other]"], case .question(let open) = other {
        others[index] = open
      }
      options[index] = Self.words(of: list, question)
    }
    for (index, section) in questionnaire.sections.enumerated() {
      sections.add(section.title, index)
      sections.add(section.id, index)
    }
  }

  /// Lists that are longer have no column for each option.
  private static var mostLevels: Int { 20 }

  /// The words of options and of codes for a missing answer; a bare code below a single choice may
  /// be anything.
  private static func words(of list: ChoiceList, _ question: Question) -> HeaderWords<Int>? {
    let isMultiple = question.kind.isMultiple
    guard isMultiple || list.choices.count <= mostLevels else { return nil }
    var words = HeaderWords<Int>()
    for (place, choice) in list.choices.enumerated() {
      words.add(choice.label, place)
      if isMultiple { words.add(choice.code, place) }
    }
    for (place, code) in question.missing.enumerated() {
      let names = Set(code.label.translations.values).sorted() + (isMultiple ? [code.code] : [])
      for name in names where words.find(HeaderKey(name)) == nil {
        words.add(name, list.choices.count + place)
      }
    }
    return words
  }

  /// What a header of one cell means.
  func match(_ cell: String) -> HeaderMatch? {
    let text = cell.composed.trimmed
    guard !text.isEmpty else { return nil }
    if ColumnMap.ownHeaders.contains(text) { return .init(.bookkeeping, .said) }
    if let meaning = ids[text] { return HeaderMatch(meaning, .id) }
    let key = keys[text]
    let whole = questions.find(key)
    if let whole, whole.evidence == .label, let only = whole.values.only {
      // `Kênh [Khác]` has the letters of "Kênh khác" and is an option of "Kênh" all the same.
      if !questions.isExact(key), let match = parts(of: text), case .option = match.meaning {
        return match
      }
      return HeaderMatch(.question(only), .label)
    }
    if let end = ids.end(ofPath: text) {
      guard let path = end.unknownGroups else { return HeaderMatch(end.meaning, .id) }
      return HeaderMatch(meaning: end.meaning, evidence: .guess, path: path)
    }
    let split = parts(of: text)
    // `kenh. Kênh [Báo]` goes on with an option.
    let namesOption = if case .option? = split?.meaning { true } else { false }
    if !namesOption, let match = codeAndText(text) { return match }
    if let split, split.evidence < .guess { return split }
    if let meta = MetaHeaders.role(of: text) { return HeaderMatch(.meta(meta.role), .id) }
    if let whole {
      return whole.values.only.map { HeaderMatch(.question($0), whole.evidence) } ?? split
    }
    if let only = questions.findCutOff(key).only { return HeaderMatch(.question(only), .truncated) }
    let remark = HeaderRemark(text)
    return split ?? remark.flatMap(beforeRemark) ?? withoutRemark(key, remark) ?? goingOn(text, key)
  }

  /// A question with a unit behind its words, of which a header has the words alone.
  private func withoutRemark(_ key: HeaderKey, _ remark: HeaderRemark?) -> HeaderMatch? {
    guard remark == nil, let index = remarked.find(key)?.values.only else { return nil }
    let isHarmless = questionnaire.questions[index].label.translations.values.allSatisfy { label in
      HeaderRemark(label)?.isHarmless != false
    }
    return isHarmless ? HeaderMatch(.question(index), .truncated) : nil
  }

  /// The one question whose words have a remark in brackets that the header does not have, or has
  /// otherwise.
  func questionWithRemark(_ text: String) -> Int? {
    let text = text.composed.trimmed
    let words = HeaderRemark(text)?.words ?? text
    guard questions.find(keys[text]) == nil else { return nil }
    return remarked.find(keys[words])?.values.only
  }

  /// A long question behind whose words more is said, which may make another question of it; what
  /// stands apart behind a closed one is rather an option.
  private func goingOn(_ text: String, _ key: HeaderKey) -> HeaderMatch? {
    guard let only = questions.findBeginning(of: key).only else { return nil }
    let isOption = questionnaire.questions[only].kind.choiceList != nil && group(of: text) == only
    return isOption ? nil : HeaderMatch(.question(only), .guess)
  }

  /// The questions with the whole words of which a header begins: `Giới tính 1=Nam 2=Nữ`.
  func lead(of text: String) -> [Int] {
    text.utf8.count <= Self.longestHeader ? questions.findLead(of: keys[text]) : []
  }

  /// Whether a closed question may have a column for each of its options.
  func hasOptions(_ question: Int) -> Bool { options[question] != nil }

  /// The option of a question of which these are the words.
  func option(of question: Int, called text: String) -> Int? {
    options[question]?.find(keys[text])?.values.only
  }

  /// The choice of one option whose id stands before the code or the words of an option: `gioi_1`.
  func singleChoice(of text: String) -> Int? {
    guard text.utf8.count <= Self.longestHeader else { return nil }
    let text = text.composed.trimmed
    let marks = "_/.:-["
    for cut in text.indices where marks.contains(text[cut]) {
      let id = String(text[..<cut])
      guard case .question(let index)? = ids[id] ?? ids.end(ofPath: id)?.meaning,
        case .selectOne = questionnaire.questions[index].kind
      else { continue }
      var option = text[cut...].drop(while: marks.contains)
      if option.last == "]" { option.removeLast() }
      let book = ChoiceBook(questionnaire.questions[index])
      let name = String(option)
      let entry =
        book.entry(codeLike: name) ?? book.entry(label: name)
        ?? book.entry(labelWithoutMarks: name)
      if entry != nil { return index }
    }
    return nil
  }

  /// A question with a remark in brackets behind its words; one that may change what is asked needs
  /// consent, and the words of an option are no remark.
  private func beforeRemark(_ parts: HeaderRemark) -> HeaderMatch? {
    guard let index = owner(of: parts.words) else { return nil }
    let remark = keys[parts.remark]
    guard !OtherWords.contain(remark.letters) else { return nil }
    let question = questionnaire.questions[index]
    if question.kind.choiceList != nil {
      let book = ChoiceBook(question)
      if book.entry(code: parts.remark) != nil || book.entry(label: parts.remark) != nil
        || book.entry(labelWithoutMarks: parts.remark) != nil
      {
        return nil
      }
      // What the numbers mean is settled with the cells.
      let legend = HeaderLegend(parts.remark, book)
      if legend.agreements > 0 || legend.contradiction != nil {
        return HeaderMatch(.question(index), .truncated)
      }
    }
    if parts.isHarmless { return HeaderMatch(.question(index), .truncated) }
    // What stands behind a closed question is rather an option, and behind `[` a row or a code.
    return parts.isRound && question.kind.choiceList == nil
      ? HeaderMatch(.question(index), .guess) : nil
  }

  /// The one question whose id or words these are.
  private func owner(of words: String) -> Int? {
    if case .question(let index)? = ids[words] { return index }
    return questions.find(keys[words])?.values.only
  }

  /// The one question to an option or a part of which a header may belong.
  func group(of text: String) -> Int? {
    let groups = HeaderParts.splits(of: text).map(\.group) + [HeaderRemark(text)?.words]
    return groups.lazy.compactMap { $0.flatMap { owner(of: $0) } }.first
  }

  /// The multiple choice to an option of which a header may belong: `kenh/98`, `Câu hỏi [Khác]`.
  func multipleChoice(of text: String) -> Int? {
    // What LimeSurvey lets people write beside an option.
    if text.hasSuffix("comment]") { return nil }
    if let index = ids.multipleChoice(of: text) { return index }
    guard let index = group(of: text),
      case .selectMultiple = questionnaire.questions[index].shape
    else { return nil }
    return index
  }

  /// The section to a row of which a header may belong: `section[row]`, `Tên phần - Câu hỏi`.
  func section(of text: String) -> Int? {
    let isRow = text.last == "]"
    return HeaderParts.splits(of: text).lazy.compactMap { group, _ in
      guard let found = sections.find(keys[group])?.values.only else { return nil }
      // Calculations and notes stand in paths of ids too.
      let isPath = questionnaire.sections[found].id == group.trimmed.lowercased()
      return isRow || !isPath ? found : nil
    }.first
  }

  /// Whether the words belong to several questions.
  func isAmbiguous(_ cell: String) -> [Int] {
    let found = questions.find(HeaderKey(cell.composed.trimmed))?.values ?? []
    return found.count > 1 ? found : []
  }

  /// `code. text` and `code[row]. text [row]`, as LimeSurvey writes them; a text of another question
  /// decides against the code.
  private func codeAndText(_ text: String) -> HeaderMatch? {
    guard let stop = text.firstIndex(where: { $0 == "." || $0 == ":" || $0 == " " }) else {
      return nil
    }
    let (code, words) = (String(text[..<stop]), String(text[text.index(after: stop)...]))
    let rest = HeaderKey(words)
    guard !rest.letters.isEmpty else { return nil }
    guard let meaning = ids[code], let index = meaning.question else {
      return text[stop...].hasPrefix(". ") ? MetaHeaders.limeSurveyRole(of: code) : nil
    }
    var labels = questionnaire.questions[index].label.translations.values.map {
      HeaderKey($0).numberless
    }
    if labels.contains(where: { $0.hasPrefix(rest.numberless) || rest.numberless.hasPrefix($0) }) {
      return HeaderMatch(meaning, .label)
    }
    // Behind the words of the question stand those of its row or option.
    guard code.last == "]", words.last == "]", let open = words.lastIndex(of: "[") else {
      return nil
    }
    if case .option(_, let place) = meaning {
      labels = ChoiceBook(questionnaire.questions[index]).entries[place].labels.map {
        HeaderKey($0).numberless
      }
    }
    let row = HeaderKey(String(words[open...])).numberless
    return labels.contains(row) ? HeaderMatch(meaning, .label) : nil
  }
}

extension HeaderMatch {
  init(_ meaning: ColumnMap.Meaning, _ evidence: HeaderEvidence) {
    self.init(meaning: meaning, evidence: evidence)
  }

  /// The match of a part below `group`.
  func below(_ group: HeaderDictionary.Group) -> HeaderMatch {
    guard evidence == .guess, group.isUnknown else { return self }
    var match = self
    match.group = group.words
    return match
  }
}

// MARK: Two parts

extension HeaderDictionary {
  /// Longer cells are no headers of two parts; it saves looking through free text.
  private static var longestHeader: Int { 2000 }

  /// A question with its option, or a group with its question, in one cell.
  private func parts(of text: String) -> HeaderMatch? {
    guard text.utf8.count <= Self.longestHeader else { return nil }
    var best: HeaderMatch?
    for (group, part) in HeaderParts.splits(of: text) {
      guard let match = match(part: part, of: group) else { continue }
      if match.evidence < (best?.evidence ?? .none) { best = match }
    }
    return best
  }

  /// What `part` means below `group`: an option of the question, a question of the section.
  private func match(part: String, of group: String) -> HeaderMatch? {
    let group = self.group(group)
    return match(part: part, of: group)?.below(group)
  }

  /// What the words of a group stand for.
  struct Group {
    /// The folded words; blank where there are none.
    fileprivate let words: String
    /// The questions that they may be.
    fileprivate let owners: [Int]
    /// The sections that they may be.
    fileprivate let sections: [Int]

    /// Whether the questionnaire does not know them, so that a part means the same below any of them.
    var isUnknown: Bool { isNamed && owners.isEmpty && sections.isEmpty }

    fileprivate var isNamed: Bool { !words.isEmpty }
  }

  /// What stands above or before parts.
  func group(_ text: String) -> Group {
    let key = keys[text]
    guard !key.letters.isEmpty else { return Group(words: "", owners: [], sections: []) }
    var owners = questions.find(key)?.values ?? []
    if case .question(let index)? = ids[text.trimmed] { owners = [index] }
    if owners.isEmpty { owners = looseOwner(text.composed.trimmed).map { [$0] } ?? [] }
    return Group(
      words: key.letters,
      owners: owners,
      sections: sections.find(key)?.values ?? []
    )
  }

  /// The question whose words stand in front of a remark, or behind its id or a section.
  private func looseOwner(_ text: String) -> Int? {
    guard text.utf8.count <= Self.longestHeader else { return nil }
    if let remark = HeaderRemark(text), remark.isHarmless, let index = owner(of: remark.words) {
      return index
    }
    if case .question(let index)? = codeAndText(text)?.meaning { return index }
    for (group, part) in HeaderParts.splits(of: text) {
      guard let sections = sections.find(keys[group])?.values, let index = owner(of: part.trimmed),
        sections.contains(questionnaire.sectionOfQuestion[index])
      else { continue }
      return index
    }
    return nil
  }

  /// What `part` means below a group; ``HeaderMatch/below(_:)`` puts in below which.
  func match(part: String, of group: Group) -> HeaderMatch? {
    let key = keys[part]
    guard group.isNamed, !key.letters.isEmpty else { return nil }
    for owner in group.owners {
      let isSingle = !questionnaire.questions[owner].kind.isMultiple
      if isSingle, let open = others[owner], OtherWords.contain(key.letters) {
        return HeaderMatch(.question(open), .label)
      }
      if let found = options[owner]?.find(key), let only = found.values.only {
        // LimeSurvey's column for the words of an answer outside the list gives way to the option's.
        let evidence = part == "other" ? max(found.evidence, .truncated) : found.evidence
        return HeaderMatch(.option(question: owner, choice: only), evidence)
      }
      if let open = others[owner], OtherWords.contain(key.letters) {
        return HeaderMatch(.question(open), .label)
      }
    }
    if !group.sections.isEmpty, case .question(let index)? = ids[part.trimmed],
      group.sections.contains(questionnaire.sectionOfQuestion[index])
    {
      return HeaderMatch(.question(index), .id)
    }
    let candidates = questions.find(key)
    let inside = (candidates?.values ?? []).filter { question in
      group.sections.contains(questionnaire.sectionOfQuestion[question])
    }
    if let only = inside.only { return HeaderMatch(.question(only), .label) }
    if let candidates, let only = candidates.values.only, group.owners.isEmpty {
      // The group may say of whom or of what the words are asked.
      return HeaderMatch(.question(only), .guess)
    }
    return nil
  }
}

extension QuestionKind {
  /// Whether several options can be chosen.
  fileprivate var isMultiple: Bool {
    if case .selectMultiple = self { true } else { false }
  }
}

extension Collection where Index == Int {
  /// The element of a collection that has only one.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
