package import SurveyModel

extension TableReading {
  /// The questions without a column, as comments below a map in which columns wait to be decided;
  /// empty where none waits.
  package func openQuestions(of questionnaire: Questionnaire) -> String {
    guard map.meanings.indices.contains(where: isUndecided) else { return "" }
    let told = Set(map.meanings.compactMap(\.question))
    let numbers = questionnaire.numbers
    let open = numbers.indices.filter { numbers[$0] != nil && !told.contains($0) }
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
