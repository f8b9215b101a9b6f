/// A literal default is an answer that the question takes.
struct DefaultAnswerCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    questionnaire.questions.compactMap { question in
      guard case .literal(let text) = question.defaultAnswer else { return nil }
      do throws(AnswerRejection) {
        _ = try AnswerReader(question).read(text)
        return nil
      } catch {
        let finding = QuestionnaireFinding.badDefault(text, question: question.id)
        return Diagnostic(finding, at: question.location)
      }
    }
  }
}
