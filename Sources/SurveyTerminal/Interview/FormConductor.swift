import SurveyModel

/// Conducts one form from its first question to the end.
struct FormConductor {
  /// How a form ended.
  enum Ending: Hashable {
    case saved(carried: [Int: Answer], answers: [Answer], number: String?)
    case discarded
    case setAside
  }

  /// What stays the same for all forms of a session.
  struct Tools {
    let page: Page
    let reader: LineReader
    let recorder: any InterviewRecorder
    let mode: Mode
    let clock: () -> Timestamp
    /// Tells events one from the other by a clock that never jumps.
    let clocks: EventClock
    /// The command that resumes a form that is set aside.
    let continueCommand: String
    let manner: EntryManner
    /// The code of whoever works.
    var operatorCode = ""
    /// The code of the copy of the study.
    var deviceCode = ""
  }

  /// After so many forms a keyer knows the questions by their numbers.
  private static let formsToLearn = 3

  let tools: Tools
  /// The number of the form in this session.
  let number: Int
  let started: Timestamp
  var session: InterviewSession {
    didSet { words.answers = session.answersHere }
  }
  var words: QuestionWords
  var shownSection: Int?
  /// The turn of a repeat that is shown.
  var shownTurn = 0
  /// Whether staff took the terminal back.
  var isLeftByStaff = false
  /// Whether the surveyor left while a command asked for more.
  var isStopped = false
  /// How far the fieldwork was before this form, where that is known.
  var count: FieldworkCount?
  /// Notes that were written on this form.
  var notes: [FormNote] = []
  /// The question that is asked by itself although a block begins with it.
  var singly: Int?

  var page: Page { tools.page }

  /// Whether few words are enough.
  var isHeadsDown: Bool { tools.manner == .entry && number > Self.formsToLearn }

  init(
    _ tools: Tools,
    number: Int,
    session: InterviewSession,
    words: QuestionWords,
    started: Timestamp
  ) {
    self.tools = tools
    self.number = number
    self.session = session
    self.words = words
    self.words.answers = session.answersHere
    self.words.lastSaved = session.moment.lastSaved
    self.started = started
  }

  /// Asks until the form is saved, discarded or set aside.
  mutating func conduct() throws -> Ending {
    while true {
      if session.offered != nil {
        if let ending = try offerTurn() { return ending }
        continue
      }
      if case .ask(let index) = session.step, try answersItself(index) { continue }
      if let ending = try step() { return ending }
    }
  }

  /// Asks what has to be asked next.
  private mutating func step() throws -> Ending? {
    switch session.step {
    case .ask(let index): return try block(at: index).map { try ask($0) } ?? ask(index)
    case .review:
      if let selfResponse { return try handIn(selfResponse) }
      return try review()
    }
  }

  /// Leaves the form; a respondent cannot without the code of staff.
  mutating func leave() throws -> Ending? {
    guard let selfResponse else { return try setAside() }
    isStopped = false
    return try goesOn(selfResponse) ? nil : abandon()
  }

  /// Leaves the form for later and says how to go on.
  func setAside() throws -> Ending {
    try audit(.formExit)
    try tools.recorder.setAsideForLater()
    if tools.continueCommand.isEmpty { return .setAside }
    let answers = session.form.given.count { $0 != nil }
    try page.say(SessionMessage.setAside(answers: answers))
    // Never wrapped, so that it can be copied.
    try page.screen.write("  \(tools.continueCommand)\n")
    return .setAside
  }

  /// Hands the finished form over.
  func save() throws -> Ending {
    let interview = session.interview(
      mode: tools.mode,
      language: words.language,
      started: started,
      finished: tools.clock()
    )
    try audit(.formSave)
    try audit(.formFinalize)
    let number = try tools.recorder.saved(interview)
    var carried: [Int: Answer] = [:]
    for (index, step) in session.plan.steps.enumerated() where step.question.persists {
      guard session.form.relevant[index], let answer = session.form.given[index],
        answer.missingReason == nil
      else { continue }
      carried[index] = answer
    }
    return .saved(carried: carried, answers: interview.answers, number: number)
  }
}
