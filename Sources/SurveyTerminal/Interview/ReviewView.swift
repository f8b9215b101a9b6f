import SurveyModel

/// Shows a form on one page: what is wrong first, then each question with its answer.
struct ReviewView {
  let page: Page
  let words: QuestionWords

  /// Shows the answers of the present path.
  func show(_ session: InterviewSession, notes: [FormNote] = []) throws {
    let numbering = Numbering(session)
    try page.space()
    try page.write(
      ReviewMessage.title.text(in: page.interface),
      first: "== ",
      rest: "   ",
      strong: true
    )
    let problems = session.problems
    if !problems.isEmpty {
      try page.say(ReviewMessage.problems(count: problems.count))
      for problem in problems {
        let number = numbering.number(of: problem.question) ?? 0
        let sentence = problem.rejection.text(in: page.interface)
        try page.write(
          "\(words.short(problem.question, columns: 24)): \(sentence)",
          first: "! \(number). ",
          rest: "  "
        )
      }
      try page.space()
    }
    let column = String(numbering.total).utf8.count
    for question in numbering.questions {
      let number = numbering.number(of: question) ?? 0
      try page.screen.write(line(number, column, question, session) + "\n")
    }
    let open = numbering.questions.filter { session.form.effective[$0] == .missing(.notReached) }
      .compactMap { numbering.number(of: $0) }
    for note in notes {
      let place = note.question.map { words.short($0, columns: 24) }
      try page.say(NoteMessage.shown(question: place, note.text))
    }
    if !open.isEmpty { try page.say(ReviewMessage.notReached(open)) }
    try page.say(ReviewMessage.keys)
  }

  /// Number, short label and answer, cut so that all fits on one line.
  private func line(
    _ number: Int,
    _ column: Int,
    _ question: Int,
    _ session: InterviewSession
  ) -> String {
    let digits = String(number)
    let lead = String(repeating: " ", count: max(0, column - digits.utf8.count)) + digits
    let room = max(10, page.width - ColumnWidth.of(lead) - 4)
    let answer = TextWrapping.fitted(
      words.wholeAnswer(session.form.effective[question], to: question),
      columns: room / 2
    )
    let label = words.short(question, columns: room - ColumnWidth.of(answer))
    return "\(lead). \(label): \(answer)"
  }
}
