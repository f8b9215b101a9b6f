/// The sample block names questions that exist, and numbers where numbers are needed.
struct SampleCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    Self.findings(in: questionnaire.sample, of: questionnaire)
      .map { Diagnostic($0, at: questionnaire.startLocation) }
  }

  /// What is wrong with a design for `questionnaire`, its own or a plan's.
  static func findings(
    in sample: SampleDeclaration,
    of questionnaire: Questionnaire
  ) -> [QuestionnaireFinding] {
    let names = questionnaire.questions.map(\.id)
    var findings: [QuestionnaireFinding] = []
    for id in sample.questionIDs where questionnaire.question(id) == nil {
      let nearest = nearestName(to: id, among: names)
      findings.append(.unknownSampleQuestion(id, nearest: nearest))
    }
    let numbers = (sample.weight.map { [("weight", $0)] } ?? []) + sample.fpc.map { ("fpc", $0) }
    for (key, id) in numbers {
      if let question = questionnaire.question(id), !question.isNumber {
        findings.append(.sampleNeedsNumber(id, key: key))
      }
    }
    return findings
  }
}

extension Question {
  /// Whether answers are numbers; a calculated value may be one.
  var isNumber: Bool {
    switch shape {
    case .integer, .decimal, .calculate: true
    case .selectOne, .selectMultiple, .text, .date, .nothing: false
    }
  }
}
