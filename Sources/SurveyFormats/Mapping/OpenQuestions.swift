package import SurveyModel

extension TableReading {
  /// The questions without a column, as comments below a map in which columns wait to be decided;
  /// empty where none waits.
  package func openQuestions(of questionnaire: Questionnaire) -> String {
    guard map.meanings.indices.contains(where: isUndecided) else { return "" }
    let told = Set(map.meanings.compactMap(\.question))
    let open = questionnaire.questions.indices.filter { index in
      let question = questionnaire.questions[index]
      return !told.contains(index) && question.isAsked && question.kind.takesAnswers
    }
    guard !open.isEmpty else { return "" }
    let lines = open.map { index in
      let question = questionnaire.questions[index]
      return "#   \(question.id): \(SavedMap.quoted(question.label.text("vi")))"
    }
    return (["# Câu hỏi chưa có cột (questions without a column):"] + lines)
      .joined(separator: "\n") + "\n"
  }

  private func isUndecided(_ column: Int) -> Bool {
    map.meanings[column] == .unknown && !map.header[column].trimmed.isEmpty
  }
}
