/// Codes of a list are different, hold no white space, and are no missing codes.
struct OptionCodesCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let inLists = questionnaire.listsWithFirstUse.flatMap { list, question in
      findings(in: list).map { Diagnostic($0, at: question.location) }
    }
    return inLists + questionnaire.questions.flatMap(missingCodes)
  }

  private func findings(in list: ChoiceList) -> [QuestionnaireFinding] {
    var seen: Set<String> = []
    var findings: [QuestionnaireFinding] = []
    for code in list.choices.map(\.code) where !seen.insert(code).inserted {
      findings.append(.duplicateCode(code, list: list.id))
    }
    for code in list.choices.map(\.code) + list.missing.map(\.code)
    where code.contains(where: \.isWhitespace) {
      findings.append(.codeWithSpace(code, list: list.id))
    }
    return findings
  }

  private func missingCodes(_ question: Question) -> [Diagnostic] {
    guard let list = question.kind.choiceList else { return [] }
    var seen: Set<String> = []
    return question.missing.map(\.code)
      .filter { list.index(of: $0) != nil && seen.insert($0).inserted }
      .map { code in
        let finding = QuestionnaireFinding.codeIsMissingCode(code, question: question.id)
        return Diagnostic(finding, at: question.location)
      }
  }
}
