extension InterviewPlan.Step {
  /// What a rule comes to, as an answer to the question: its code, its number, its day.
  ///
  /// Nil when the question cannot hold it, as an option that it does not have.
  func answer(computed value: ExpressionValue) -> Answer? {
    if question.kind == .calculate { return Answer(calculated: value) }
    let answer = try? reader.read(value.asString)
    return answer?.missingReason == nil ? answer : nil
  }
}
