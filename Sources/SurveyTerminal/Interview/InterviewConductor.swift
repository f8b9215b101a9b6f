package import SurveyModel

/// Conducts interviews at a terminal, one form after the other.
///
/// Everything can be typed on the numeric keypad. Output flows and is never cleared, so that it
/// can be scrolled back, logged and read aloud.
package struct InterviewConductor {
  let screen: any Screen
  let reader: LineReader
  let interface: InterfaceLanguage
  let style: Style
  private let continueCommand: String

  /// Makes a conductor that speaks to the surveyor in the language of the interface.
  ///
  /// `continueCommand` is what resumes a form that was set aside; it is shown then. `uptime` gives
  /// milliseconds of a clock that never jumps.
  package init(
    screen: any Screen,
    keyboard: any Keyboard,
    interface: InterfaceLanguage,
    style: Style,
    continueCommand: String,
    uptime: @escaping () -> Int64 = { 0 }
  ) {
    self.screen = screen
    self.interface = interface
    self.style = style
    self.continueCommand = continueCommand
    reader = LineReader(
      screen: screen,
      keyboard: keyboard,
      meter: TypingMeter(uptime: uptime)
    )
  }

  /// Conducts forms until the surveyor stops.
  ///
  /// `language` is the one of the questionnaire to begin with, its own default otherwise;
  /// `carried` are answers to persistent questions that are already known; an `unfinished` form
  /// is resumed first. `count` says how far the fieldwork is, `manner` who types, `operatorCode` under
  /// which code and `deviceCode` into which copy of the study.
  package func run(
    plan: InterviewPlan,
    language: String? = nil,
    carried: [Int: Answer] = [:],
    resuming unfinished: UnfinishedForm? = nil,
    mode: Mode = .terminal,
    manner: EntryManner = .interview,
    count: FieldworkCount? = nil,
    operatorCode: String = "",
    deviceCode: String = "",
    recorder: any InterviewRecorder,
    clock: @escaping () -> Timestamp
  ) throws -> Outcome {
    let tools = FormConductor.Tools(
      page: Page(screen: screen, style: style, interface: interface),
      reader: reader,
      recorder: recorder,
      mode: mode,
      clock: clock,
      clocks: EventClock(started: clock(), meter: reader.meter),
      continueCommand: continueCommand,
      manner: manner,
      operatorCode: operatorCode,
      deviceCode: deviceCode
    )
    let languages = plan.questionnaire.languages
    let chosen = unfinished?.language ?? language
    var words = QuestionWords(
      plan: plan,
      interface: interface,
      language: languages.first { $0 == chosen } ?? plan.questionnaire.defaultLanguage
    )
    var carried = carried
    var lastSaved: [Answer] = []
    var saved = 0
    var discarded = 0
    func outcome(_ ending: Outcome.Ending) -> Outcome {
      Outcome(ending: ending, saved: saved, discarded: discarded, carried: carried)
    }
    var unfinished = unfinished
    while true {
      let opening = FormOpening(
        tools: tools,
        number: saved + discarded + 1,
        lastSaved: try recorder.lastSaved() ?? lastSaved,
        count: count.map { FieldworkCount(stored: $0.stored + saved, goal: $0.goal) }
      )
      let ending: FormConductor.Ending
      switch try opening.open(words, carried: carried, resuming: unfinished) {
      case .opened(var form):
        ending = try form.conduct()
        words = form.words
        words.answers = []
      case .declined(let declinedWords):
        ending = .discarded
        words = declinedWords
      case .stopped:
        return outcome(.quit)
      }
      unfinished = nil
      if case .saved = ending { reader.meter.counts.forms += 1 }
      try recorder.counted(reader.meter.counts)
      switch ending {
      case .setAside:
        return outcome(.setAside)
      case .saved(let answers, let all, let number):
        saved += 1
        carried = answers
        lastSaved = all
        try tools.page.say(SessionMessage.saved(number: saved + discarded))
        if manner == .entry, let number { try tools.page.say(SessionMessage.keptAs(number)) }
      case .discarded:
        discarded += 1
      }
      guard try wantsNext(tools.page) else {
        if case .saved = ending { return outcome(.saved) }
        return outcome(.quit)
      }
    }
  }

  /// Asks whether another form follows.
  func wantsNext(_ page: Page) throws -> Bool {
    try page.space()
    try page.say(SessionMessage.nextForm)
    let completion = CodeCompletion(["0"], commands: ["+"])
    while true {
      let typed = try reader.read(
        prompt: QuestionInput.prompt,
        isComplete: completion.isComplete
      )
      guard case .line(let line, _, _) = typed else { return false }
      switch line {
      case "", "+": return true
      case "0": return false
      default: try page.say(SessionMessage.nextForm)
      }
    }
  }
}
