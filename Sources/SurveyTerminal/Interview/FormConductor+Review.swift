import SurveyModel

extension FormConductor {
  /// Shows all answers and asks what to do with the form.
  ///
  /// When the last answer was a code that needed no Enter, a habitual Enter behind it would save
  /// the form unseen, and what is saved cannot be corrected: the first such Enter only repeats the
  /// keys.
  ///
  /// - Returns: how the form ended, when it did.
  mutating func review() throws -> Ending? {
    var mayBeHabit = tools.reader.lastEnd == .byItself
    try ReviewView(page: page, words: words).show(session, notes: notes)
    try audit(.endScreen)
    shownSection = nil
    let prompt = QuestionInput.prompt
    let commands = CodeCompletion(EmptyCollection<String>())
    while session.step == .review, !isStopped {
      guard
        case .line(let line, _, _) = try tools.reader.read(
          prompt: prompt,
          isComplete: commands.isComplete
        )
      else { return try setAside() }
      let isHabit = mayBeHabit && line.isEmpty
      mayBeHabit = false
      switch line {
      case "" where isHabit:
        try page.say(ReviewMessage.keys)
      case "", "+":
        guard let problem = session.problems.first else { return try save() }
        try page.say(ReviewMessage.cannotSave)
        try page.say(problem.rejection, indent: "  ")
        session.jump(to: problem.question)
      case "-":
        session.back()
        return nil
      case "*":
        if try askForMore(at: nil) { return nil }
      case "**":
        if try switchLanguage() { return nil }
      case ".":
        if try confirmsDiscarding() {
          try tools.recorder.discarded()
          return .discarded
        }
      default:
        let target = line.hasPrefix("/") ? String(line.dropFirst()).trimmed : line
        if try jump(to: target) { return nil }
      }
    }
    return isStopped ? try setAside() : nil
  }

  private mutating func confirmsDiscarding() throws -> Bool {
    let prompt = ReviewMessage.confirmDiscard.text(in: page.interface)
    let completion = CodeCompletion(["1"], commands: [])
    let typed = try tools.reader.read(prompt: prompt, isComplete: completion.isComplete)
    isStopped = typed == .stopped
    if case .line("1", _, _) = typed { return true }
    return false
  }
}
