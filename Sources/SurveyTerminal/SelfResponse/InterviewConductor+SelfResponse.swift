package import SurveyModel

/// How a terminal is given to respondents.
package struct SelfResponse: Hashable, Sendable {
  /// What staff types to get the terminal back.
  package let staffCode: String
  /// After so many milliseconds without a key the form is thrown away.
  package let idleMilliseconds: Int
  /// Whether the terminal knows how to clear its screen.
  package let canClear: Bool

  /// Describes a terminal for respondents.
  package init(staffCode: String, idleMilliseconds: Int, canClear: Bool) {
    self.staffCode = staffCode
    self.idleMilliseconds = idleMilliseconds
    self.canClear = canClear
  }
}

extension InterviewConductor {
  /// How long the thanks stay on the screen.
  private static let thanks = 8_000

  /// Lets respondents fill in forms by themselves until staff takes the terminal back.
  ///
  /// One question is on the screen at a time. Nothing leads from one form into another: a form that
  /// is not finished is thrown away, with its draft. Staff answers the questions that persist first.
  package func runSelfResponse(
    plan: InterviewPlan,
    language: String? = nil,
    settings: SelfResponse,
    recorder: any InterviewRecorder,
    clock: @escaping () -> Timestamp
  ) throws -> Outcome {
    let page = Page(screen: screen, style: style, interface: interface)
    var tools = FormConductor.Tools(
      page: page,
      reader: reader,
      recorder: SetUpRecorder(),
      mode: .kiosk,
      clock: clock,
      clocks: EventClock(started: clock(), meter: reader.meter),
      continueCommand: "",
      manner: .interview
    )
    let languages = plan.questionnaire.languages
    let words = QuestionWords(
      plan: plan,
      interface: interface,
      language: languages.first { $0 == language } ?? plan.questionnaire.defaultLanguage
    )
    guard let carried = try setUp(tools, words) else {
      return Outcome(ending: .quit, saved: 0, discarded: 0, carried: [:])
    }
    tools = FormConductor.Tools(
      page: page,
      reader: reader,
      recorder: recorder,
      mode: .kiosk,
      clock: clock,
      clocks: tools.clocks,
      continueCommand: "",
      manner: .selfResponse(settings)
    )
    var saved = 0
    var discarded = 0
    func outcome() -> Outcome {
      Outcome(ending: .quit, saved: saved, discarded: discarded, carried: carried)
    }
    while true {
      guard let chosen = try start(words, settings) else { return outcome() }
      reader.idleLimit = settings.idleMilliseconds
      defer { reader.idleLimit = nil }
      // Nothing of the form before, not even for `${last-saved#…}`.
      let opening = FormOpening(
        tools: tools,
        number: saved + discarded + 1,
        lastSaved: [],
        count: nil
      )
      var isOver = false
      switch try opening.open(chosen, carried: carried, resuming: nil) {
      case .opened(var form):
        switch try form.conduct() {
        case .saved:
          saved += 1
          reader.meter.counts.forms += 1
          try page.clear(settings)
          try page.say(SelfMessage.thanks)
        case .discarded, .setAside:
          discarded += 1
          isOver = form.isLeftByStaff || reader.stop != .idle
        }
      case .declined:
        discarded += 1
        try page.clear(settings)
        try page.say(SessionMessage.declined)
      case .stopped:
        isOver = reader.stop != .idle && reader.stop != .key
      }
      try recorder.counted(reader.meter.counts)
      if isOver {
        try page.clear(settings)
        return outcome()
      }
      reader.idleLimit = Self.thanks
      if reader.stop != .idle { _ = try reader.read(prompt: "") }
      reader.idleLimit = nil
      if reader.stop == .signal { return outcome() }
    }
  }

  /// Lets staff answer what is the same for all forms; `nil` when they leave.
  private func setUp(
    _ tools: FormConductor.Tools,
    _ words: QuestionWords
  ) throws -> [Int: Answer]? {
    let plan = words.plan
    let now = tools.clock()
    var form = FormConductor(
      tools,
      number: 0,
      session: InterviewSession(plan: plan, moment: FormMoment(now: now)),
      words: words,
      started: now
    )
    let wanted = plan.steps.indices.filter { plan.steps[$0].question.persists }
    if wanted.isEmpty { return [:] }
    try tools.page.say(SelfMessage.setUp)
    for index in wanted where form.session.jump(to: index) {
      while form.session.form.given[index] == nil {
        _ = form.session.jump(to: index)
        if try form.ask(index) != nil { return nil }
      }
    }
    var carried: [Int: Answer] = [:]
    for index in wanted {
      if let answer = form.session.form.given[index], answer.missingReason == nil {
        carried[index] = answer
      }
    }
    return carried
  }

  /// Waits for a respondent; `nil` when staff takes the terminal back.
  private func start(_ words: QuestionWords, _ settings: SelfResponse) throws -> QuestionWords? {
    var words = words
    let page = Page(screen: screen, style: style, interface: interface)
    reader.idleLimit = nil
    while true {
      try page.clear(settings)
      try page.write(words.text(words.plan.questionnaire.title), strong: true)
      try page.space()
      try page.say(SelfMessage.start(hasLanguages: words.nextLanguage != nil))
      // What is typed here may be the code of staff.
      let typed = try reader.read(prompt: QuestionInput.prompt, isSecret: true) { $0 == "*" }
      guard case .line(let line, _, _) = typed else {
        if reader.stop == .key { continue }
        return nil
      }
      switch line {
      case "": return words
      case "*": if let next = words.nextLanguage { words.language = next }
      case settings.staffCode:
        try page.clear(settings)
        return nil
      default: break
      }
    }
  }
}

/// Keeps nothing: what staff sets up belongs to no form.
private final class SetUpRecorder: InterviewRecorder {
  func began(language: String, at started: Timestamp) throws {}
  func recorded(question: Int, answer: Answer, warningAccepted: Bool) throws {}
  func switched(toLanguage language: String) throws {}
  func saved(_ interview: Interview) throws -> String? { nil }
  func setAsideForLater() throws {}
  func noted(_ text: String, question: Int?) throws {}
  func discarded() throws {}
}
