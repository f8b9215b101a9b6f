extension InterviewPlan {
  /// Whether the hard and soft rules of the question at `index` take `answer` by itself.
  ///
  /// Rules that read other answers see an empty form.
  public func accepts(_ answer: Answer, at index: Int, moment: FormMoment) -> Bool {
    guard steps.indices.contains(index) else { return false }
    // No form is made where no rule looks at the answer: there may be thousands of questions.
    guard answer.missingReason != nil || steps[index].rules.judgesValues else { return true }
    let form = FormState(plan: self, moment: moment)
    return form.rejection(of: answer, at: index, in: self, acceptsDoubt: false) == nil
  }
}
