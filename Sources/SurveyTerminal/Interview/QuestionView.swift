import SurveyModel

/// Shows one question: where it stands, its words, its options, what is answered already.
struct QuestionView {
  let page: Page
  let words: QuestionWords

  /// Shows the question at `index`, if wanted with the title of its section.
  ///
  /// When it is brief, number and label on one line and the answer; when it is blind, no answer.
  func show(
    _ index: Int,
    in session: InterviewSession,
    withSection: Bool,
    isBrief: Bool = false,
    isBlind: Bool = false
  ) throws {
    let question = session.plan.steps[index].question
    try page.space()
    if withSection { try SectionHeading(page: page, words: words).show(of: index, in: session) }
    let numbering = Numbering(session)
    if isBrief {
      let lead = numbering.number(of: index).map { "\($0)/\(numbering.total) " } ?? ""
      let label = words.short(index, columns: page.width - ColumnWidth.of(lead))
      try page.screen.write(page.style.strong(lead + label) + "\n")
      if !isBlind { try showAnswer(index, in: session) }
      return
    }
    if let number = numbering.number(of: index) {
      try page.say(PromptMessage.progress(number: number, total: numbering.total))
    }
    try page.write(words.text(question.label), strong: true)
    if let hint = question.hint { try page.write("(\(words.text(hint)))") }
    try showOptions(question, session.choices(at: index))
    if !isBlind { try showAnswer(index, in: session) }
  }

  private func showOptions(_ question: Question, _ choices: [Choice]) throws {
    let line = OptionLine(codes: choices.map(\.code) + question.missing.map(\.code))
    for choice in choices { try showOption(choice.code, choice.label, line) }
    if !choices.isEmpty, !question.missing.isEmpty { try page.write("--", first: "  ") }
    for code in question.missing { try showOption(code.code, code.label, line) }
    switch question.kind {
    case .selectMultiple: try page.say(PromptMessage.severalAllowed)
    case .date: try page.say(PromptMessage.dateForm, indent: "  ")
    case .rank: try page.say(PromptMessage.rankForm(choices.map(\.code)), indent: "  ")
    case .range(let range): try page.say(PromptMessage.range(range), indent: "  ")
    case .time: try page.say(PromptMessage.timeForm, indent: "  ")
    case .dateTime: try page.say(PromptMessage.dateTimeForm, indent: "  ")
    case .acknowledge: try page.say(PromptMessage.acknowledgeForm, indent: "  ")
    case .selectOne, .integer, .decimal, .text, .barcode, .note, .calculate, .hidden, .metadata,
      .carried:
      break
    }
  }

  private func showOption(_ code: String, _ label: LocalizedText, _ line: OptionLine) throws {
    try page.write(words.text(label), first: line.lead(of: code), rest: line.indent)
  }

  private func showAnswer(_ index: Int, in session: InterviewSession) throws {
    guard let answer = session.suggestion(at: index) else { return }
    let text = words.answer(answer, to: index)
    if session.given(at: index) != nil {
      try page.say(PromptMessage.kept(text))
    } else {
      try page.say(PromptMessage.suggested(text))
    }
  }
}
