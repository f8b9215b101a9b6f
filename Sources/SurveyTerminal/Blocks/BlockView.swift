import SurveyModel

/// Shows a block: where it stands, its options, and while they are still new its items.
struct BlockView {
  let page: Page
  let words: QuestionWords

  /// Shows the block, if wanted with the title of its section and the words of its items.
  func show(
    _ block: MatrixBlock,
    in session: InterviewSession,
    withSection: Bool,
    withItems: Bool
  ) throws {
    try page.space()
    if withSection, let first = block.questions.first {
      try SectionHeading(page: page, words: words).show(of: first)
    }
    let numbering = Numbering(session)
    let numbers = block.questions.compactMap { numbering.number(of: $0) }
    if let first = numbers.first, let last = numbers.last {
      let total = numbering.total
      try page.say(BlockMessage.progress(first: first, last: last, total: total))
    }
    if withItems { try showItems(block) }
    if let low = block.choices.first, let high = block.choices.last {
      let extremes = BlockMessage.extremes(
        words.option(low.code, low.label),
        words.option(high.code, high.label)
      )
      try page.say(extremes, indent: "  ")
    }
    if withItems { try page.say(BlockMessage.keys, indent: "  ") }
  }

  private func showItems(_ block: MatrixBlock) throws {
    let column = String(block.questions.count).utf8.count
    for (offset, question) in block.questions.enumerated() {
      if offset > 0, offset.isMultiple(of: 5) { try page.space() }
      let number = String(offset + 1)
      let lead = String(repeating: " ", count: max(0, column - number.utf8.count)) + number
      let room = max(10, page.width - column - 4)
      try page.screen.write("  \(lead)  \(words.short(question, columns: room))\n")
    }
  }
}
