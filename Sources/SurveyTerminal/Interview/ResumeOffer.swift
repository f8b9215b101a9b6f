import SurveyModel

/// What to do with a form that an earlier session left unfinished.
package enum ResumeChoice: Hashable, Sendable {
  /// Go on with it.
  case resume
  /// Begin a new form and keep this one for later.
  case later
  /// Throw it away.
  case discard
  /// Leave.
  case quit
}

extension InterviewConductor {
  /// Asks what to do with a form that was left unfinished.
  package func offer(_ form: UnfinishedForm) throws -> ResumeChoice {
    let page = Page(screen: screen, style: style, interface: interface)
    try page.space()
    try page.say(
      ResumeMessage.offer(
        day: form.started.localDate.dayMonthYear,
        answers: form.answers.count
      )
    )
    try page.say(ResumeMessage.keys)
    let completion = CodeCompletion(["1", "2", "3"], commands: [])
    while true {
      let typed = try reader.read(
        prompt: QuestionInput.prompt,
        isComplete: completion.isComplete
      )
      guard case .line(let line, _, _) = typed else { return .quit }
      switch line {
      case "", "1": return .resume
      case "2": return .later
      case "3": return .discard
      default: try page.say(ResumeMessage.keys)
      }
    }
  }
}

/// What is said about an unfinished form.
enum ResumeMessage: LocalizedMessage {
  case offer(day: String, answers: Int)
  case keys

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.offer(let day, let answers), .vietnamese):
      "Có một phiếu làm dở, bắt đầu ngày \(day), đã ghi \(answers) câu trả lời."
    case (.offer(let day, let answers), .english):
      "There is an unfinished form, begun on \(day), with \(answers) recorded answers."
    case (.keys, .vietnamese):
      "1 hoặc Enter = làm tiếp, 2 = phiếu mới (để dành phiếu này), 3 = bỏ phiếu này"
    case (.keys, .english): "1 or Enter = go on, 2 = a new form (keep this one), 3 = throw it away"
    }
  }
}
