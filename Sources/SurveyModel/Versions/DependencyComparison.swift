/// Finds questions whose rules read the same while what they read has changed.
///
/// A calculation keeps the value that it had, and a condition has let pass whom it let pass: where a
/// scale was turned round under them, both mean something else.
struct DependencyComparison {
  let new: RuleWords
  /// For each question of the newer version its place in the older.
  let before: [Int?]
  let map: VersionMap?
  let old: Questionnaire
  /// Questions of the newer version that have the id of another of the older.
  let reused: Set<String>

  /// Adds what follows to the changes of each question.
  func add(to changes: inout [String: [VersionChange]]) {
    let questions = new.questionnaire.questions
    var moved = Set(
      questions.map(\.id).filter { (changes[$0] ?? []).contains(where: \.movesAnswers) }
    ).union(reused)
    guard !moved.isEmpty else { return }
    let readings = questions.indices.map { new.questions(deciding: $0) }
    var goesOn = true
    while goesOn {
      goesOn = false
      for (index, question) in questions.enumerated() where !moved.contains(question.id) {
        guard let place = before[index], question.kind.isStored else { continue }
        let on = readings[index].intersection(moved).sorted()
        guard !on.isEmpty else { continue }
        let isComparable = map?.entry(old.questions[place].id)?.isComparable == true
        let change = VersionChange(
          .question(id: question.id, label: question.label),
          .dependencyChanged(on: on),
          isComparable ? .comparable : .incomparable,
          isSettled: isComparable
        )
        changes[question.id, default: []].append(change)
        if !isComparable {
          moved.insert(question.id)
          goesOn = true
        }
      }
    }
  }
}

extension VersionChange {
  /// Whether answers of before are others now, or are counted apart.
  fileprivate var movesAnswers: Bool {
    switch code {
    case .optionRecoded, .optionMissing: true
    case .optionRemoved: isSettled || impact >= .incomparable
    default: setsAnswersApart
    }
  }
}
