/// The key names questions that exist, each with one plain answer.
struct KeyCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let names = questionnaire.questions.map(\.id)
    return questionnaire.key.compactMap { id -> QuestionnaireFinding? in
      guard let question = questionnaire.question(id) else {
        return .unknownKeyQuestion(id, nearest: nearestName(to: id, among: names))
      }
      if question.isRepeated { return .badKeyQuestion(id) }
      switch question.kind {
      case .selectOne, .integer, .text, .date, .barcode, .time: return nil
      case .selectMultiple, .rank, .decimal, .range, .dateTime, .acknowledge, .calculate, .hidden,
        .metadata, .note, .carried:
        return .badKeyQuestion(id)
      }
    }.map { Diagnostic($0, at: questionnaire.startLocation) }
  }
}
