import SurveyModel

/// Shows the title of a section above its first question or block.
struct SectionHeading {
  let page: Page
  let words: QuestionWords

  /// Shows the title of the section in which the question at `index` stands, if it has one.
  func show(of index: Int) throws {
    let plan = words.plan
    let title = words.text(plan.questionnaire.sections[plan.steps[index].section].title)
    guard !title.isEmpty else { return }
    try page.write(title, first: "== ", rest: "   ", strong: true)
    try page.space()
  }
}
