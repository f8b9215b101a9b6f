/// A question can divide results into groups: it is there, and its answers are few.
enum GroupQuestionCheck {
  /// What is wrong with the question `id` of `questionnaire`.
  static func finding(for id: String, in questionnaire: Questionnaire) -> PlanFinding? {
    guard let question = questionnaire.question(id) else {
      let nearest = nearestName(to: id, among: questionnaire.questions.map(\.id))
      return .unknownGroupQuestion(id, questionnaire: questionnaire.id, nearest: nearest)
    }
    switch question.shape {
    case .selectOne, .text, .calculate: return nil
    case .selectMultiple, .integer, .decimal, .date, .nothing:
      return .groupQuestionType(id, type: question.kind.name)
    }
  }
}
