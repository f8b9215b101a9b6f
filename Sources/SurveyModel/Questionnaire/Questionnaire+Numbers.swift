extension Questionnaire {
  /// The number of each question, from 1, or none where nobody answers it.
  ///
  /// Paper, terminal and kiosk call a question by the same number, whatever was skipped before it.
  public var numbers: [Int?] {
    var last = 0
    return questions.map { question in
      guard question.isNumbered else { return nil }
      last += 1
      return last
    }
  }
}

extension Question {
  /// Whether somebody answers it, so that it has a number; notes and fixed values have none.
  fileprivate var isNumbered: Bool {
    isAsked && kind.takesAnswers && !readOnly && !isComputed
  }
}
