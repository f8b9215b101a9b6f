/// What belongs to one kind of question is sound and stands nowhere else.
struct KindCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let names = questionnaire.questions.map(\.id)
    return questionnaire.questions.flatMap { question in
      findings(of: question, names).map { Diagnostic($0, at: question.location) }
    }
  }

  private func findings(of question: Question, _ names: [String]) -> [QuestionnaireFinding] {
    var findings: [QuestionnaireFinding] = []
    switch question.kind {
    case .range(let range) where !range.isSound:
      findings.append(.badRange(question: question.id))
    case .carried(let type):
      let isRequired = question.required != .never
      findings.append(.carriedType(type, question: question.id, isRequired: isRequired))
    default: break
    }
    if question.choiceFilter != nil, question.kind.choiceList == nil {
      findings.append(.filterWithoutOptions(question: question.id))
    }
    if case .seedOf(let id) = question.randomize, !names.contains(id) {
      let nearest = nearestName(to: id, among: names)
      findings.append(.unknownSeed(id, question: question.id, nearest: nearest))
    }
    for id in question.triggers where !names.contains(id) {
      let nearest = nearestName(to: id, among: names)
      findings.append(.unknownTrigger(id, question: question.id, nearest: nearest))
    }
    return findings
  }
}
