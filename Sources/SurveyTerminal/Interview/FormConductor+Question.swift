import SurveyModel

extension FormConductor {
  /// Asks one question until it is answered or left.
  ///
  /// - Returns: how the form ended, when it did.
  mutating func ask(_ index: Int) throws -> Ending? {
    let visit = QuestionVisit(index, in: session, at: tools.clocks.now)
    try askUntilLeft(index)
    try audit(visit)
    return isStopped ? try leave() : nil
  }

  /// Asks one question until it is answered or left.
  private mutating func askUntilLeft(_ index: Int) throws {
    try show(index)
    var doubt: Answer?
    var initial = ""
    var refused: [String]?
    var otherForm: String?
    let isDossier = session.plan.steps[index].question.role == .dossier
    let turn = session.turn
    while session.step == .ask(index), session.turn == turn, session.offered == nil, !isStopped {
      let input = QuestionInput(reader: tools.reader, page: page, words: words)
      let typed = try input.read(
        index,
        offered: session.choices(at: index),
        chosen: refused ?? keptCodes(index),
        isChanged: refused != nil && doubt == nil,
        initial: initial,
        isDoubtful: doubt != nil
      )
      let pending = doubt
      doubt = nil
      initial = ""
      switch typed {
      case .stopped:
        isStopped = true
      case .scanned(let text):
        try sayScanned(text)
      case .tooLong(let text):
        try page.say(PromptMessage.tooLong(limit: LineEditor.limit))
        initial = text
      case .entry(.enter) where pending != nil:
        if case .text(let text) = pending, !isDossier { initial = text }
      case .entry(let entry):
        if try follow(entry, at: index) { continue }
        if case .value(let text) = entry, let block = lineBlock(at: index, for: text) {
          _ = try take(text, for: block)
          continue
        }
        if case .value(let codes) = entry, isMultiple(index) {
          refused = codes.split(separator: " ").map(String.init)
        }
        guard let typed = try answer(entry, at: index, pending: pending) else { continue }
        let answer = isDossier ? try tools.recorder.sealed(typed, question: index) : typed
        if isDossier, pending == nil, answer != session.form.given[index],
          let other = try tools.recorder.otherForm(with: answer)
        {
          (doubt, otherForm) = (answer, other)
          try page.say(DossierMessage.taken(other), indent: "  ")
          continue
        }
        let isConfirmed = entry == .plus && pending != nil || wasAccepted(answer, at: index)
        guard let rejection = try give(answer, to: index, confirmed: isConfirmed) else {
          if pending != nil, let otherForm {
            let note = DossierMessage.second(otherForm).text(in: page.interface)
            try tools.recorder.noted(note, question: index)
            notes.append(FormNote(question: index, text: note))
          }
          continue
        }
        if rejection.isSoft {
          doubt = answer
          try page.say(PromptMessage.confirmDoubt, indent: "  ")
        } else if case .text(let text) = answer, !isDossier {
          initial = text
        }
      }
    }
  }

  /// Shows the question with its section, when that is new.
  mutating func show(_ index: Int) throws {
    let section = session.plan.steps[index].section
    let isNew =
      selfResponse != nil || section != shownSection || session.turn != shownTurn
    if let selfResponse {
      try page.clear(selfResponse)
    } else if section != shownSection, let header {
      try page.space()
      try page.write(header)
    }
    try QuestionView(page: page, words: words)
      .show(index, in: session, withSection: isNew, isBrief: isHeadsDown)
    (shownSection, shownTurn) = (section, session.turn)
    if isNote(index) { try page.say(PromptMessage.passNote, indent: "  ") }
    if selfResponse != nil { try page.say(SelfMessage.keys) }
  }

  /// The answer that an entry means; `nil` when there is none, which has then been said.
  private func answer(_ entry: Entry, at index: Int, pending: Answer?) throws -> Answer? {
    if isNote(index) {
      if case .value = entry {
        try page.say(PromptMessage.passNote, indent: "  ")
        return nil
      }
      return .missing(.notApplicable)
    }
    switch entry {
    case .plus where pending != nil: return pending
    case .enter, .plus:
      if let kept = session.suggestion(at: index) { return kept }
      try sayNothingToKeep(index)
    case .leaveBlank: return .missing(.noAnswer)
    case .value(""): try sayNothingToKeep(index)
    case .value(let text):
      do throws(AnswerRejection) {
        return try session.plan.steps[index].reader.read(text)
      } catch {
        tools.reader.meter.counts.refused += 1
        try page.say(error, indent: "  ")
      }
    case .back, .jump, .nextLanguage, .more: break
    }
    return nil
  }

  /// Gives the answer to the session and the recorder, and says what follows from it.
  ///
  /// - Returns: why it was not taken, which has been said.
  mutating func give(
    _ answer: Answer,
    to index: Int,
    confirmed: Bool
  ) throws -> AnswerRejection? {
    let change: InterviewSession.PathChange
    do throws(AnswerRejection) {
      change = try session.answer(index, to: answer, confirmed: confirmed, at: tools.clock())
    } catch {
      if !error.isSoft {
        tools.reader.meter.counts.refused += 1
        try audit(.constraintError, at: index, reason: error.code)
      }
      try page.say(error, indent: "  ")
      return error
    }
    if !isNote(index) {
      tools.reader.meter.counts.fields += 1
      // Before the answer: if the program ends between the two, giving it again sets them again.
      for triggered in change.triggered where triggered != index {
        try tools.recorder.recorded(
          question: triggered,
          answer: session.form.given[triggered] ?? .missing(.notReached),
          warningAccepted: session.acceptedWarnings.contains(triggered)
        )
      }
      try tools.recorder.recorded(
        question: index,
        answer: session.form.given[index] ?? answer,
        warningAccepted: session.acceptedWarnings.contains(index)
      )
    }
    let words = words
    if !change.setAside.isEmpty {
      try page.say(CommandMessage.setAside(change.setAside.map { words.short($0) }), indent: "  ")
    }
    if !change.restored.isEmpty {
      try page.say(CommandMessage.restored(change.restored.map { words.short($0) }), indent: "  ")
    }
    return nil
  }

  /// A blank line never answers: after a code that needed no Enter, a habitual Enter would skip
  /// the next question unseen.
  private func sayNothingToKeep(_ index: Int) throws {
    var trial = session
    do throws(AnswerRejection) {
      _ = try trial.answer(index, to: .missing(.noAnswer))
    } catch {
      try page.say(error, indent: "  ")
      return
    }
    try page.say(PromptMessage.nothingToKeep, indent: "  ")
  }

  private func sayScanned(_ text: String) throws {
    if tools.reader.readsKeys { try page.screen.write("\u{7}") }
    try page.say(PromptMessage.scanned(TextWrapping.fitted(text, columns: 24)), indent: "  ")
  }

  func isNote(_ index: Int) -> Bool { session.isPassed(index) }

  private func isMultiple(_ index: Int) -> Bool {
    if case .selectMultiple = session.plan.steps[index].question.kind { true } else { false }
  }

  private func keptCodes(_ index: Int) -> [String] {
    if case .choices(let codes) = session.suggestion(at: index) { codes } else { [] }
  }

  /// Whether this very answer was given before and its warning accepted.
  private func wasAccepted(_ answer: Answer, at index: Int) -> Bool {
    session.acceptedWarnings.contains(index) && session.given(at: index) == answer
  }
}
