/// At most one question holds the date of the interview, and it is a date.
struct RoleCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let holders = questionnaire.questions.filter { $0.role == .interviewDate }
    let wrong = holders.filter { $0.kind != .date }
      .map { question in
        let finding = QuestionnaireFinding.roleNeedsDate(question: question.id)
        return Diagnostic(finding, at: question.location)
      }
    guard let first = holders.first else { return wrong }
    let more = holders.dropFirst()
      .map { question in
        let finding = QuestionnaireFinding.roleTaken(question: question.id, earlier: first.id)
        return Diagnostic(finding, at: question.location)
      }
    return wrong + more
  }
}
