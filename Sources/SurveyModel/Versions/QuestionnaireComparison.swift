/// What changed from one version of a questionnaire to another, and what that does to answers.
public struct QuestionnaireComparison: Hashable, Sendable {
  /// The changes: those of the whole, then of questions in the order of the newer form, then of
  /// indicators.
  public let changes: [VersionChange]
  /// The steps by which answers of the older version become answers of the newer one.
  public let step: VersionStep

  /// Compares two versions; `map` says what a person decided about answers of the older one.
  ///
  /// A question goes by another id only through the map, and a code too: the tool proposes, it does
  /// not decide. See ``VersionMapProposal``.
  public init(_ old: Questionnaire, _ new: Questionnaire, map: VersionMap? = nil) {
    let renames = map?.renames ?? [:]
    let words = (
      RuleWords(questionnaire: old, renames: renames), RuleWords(questionnaire: new)
    )
    let places = Places(old, new, renames: renames, dropped: map)
    var byQuestion: [String: [VersionChange]] = [:]
    for (index, question) in new.questions.enumerated() {
      let subject = VersionChange.Subject.question(id: question.id, label: question.label)
      var changes: [VersionChange]
      if let before = places.before[index] {
        changes =
          QuestionComparison(
            old: (words.0, before),
            new: (words.1, index),
            entry: map?.entry(old.questions[before].id)
          ).changes
        if places.moved.contains(index) {
          changes.append(VersionChange(subject, .moved, .harmless))
        }
      } else {
        changes = [VersionChange(subject, .added, .comparable)]
      }
      byQuestion[question.id] = changes
    }
    let reused = Set(
      zip(new.questions, places.before).compactMap { question, place in
        place == nil && old.index(of: question.id) != nil ? question.id : nil
      }
    )
    DependencyComparison(
      new: words.1,
      before: places.before,
      map: map,
      old: old,
      reused: reused
    ).add(to: &byQuestion)
    var ofQuestions = new.questions.flatMap { byQuestion[$0.id] ?? [] }
    for index in old.questions.indices where !places.kept.contains(index) {
      let question = old.questions[index]
      let subject = VersionChange.Subject.question(id: question.id, label: question.label)
      let isSettled = map?.entry(question.id)?.isDropped == true
      ofQuestions.append(
        VersionChange(subject, .removed, .comparable, isSettled: isSettled)
      )
    }
    let indicators = IndicatorComparison(
      old: old,
      new: new,
      map: map,
      changes: byQuestion,
      reused: reused
    ).result
    changes = Self.whole(old, new, renames) + ofQuestions + indicators
    step = VersionStep(old: old, new: new, before: places.before, byQuestion: byQuestion, map: map)
  }

  /// The gravest of the changes; `nil` when there are none.
  public var impact: ChangeImpact? { changes.map(\.impact).max() }

  /// The changes that stored answers do not allow and about which no map has spoken.
  public var forbidden: [VersionChange] { changes.filter { $0.impact == .forbidden } }

  private static func whole(
    _ old: Questionnaire,
    _ new: Questionnaire,
    _ renames: [String: String]
  ) -> [VersionChange] {
    var changes: [VersionChange] = []
    func add(_ kind: VersionChange.Kind, _ impact: ChangeImpact) {
      changes.append(VersionChange(.questionnaire, kind, impact))
    }
    if !Rewording.all(old.title, new.title).isEmpty { add(.titleChanged, .harmless) }
    let consents = (old.consent, new.consent)
    let isReworded =
      if let one = consents.0, let other = consents.1 {
        one.version != other.version || !Rewording.all(one.text, other.text).isEmpty
      } else { (consents.0 == nil) != (consents.1 == nil) }
    if isReworded { add(.consentChanged, .harmless) }
    for language in new.languages where !old.languages.contains(language) {
      add(.languageAdded(language), .harmless)
    }
    for language in old.languages where !new.languages.contains(language) {
      add(.languageRemoved(language), .harmless)
    }
    let key = old.key.map { renames[$0] ?? $0 }
    if key != new.key { add(.keyChanged(from: old.key, to: new.key), .comparable) }
    let ids = old.sample.questionIDs.map { renames[$0] ?? $0 }
    if ids != new.sample.questionIDs || old.sample.nest != new.sample.nest {
      add(.sampleChanged, .comparable)
    }
    return changes
  }
}

/// Where the questions of the newer version stood in the older one.
private struct Places {
  /// For each question of the newer version its place in the older.
  private(set) var before: [Int?] = []
  /// The questions of the older version that have a successor.
  private(set) var kept: Set<Int> = []
  /// The questions of the newer version that stand elsewhere among those that stayed.
  private(set) var moved: Set<Int> = []

  init(
    _ old: Questionnaire,
    _ new: Questionnaire,
    renames: [String: String],
    dropped map: VersionMap?
  ) {
    var places: [String: Int] = [:]
    for (index, question) in old.questions.enumerated() {
      if map?.entry(question.id)?.isDropped == true { continue }
      places[renames[question.id] ?? question.id] = index
    }
    before = new.questions.map { places[$0.id] }
    kept = Set(before.compactMap { $0 })
    let stayed = before.enumerated().compactMap { index, place in place.map { (index, $0) } }
    let inOrder = Self.longestRise(stayed.map { $0.1 })
    for (position, pair) in stayed.enumerated() where !inOrder.contains(position) {
      moved.insert(pair.0)
    }
  }

  /// The positions of a longest rising run of `numbers`.
  private static func longestRise(_ numbers: [Int]) -> Set<Int> {
    var ends: [Int] = []
    var previous = Array(repeating: -1, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[position] = ends[low - 1] }
      if low == ends.count { ends.append(position) } else { ends[low] = position }
    }
    var positions: Set<Int> = []
    var next = ends.last ?? -1
    while next >= 0 {
      positions.insert(next)
      next = previous[next]
    }
    return positions
  }
}
