/// Each role belongs to one question at most, and to one that can play it.
struct RoleCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    QuestionRole.allCases.flatMap { role in
      let holders = questionnaire.questions.filter { $0.role == role }
      let wrong = holders.compactMap { question in
        Self.problem(of: question, as: role).map { Diagnostic($0, at: question.location) }
      }
      guard let first = holders.first else { return wrong }
      let more = holders.dropFirst().map { question in
        let finding = QuestionnaireFinding.roleTaken(question: question.id, earlier: first.id)
        return Diagnostic(finding, at: question.location)
      }
      return wrong + more
    }
  }

  private static func problem(
    of question: Question,
    as role: QuestionRole
  ) -> QuestionnaireFinding? {
    switch role {
    case .interviewDate:
      return question.kind == .date ? nil : .roleNeedsDate(question: question.id)
    case .dossier:
      let isPlain =
        [.text, .barcode].contains(question.kind) && question.constraint == nil
        && question.warning == nil
        && question.calculation == nil && question.defaultAnswer == nil && !question.persists
      return isPlain ? nil : .dossierNotPlain(question: question.id)
    }
  }
}
