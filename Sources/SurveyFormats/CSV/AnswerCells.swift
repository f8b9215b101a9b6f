package import SurveyModel

/// Interviews as the cells of a table that the importer reads back.
package struct AnswerCells: Sendable {
  /// How answers to closed questions are written.
  package enum Style: Hashable, Sendable {
    /// Codes under the ids of the questions.
    case codes
    /// Labels under the words of the questions, in this language.
    case labels(String)
  }

  private let questionnaire: Questionnaire
  private let style: Style
  /// The questions that have a column.
  package let questions: [Int]

  /// Prepares a table with a column for every question that has an answer.
  package init(_ questionnaire: Questionnaire, style: Style = .codes) {
    self.questionnaire = questionnaire
    self.style = style
    questions = questionnaire.questions.indices.filter { index in
      let shape = questionnaire.questions[index].shape
      return shape != .nothing && shape != .calculate
    }
  }

  /// The header; a label that two questions share gives way to the id.
  package var header: [String] {
    guard case .labels(let language) = style else {
      return questions.map { questionnaire.questions[$0].id }
    }
    let labels = questions.map { questionnaire.questions[$0].label.text(language) }
    let counts = Dictionary(labels.map { (MatchingKey($0), 1) }, uniquingKeysWith: +)
    return zip(questions, labels).map { index, label in
      counts[MatchingKey(label)] == 1 ? label : questionnaire.questions[index].id
    }
  }

  /// The cells of one interview.
  package func cells(_ answers: [Answer]) -> [String] {
    questions.map { index in
      answers.indices.contains(index) ? cell(answers[index], questionnaire.questions[index]) : ""
    }
  }

  private func cell(_ answer: Answer, _ question: Question) -> String {
    if let reason = answer.missingReason {
      guard let code = question.missing.first(where: { $0.reason == reason }) else { return "" }
      if case .labels(let language) = style { return code.label.text(language) }
      return code.code
    }
    guard case .labels(let language) = style, case .choice(let code) = answer,
      let choice = question.kind.choiceList?.choices.first(where: { $0.code == code })
    else { return answer.text }
    return choice.label.text(language)
  }
}
