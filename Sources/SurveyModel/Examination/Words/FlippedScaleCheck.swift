/// Items that stand together are answered on scales that run in one direction.
///
/// Two scales run against each other when they say so, or when levels with the same words stand in
/// the contrary order, by their codes or on the screen: 5→1 beside 1→5.
struct FlippedScaleCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    var told: Set<[String]> = []
    var findings: [Diagnostic] = []
    for group in groups(of: questionnaire) {
      // The part may begin with a scale that has nothing in common with those behind it.
      var met: [(question: String, list: ChoiceList)] = []
      for question in group where isOrdered(question) {
        guard let list = question.kind.choiceList, !met.contains(where: { $0.list == list }) else {
          continue
        }
        defer { met.append((question.id, list)) }
        guard let other = met.first(where: { areContrary(list, $0.list) }),
          told.insert([list.id, other.list.id].sorted()).inserted
        else { continue }
        let finding = WordsFinding.scaleFlipped(
          question.id,
          list: list.id,
          other: other.question,
          otherList: other.list.id
        )
        findings.append(Diagnostic(finding, at: question.location))
      }
    }
    return findings
  }

  /// The closed questions of each section, and those of each indicator over several items.
  private func groups(of questionnaire: Questionnaire) -> [[Question]] {
    let sections = questionnaire.sections.map(\.questions)
    let indicators = questionnaire.indicators.map { indicator in
      indicator.items.compactMap { questionnaire.question($0) }
    }
    return (sections + indicators).filter { $0.count > 1 }
  }

  private func isOrdered(_ question: Question) -> Bool {
    guard case .selectOne(let list) = question.kind else { return false }
    return list.choices.count > 2
  }

  private func areContrary(_ one: ChoiceList, _ other: ChoiceList) -> Bool {
    if let left = one.scale?.direction, let right = other.scale?.direction, left != right {
      return true
    }
    let places = Dictionary(
      other.choices.enumerated().map { (MatchingKey($1.label.text("vi")), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let common = one.choices.enumerated().compactMap { place, choice in
      places[MatchingKey(choice.label.text("vi"))].map { (place, $0) }
    }
    guard common.count > 2 else { return false }
    func isReversed(_ order: [Double]) -> Bool {
      zip(order, order.dropFirst()).allSatisfy { $0 > $1 }
    }
    if isReversed(common.map { Double($0.1) }) { return true }
    guard let left = one.numericCodes, let right = other.numericCodes else { return false }
    let byCode = common.map { (left[$0.0], right[$0.1]) }.sorted { $0.0 < $1.0 }
    return isReversed(byCode.map(\.1))
  }
}
