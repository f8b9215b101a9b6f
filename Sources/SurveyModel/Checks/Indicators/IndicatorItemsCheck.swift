/// The questions that an indicator reads exist, each named once.
struct IndicatorItemsCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let names = questionnaire.questions.map(\.id)
    return questionnaire.indicators.flatMap { indicator in
      var seen: Set<String> = []
      var findings: [IndicatorFinding] = []
      for item in indicator.items {
        if !seen.insert(item).inserted {
          findings.append(.repeatedItem(item))
        } else if questionnaire.question(item) == nil {
          findings.append(.unknownItem(item, nearest: nearestName(to: item, among: names)))
        }
      }
      return findings.map { Diagnostic($0, at: indicator.location) }
    }
  }
}
