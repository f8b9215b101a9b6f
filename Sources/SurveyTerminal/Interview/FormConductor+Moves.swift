import SurveyModel

extension FormConductor {
  /// Does what a command says.
  ///
  /// - Returns: whether the entry was one.
  mutating func follow(_ entry: Entry, at index: Int) throws -> Bool {
    switch entry {
    case .back:
      session.back()
      if session.step == .ask(index) { try page.say(CommandMessage.atFirstQuestion, indent: "  ") }
      return true
    case .jump where selfResponse != nil:
      // A number could lead to what staff answered for everybody.
      try page.say(SelfMessage.keys)
      return true
    case .jump(let target):
      if try jump(to: target) {
        try audit(.jump, at: index)
        if session.step == .ask(index) { try show(index) }
      }
      return true
    case .more where selfResponse != nil:
      if try switchLanguage() { try show(index) }
      return true
    case .more:
      if try askForMore(at: index) { try show(index) }
      return true
    case .nextLanguage:
      if try switchLanguage() { try show(index) }
      return true
    case .enter, .plus, .leaveBlank, .value:
      return false
    }
  }

  /// Goes to the question that a text names, after asking for the text if there is none.
  ///
  /// - Returns: whether it was found.
  mutating func jump(to text: String?) throws -> Bool {
    var wanted = text ?? ""
    if wanted.isEmpty {
      let prompt = CommandMessage.jumpTo.text(in: page.interface)
      guard case .line(let line, _, _) = try tools.reader.read(prompt: prompt) else {
        isStopped = true
        return false
      }
      if line.isEmpty { return false }
      wanted = line
    }
    switch JumpTarget(wanted, in: session, words: words) {
    case .question(let question):
      return session.jump(to: question)
    case .nowhere:
      try page.say(CommandMessage.noSuchQuestion(wanted), indent: "  ")
    case .offPath(let question):
      try page.say(CommandMessage.notOnPath(words.short(question)), indent: "  ")
    case .several(let questions):
      let numbering = Numbering(session)
      let labels = questions.prefix(6).map { question in
        "\(numbering.number(of: question) ?? 0) \(words.short(question))"
      }
      try page.say(CommandMessage.severalQuestions(Array(labels)), indent: "  ")
      // The number that is asked for here must not be taken for an answer.
      return try jump(to: nil)
    }
    return false
  }

  /// Asks whether a note is to be written or the language changed.
  ///
  /// - Returns: whether the form goes on in another language.
  mutating func askForMore(at index: Int?) throws -> Bool {
    let completion = CodeCompletion(index == nil ? ["2"] : ["1", "2"], commands: ["*"])
    try page.say(NoteMessage.menu(hasQuestion: index != nil), indent: "  ")
    let typed = try tools.reader.read(
      prompt: QuestionInput.prompt,
      isComplete: completion.isComplete
    )
    guard case .line(let line, _, _) = typed else {
      isStopped = true
      return false
    }
    switch line {
    case "*": return try switchLanguage()
    case "1" where index != nil: try writeNote(at: index)
    case "2": try writeNote(at: nil)
    default: break
    }
    return false
  }

  private mutating func writeNote(at index: Int?) throws {
    let prompt = NoteMessage.prompt.text(in: page.interface)
    guard case .line(let text, _, _) = try tools.reader.read(prompt: prompt) else {
      isStopped = true
      return
    }
    if text.isEmpty { return }
    try tools.recorder.noted(text, question: index)
    notes.append(FormNote(question: index, text: text))
    try page.say(NoteMessage.kept, indent: "  ")
  }

  /// Goes on in the next language of the questionnaire.
  ///
  /// - Returns: whether there is another.
  mutating func switchLanguage() throws -> Bool {
    guard let next = words.nextLanguage else {
      try page.say(CommandMessage.onlyOneLanguage, indent: "  ")
      return false
    }
    words.language = next
    try tools.recorder.switched(toLanguage: next)
    try page.say(CommandMessage.languageIs(words.languageName), indent: "  ")
    shownSection = nil
    return true
  }
}
