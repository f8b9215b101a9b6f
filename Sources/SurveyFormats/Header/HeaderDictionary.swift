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
  private var sections = HeaderWords<Int>()
  /// The options of each multiple choice.
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
      guard let list = question.kind.choiceList else { continue }
      if let other = ids["\(question.id)[other]"], case .question(let open) = other {
        others[index] = open
      }
      guard case .selectMultiple = question.shape else { continue }
      var words = HeaderWords<Int>()
      for (place, choice) in list.choices.enumerated() {
        words.add(choice.label, place)
        words.add(choice.code, place)
      }
      options[index] = words
    }
    for (index, section) in questionnaire.sections.enumerated() {
      sections.add(section.title, index)
      sections.add(section.id, index)
    }
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
      return HeaderMatch(.question(only), .label)
    }
    if let meaning = ids.end(ofPath: text) { return HeaderMatch(meaning, .id) }
    if let match = codeAndText(text) { return match }
    if let match = parts(of: text) { return match }
    if let meta = MetaHeaders.role(of: text) { return HeaderMatch(.meta(meta.role), .id) }
    if let only = questions.findTruncated(key).only, whole == nil {
      return HeaderMatch(.question(only), .truncated)
    }
    if let whole, let only = whole.values.only {
      return HeaderMatch(.question(only), whole.evidence)
    }
    return nil
  }

  /// Whether the words belong to several questions.
  func isAmbiguous(_ cell: String) -> [Int] {
    let found = questions.find(HeaderKey(cell.composed.trimmed))?.values ?? []
    return found.count > 1 ? found : []
  }

  /// `code. text`, as LimeSurvey writes it; a text of another question decides against the code.
  private func codeAndText(_ text: String) -> HeaderMatch? {
    guard let stop = text.firstIndex(where: { $0 == "." || $0 == ":" || $0 == " " }),
      let meaning = ids[String(text[..<stop])], case .question(let index) = meaning
    else { return nil }
    let rest = HeaderKey(String(text[text.index(after: stop)...]))
    guard !rest.letters.isEmpty else { return nil }
    let isItsText = questionnaire.questions[index].label.translations.values.contains { label in
      let label = HeaderKey(label).numberless
      return label.hasPrefix(rest.numberless) || rest.numberless.hasPrefix(label)
    }
    return isItsText ? HeaderMatch(meaning, .label) : nil
  }
}

extension HeaderMatch {
  init(_ meaning: ColumnMap.Meaning, _ evidence: HeaderEvidence) {
    self.meaning = meaning
    self.evidence = evidence
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
  func match(part: String, of group: String) -> HeaderMatch? {
    let groupKey = keys[group]
    let partKey = keys[part]
    guard !groupKey.letters.isEmpty, !partKey.letters.isEmpty else { return nil }
    var owners = questions.find(groupKey)?.values ?? []
    if case .question(let index)? = ids[group.trimmed] { owners = [index] }
    for owner in owners {
      if let found = options[owner]?.find(partKey), let only = found.values.only {
        return HeaderMatch(.option(question: owner, choice: only), found.evidence)
      }
      if let open = others[owner], OtherWords.contain(partKey.letters) {
        return HeaderMatch(.question(open), .label)
      }
    }
    let candidates = questions.find(partKey)
    let named = sections.find(groupKey)?.values ?? []
    let inside = (candidates?.values ?? []).filter { question in
      named.contains(questionnaire.sectionOfQuestion[question])
    }
    if let only = inside.only { return HeaderMatch(.question(only), .label) }
    if let candidates, let only = candidates.values.only, owners.isEmpty {
      // A group that the questionnaire does not know makes the match a loose one.
      return HeaderMatch(.question(only), max(candidates.evidence, .truncated))
    }
    return nil
  }
}

extension Collection where Index == Int {
  /// The element of a collection that has only one.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
