import SurveyModel

extension FormConductor {
  /// The block that begins with the question at `index`, where blocks are entered in one line.
  func block(at index: Int) -> MatrixBlock? {
    guard tools.manner == .entry, singly != index else { return nil }
    return MatrixBlock(at: index, in: session)
  }

  /// The block that a line answers which can be no answer to the question at `index` alone.
  ///
  /// Only where whole lines arrive: with single keys the first code has answered already.
  func lineBlock(at index: Int, for text: String) -> MatrixBlock? {
    let question = session.plan.steps[index].question
    guard !tools.reader.readsKeys, question.kind.choiceList?.index(of: text) == nil,
      !question.missing.contains(where: { $0.code == text }),
      let block = MatrixBlock(at: index, in: session), BlockLine.isMeant(by: text, for: block)
    else { return nil }
    return block
  }

  /// Asks for all answers of a block in one line until they are given or the block is left.
  ///
  /// - Returns: how the form ended, when it did.
  mutating func ask(_ block: MatrixBlock) throws -> Ending? {
    guard let first = block.questions.first else { return nil }
    try show(block)
    var initial = ""
    while session.step == .ask(first), singly != first, !isStopped {
      let typed = try tools.reader.read(prompt: QuestionInput.prompt, initial: initial)
      guard case .line(let text, _, _) = typed else { return try setAside() }
      initial = text
      let entry = Entry(text, for: session.plan.steps[first].question)
      switch entry {
      case .enter: singly = first
      case .back, .jump, .nextLanguage, .more:
        initial = ""
        if try follow(entry, at: first), session.step == .ask(first) { try show(block) }
      case .plus, .leaveBlank, .value:
        if try take(text, for: block) { initial = "" }
      }
    }
    return isStopped ? try setAside() : nil
  }

  /// Takes a line of codes into the session, all or nothing; what the rules doubt is asked singly.
  ///
  /// - Returns: whether it was taken.
  mutating func take(_ text: String, for block: MatrixBlock) throws -> Bool {
    let line: BlockLine
    do throws(BlockFault) {
      line = try BlockLine(text, for: block)
    } catch {
      try page.say(error, indent: "  ")
      return false
    }
    guard let answers = try accepted(line.answers, of: block) else { return false }
    for (question, answer) in zip(block.questions, answers) {
      let visit = QuestionVisit(question, in: session, at: tools.clocks.now)
      _ = try give(answer, to: question, confirmed: false)
      try audit(visit)
    }
    if !answers.isEmpty {
      let taken = BlockMessage.taken(
        BlockLine.grouped(answers),
        answers: answers.count,
        questions: block.questions.count
      )
      try page.say(taken, indent: "  ")
    }
    // Where the line stopped the next question is asked by itself, so that a code of two digits
    // or a doubtful answer can be given.
    if answers.count < block.questions.count, case .ask(let next) = session.step { singly = next }
    return true
  }

  /// The answers that the rules take, up to the first that they doubt; none when they refuse one,
  /// which has then been said.
  private func accepted(_ answers: [Answer], of block: MatrixBlock) throws -> [Answer]? {
    var trial = session
    for (offset, answer) in answers.enumerated() {
      let question = block.questions[offset]
      let label = words.short(question)
      guard trial.step == .ask(question) else {
        try page.say(BlockMessage.notAsked(place: offset + 1, label: label), indent: "  ")
        return nil
      }
      do throws(AnswerRejection) {
        _ = try trial.answer(question, to: answer)
      } catch {
        try page.say(BlockMessage.refused(place: offset + 1, label: label), indent: "  ")
        try page.say(error, indent: "  ")
        return error.isSoft ? Array(answers[..<offset]) : nil
      }
    }
    return answers
  }

  private mutating func show(_ block: MatrixBlock) throws {
    guard let first = block.questions.first else { return }
    let section = session.plan.steps[first].section
    if section != shownSection, let header {
      try page.space()
      try page.write(header)
    }
    try BlockView(page: page, words: words).show(
      block,
      in: session,
      withSection: section != shownSection,
      withItems: !isHeadsDown
    )
    shownSection = section
  }
}
