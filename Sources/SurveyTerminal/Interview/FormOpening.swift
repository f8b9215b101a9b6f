import SurveyModel

/// Opens a form: heading, consent, what is carried over or restored.
struct FormOpening {
  /// What came of it.
  enum Result {
    case opened(FormConductor)
    /// Consent was refused, in this language.
    case declined(QuestionWords)
    /// The surveyor left before anything was recorded.
    case stopped
  }

  let tools: FormConductor.Tools
  /// The number of the form in this session.
  let number: Int
  /// The answers of the form saved before.
  let lastSaved: [Answer]
  /// How far the fieldwork was before this form, where that is known.
  let count: FieldworkCount?

  private var page: Page { tools.page }

  /// Opens a new form, or resumes one.
  func open(
    _ words: QuestionWords,
    carried: [Int: Answer],
    resuming unfinished: UnfinishedForm?
  ) throws -> Result {
    var words = words
    let carried = carried.filter { words.plan.steps.indices.contains($0.key) }
    try page.space()
    try page.write(words.text(words.plan.questionnaire.title), strong: true)
    if let unfinished { return .opened(try resume(unfinished, carried, words)) }
    let isAlone = if case .selfResponse = tools.manner { true } else { false }
    if !isAlone { try page.say(SessionMessage.form(number: number)) }
    if let count {
      try page.say(SessionMessage.standing(form: count.stored + 1, goal: count.goal))
    }
    if !carried.isEmpty, !isAlone {
      let answers = carried.sorted { $0.key < $1.key }.map { index, answer in
        "\(words.short(index)): \(words.wholeAnswer(answer, to: index))"
      }
      try page.say(SessionMessage.carried(answers))
    }
    if number == 1, !isAlone {
      try page.say(CommandMessage.help)
      if tools.manner == .entry { try page.say(CommandMessage.entryHelp) }
    }
    if let consent = words.plan.questionnaire.consent {
      switch try ask(consent, &words) {
      case true?: break
      case false?:
        try tools.recorder.discarded()
        try page.say(SessionMessage.declined)
        return .declined(words)
      case nil:
        return .stopped
      }
    }
    let started = tools.clock()
    let session = InterviewSession(
      plan: words.plan,
      carried: carried,
      moment: moment(started)
    )
    try tools.recorder.began(language: words.language, at: started)
    for (index, answer) in carried.sorted(by: { $0.key < $1.key }) {
      try tools.recorder.recorded(question: index, answer: answer, warningAccepted: false)
    }
    var form = FormConductor(
      tools,
      number: number,
      session: session,
      words: words,
      started: started
    )
    form.count = count
    try form.audit(.formStart)
    return .opened(form)
  }

  private func moment(_ now: Timestamp) -> FormMoment {
    var moment = FormMoment(now: now)
    moment.lastSaved = lastSaved
    moment.operatorCode = tools.operatorCode
    moment.deviceCode = tools.deviceCode
    return moment
  }

  private func resume(
    _ unfinished: UnfinishedForm,
    _ carried: [Int: Answer],
    _ words: QuestionWords
  ) throws -> FormConductor {
    var session = InterviewSession(
      plan: words.plan,
      carried: carried.filter { unfinished.answers[$0.key] == $0.value },
      moment: moment(unfinished.started)
    )
    session.restore(unfinished.answers, acceptedWarnings: unfinished.acceptedWarnings)
    try page.say(SessionMessage.resuming(answers: unfinished.answers.count))
    try page.say(CommandMessage.help)
    let numbering = Numbering(session)
    if case .ask(let index) = session.step {
      let number = numbering.number(of: index) ?? 1
      try page.say(SessionMessage.goingOn(number: number, total: numbering.total))
    } else {
      try page.say(SessionMessage.goingOnAtReview)
    }
    var form = FormConductor(
      tools,
      number: number,
      session: session,
      words: words,
      started: unfinished.started
    )
    form.notes = unfinished.notes
    try form.audit(.formResume)
    return form
  }

  /// Asks for consent; `nil` when the surveyor leaves.
  private func ask(
    _ consent: Questionnaire.Consent,
    _ words: inout QuestionWords
  ) throws -> Bool? {
    let completion = CodeCompletion(["1", "2"], commands: ["*"])
    if case .selfResponse(let settings) = tools.manner { try page.clear(settings) }
    try page.space()
    try page.write(words.text(consent.text))
    try page.say(SessionMessage.consentKeys)
    while true {
      let typed = try tools.reader.read(
        prompt: QuestionInput.prompt,
        isComplete: completion.isComplete
      )
      guard case .line(let line, _, _) = typed else {
        if case .selfResponse = tools.manner, tools.reader.stop == .key { continue }
        return nil
      }
      switch line {
      case "1": return true
      case "2": return false
      case "*":
        guard let next = words.nextLanguage else {
          try page.say(CommandMessage.onlyOneLanguage, indent: "  ")
          continue
        }
        words.language = next
        try page.say(CommandMessage.languageIs(words.languageName), indent: "  ")
        try page.write(words.text(consent.text))
        try page.say(SessionMessage.consentKeys)
      default:
        try page.say(SessionMessage.consentNeeded, indent: "  ")
      }
    }
  }
}
