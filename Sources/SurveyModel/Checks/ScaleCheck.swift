/// A scale has two levels or more, in the order of their codes, and approval at one end.
struct ScaleCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    questionnaire.listsWithFirstUse.flatMap { list, question in
      guard let scale = list.scale else { return [Diagnostic]() }
      return findings(in: list, scale).map { Diagnostic($0, at: question.location) }
    }
  }

  private func findings(in list: ChoiceList, _ scale: Scale) -> [QuestionnaireFinding] {
    var findings: [QuestionnaireFinding] = []
    if list.choices.count < 2 { findings.append(.tooFewLevels(scale: list.id)) }
    if let neutral = scale.neutral {
      if let index = list.index(of: neutral) {
        if list.choices[index].isPositive {
          findings.append(.neutralIsPositive(neutral, scale: list.id))
        }
      } else {
        let known = list.choices.map(\.code)
        findings.append(.unknownNeutral(neutral, scale: list.id, known: known))
      }
    }
    if let codes = list.numericCodes, !zip(codes, codes.dropFirst()).allSatisfy(<=) {
      findings.append(.levelsOutOfOrder(scale: list.id))
    }
    let towardsApproval =
      scale.direction == .ascending ? list.choices : Array(list.choices.reversed())
    let positive = towardsApproval.map(\.isPositive)
    if positive.drop(while: { !$0 }).contains(false) {
      let atEnd = scale.direction == .ascending
      findings.append(.positiveLevelsApart(scale: list.id, atEnd: atEnd))
    }
    return findings
  }
}
