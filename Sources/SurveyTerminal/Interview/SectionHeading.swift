import SurveyModel

/// Shows the title of a section above its first question or block.
struct SectionHeading {
  let page: Page
  let words: QuestionWords

  /// Shows the title of the section in which the question at `index` stands, if it has one.
  ///
  /// In a repeat it says which turn it is.
  func show(of index: Int, in session: InterviewSession? = nil) throws {
    let plan = words.plan
    let title = words.text(plan.questionnaire.sections[plan.steps[index].section].title)
    guard !title.isEmpty else { return }
    let path = session?.turnPath ?? []
    let turn = path.isEmpty ? "" : " (\(QuestionWords.turn(path)))"
    try page.write(title + turn, first: "== ", rest: "   ", strong: true)
    try page.space()
  }
}
