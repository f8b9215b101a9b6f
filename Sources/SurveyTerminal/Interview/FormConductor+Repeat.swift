import SurveyModel

extension FormConductor {
  /// Asks whether there is one more turn of a repeat.
  ///
  /// - Returns: how the form ended, when the surveyor left.
  mutating func offerTurn() throws -> Ending? {
    guard let repeated = session.offered else { return nil }
    let rules = session.plan.repeats[repeated]
    let name = rules.group.label.map { words.text($0) } ?? rules.group.id
    let completion = CodeCompletion(["1", "2"], commands: ["-"])
    if let selfResponse { try page.clear(selfResponse) }
    try page.space()
    try page.say(PromptMessage.oneMore(name))
    while true {
      let typed = try tools.reader.read(
        prompt: QuestionInput.prompt,
        isComplete: completion.isComplete
      )
      guard case .line(let line, _, _) = typed else { return try leave() }
      switch line {
      case "1":
        session.takeTurn(true)
        return nil
      case "2", "":
        session.takeTurn(false)
        return nil
      case "-":
        session.back()
        return nil
      default: try page.say(PromptMessage.oneMore(name))
      }
    }
  }
}
