extension VersionMap {
  /// A map that a person can look through: what the tool guesses, each line yet to be confirmed.
  ///
  /// A question that is gone and a new one with the same words and type are proposed as one question
  /// that was renamed; a code whose words have another code as a code that changed; a code whose words
  /// are nowhere as not comparable.
  public static func proposal(from old: Questionnaire, to new: Questionnaire) -> VersionMap {
    var map = VersionMap(questionnaire: new.id, from: old.version, to: new.version)
    let place = SourceLocation(file: "", line: 1, column: 1)
    let renames = likelyRenames(old, new)
    map.entries = renames.map { from, to in
      var entry = Entry(question: from, location: place)
      entry.becomes = to
      return entry
    }
    let comparison = QuestionnaireComparison(old, new, map: map)
    var named = Dictionary(renames.map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
    for question in new.questions where named[question.id] == nil {
      named[question.id] = question.id
    }
    var entries: [Entry] = []
    for question in new.questions {
      guard let before = named[question.id], let place = old.index(of: before) else { continue }
      let changes = comparison.changes.filter { $0.name == question.id && $0.isOfQuestion }
      if let entry = entry(old.questions[place], question, changes) { entries.append(entry) }
    }
    let gone = comparison.changes.filter { $0.code == .removed }.compactMap(\.name)
    for id in gone {
      var entry = Entry(question: id, location: place)
      entry.isDropped = true
      entry.isConfirmed = false
      entry.note = LocalizedText(["vi": "không hỏi nữa", "en": "not asked any more"])
      entries.append(entry)
    }
    map.entries = entries
    return map
  }

  private static func entry(
    _ before: Question,
    _ after: Question,
    _ changes: [VersionChange]
  ) -> Entry? {
    var entry = Entry(question: before.id, location: before.location)
    if before.id != after.id { entry.becomes = after.id }
    let grave = changes.filter(\.setsAnswersApart)
    if let one = before.kind.choiceList, let other = after.kind.choiceList,
      grave.contains(where: \.isOfCodes)
    {
      let likely = LikelyCodes(from: one, to: other)
      entry.recodes = one.choices.map { choice in
        let missing = after.missing.first { $0.code == choice.code }
        let target: Target =
          if let code = likely.code(of: choice.code) { .code(code) } else if let missing {
            .missing(missing.reason)
          } else { .notComparable }
        return Recode(choice.code, target, location: before.location)
      }
    }
    if grave.contains(where: { !$0.isOfCodes }) { entry.isComparable = false }
    guard entry.becomes != nil || !entry.recodes.isEmpty || entry.isComparable != nil else {
      return nil
    }
    entry.isConfirmed = false
    if let why = grave.first ?? changes.first(where: { $0.code == .renamed }) {
      entry.note = LocalizedText([
        "vi": why.text(in: .vietnamese), "en": why.text(in: .english),
      ])
    }
    return entry
  }

  /// Questions that are gone, each with the only new one that has its words and type.
  private static func likelyRenames(
    _ old: Questionnaire,
    _ new: Questionnaire
  ) -> [(String, String)] {
    let ids = (Set(old.questions.map(\.id)), Set(new.questions.map(\.id)))
    let gone = old.questions.filter { !ids.1.contains($0.id) && $0.kind.isStored }
    let come = new.questions.filter { !ids.0.contains($0.id) && $0.kind.isStored }
    var taken: Set<String> = []
    var renames: [(String, String)] = []
    for question in gone {
      let candidates = come.filter { other in
        !taken.contains(other.id) && TypeChange(question, other) == .none
          && Rewording.likeness(question.label, other.label) < .reworded
      }
      guard candidates.count == 1, let only = candidates.first else { continue }
      taken.insert(only.id)
      renames.append((question.id, only.id))
    }
    return renames
  }
}

extension VersionChange {
  fileprivate var isOfQuestion: Bool {
    if case .question = subject { true } else { false }
  }

  /// Whether a recode can answer it.
  fileprivate var isOfCodes: Bool {
    switch code {
    case .optionRemoved, .optionRecoded, .optionMissing, .optionRelabelled: true
    default: false
    }
  }
}
