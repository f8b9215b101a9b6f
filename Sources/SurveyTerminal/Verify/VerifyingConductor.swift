import SurveyModel

/// Conducts the second keying of one form.
struct VerifyingConductor {
  /// After so many forms few words are enough.
  private static let formsToLearn = 3

  let page: Page
  let reader: LineReader
  let form: KeyedForm
  let desk: any VerificationDesk
  /// The number of the form in this sitting.
  let number: Int
  var words: QuestionWords
  private var session: InterviewSession
  private var result = KeyedAgain()
  private var accepted: Set<Int>
  private var shownSection: Int?

  init(
    page: Page,
    reader: LineReader,
    form: KeyedForm,
    desk: any VerificationDesk,
    number: Int,
    words: QuestionWords
  ) {
    self.desk = desk
    self.page = page
    self.reader = reader
    self.form = form
    self.number = number
    self.words = words
    accepted = form.acceptedWarnings
    session = InterviewSession(plan: words.plan, moment: FormMoment(now: form.started))
    var unasked: [Int: Answer] = [:]
    // The turns of a repeat are taken as they are, and so is what the form noted about itself.
    for (index, (step, answer)) in zip(words.plan.steps, form.answers).enumerated() {
      let question = step.question
      let isNoted = question.recordsItself && answer.missingReason == nil
      if !question.isAsked || question.isRepeated || isNoted { unasked[index] = answer }
    }
    session.restore(unasked, acceptedWarnings: accepted)
  }

  /// Asks for all answers; `nil` when the verifier leaves before the end.
  mutating func conduct() throws -> KeyedAgain? {
    while case .ask(let index) = session.step {
      guard let answer = try ask(index) else { return nil }
      // What is right on paper is taken as it is: the rules have been asked already.
      session.restore([index: answer], acceptedWarnings: accepted)
      let isKept =
        form.answers.indices.contains(index) && answer.saysTheSame(as: form.answers[index])
      if !isKept {
        session.triggerUnseen(index, at: form.started)
      }
    }
    let verified = session.interview(
      mode: .paper,
      language: form.language,
      started: form.started,
      finished: form.started
    )
    result.answers = verified.answers
    // When the form was first saved is no matter of keying it again.
    for (index, (step, answer)) in zip(words.plan.steps, form.answers).enumerated()
    where step.question.isMetadata && answer.missingReason == nil {
      if result.answers[index].missingReason == nil { result.answers[index] = answer }
    }
    result.acceptedWarnings = verified.acceptedWarnings
    return result
  }

  /// Asks for one answer until it is settled.
  private mutating func ask(_ index: Int) throws -> Answer? {
    try show(index)
    var comparison = comparison(at: index)
    while true {
      guard let answer = try read(index) else { return nil }
      guard let answer = try answer.value.map({ try desk.sealed($0, question: index) }) else {
        continue
      }
      guard let stored = comparison?.stored else {
        guard try isAllowed(answer, at: index) else { continue }
        reader.meter.counts.fields += 1
        return answer
      }
      if !answer.saysTheSame(as: stored), try !isAllowed(answer, at: index) { continue }
      switch comparison?.compare(answer) {
      case .equal: break
      case .verifierWrong:
        result.verifierErrors.append(index)
        try page.say(VerifyMessage.kept, indent: "  ")
      case .keyerWrong:
        result.keyerErrors.append(index)
        try page.say(VerifyMessage.replaced, indent: "  ")
        reader.meter.counts.fields += 1
        result.fields += 1
        return answer
      case .mismatch, nil:
        if reader.readsKeys { try page.screen.write("\u{7}") }
        try page.say(VerifyMessage.mismatch, indent: "  ")
        continue
      }
      reader.meter.counts.fields += 1
      result.fields += 1
      return stored
    }
  }

  /// What a question is compared with; nothing where the path of the first keying did not lead.
  private func comparison(at index: Int) -> FieldComparison? {
    guard form.answers.indices.contains(index) else { return nil }
    let stored = form.answers[index]
    return switch stored.missingReason {
    case .notApplicable, .notReached, .notCollected: nil
    case .doNotKnow, .refused, .noAnswer, nil: FieldComparison(stored: stored)
    }
  }

  /// An attempt; without a value when something else was typed.
  private struct Attempt {
    var value: Answer?
  }

  /// Reads an attempt; `nil` when the verifier leaves.
  private mutating func read(_ index: Int) throws -> Attempt? {
    let input = QuestionInput(reader: reader, page: page, words: words)
    let typed = try input.read(
      index,
      offered: session.choices(at: index),
      chosen: [],
      isChanged: false,
      initial: "",
      isDoubtful: false
    )
    switch typed {
    case .stopped: return nil
    case .scanned(let text): try page.say(PromptMessage.scanned(text), indent: "  ")
    case .tooLong: try page.say(PromptMessage.tooLong(limit: LineEditor.limit))
    case .entry(.enter), .entry(.plus): try page.say(VerifyMessage.retype, indent: "  ")
    case .entry(.back), .entry(.jump): try page.say(VerifyMessage.noMoves, indent: "  ")
    case .entry(.nextLanguage), .entry(.more):
      guard let next = words.nextLanguage else {
        try page.say(CommandMessage.onlyOneLanguage, indent: "  ")
        return Attempt()
      }
      words.language = next
      try show(index)
    case .entry(.leaveBlank): return Attempt(value: .missing(.noAnswer))
    case .entry(.value(let text)):
      do throws(AnswerRejection) {
        return Attempt(value: try session.plan.steps[index].reader.read(text))
      } catch {
        reader.meter.counts.refused += 1
        try page.say(error, indent: "  ")
      }
    }
    return Attempt()
  }

  /// Whether the hard rules take an answer; what they say against it has then been said.
  ///
  /// A soft warning stands accepted: the answer is keyed twice.
  private mutating func isAllowed(_ answer: Answer, at index: Int) throws -> Bool {
    var trial = session
    do throws(AnswerRejection) {
      _ = try trial.answer(index, to: answer, confirmed: true)
    } catch {
      reader.meter.counts.refused += 1
      try page.say(error, indent: "  ")
      return false
    }
    if trial.acceptedWarnings.contains(index) { accepted.insert(index) }
    return true
  }

  private mutating func show(_ index: Int) throws {
    let section = session.plan.steps[index].section
    try QuestionView(page: page, words: words).show(
      index,
      in: session,
      withSection: section != shownSection,
      isBrief: number > Self.formsToLearn,
      isBlind: true
    )
    shownSection = section
  }
}

extension Question {
  /// Whether the form filled it in by itself: who entered it, when and where, or a value that an
  /// answer set unseen.
  fileprivate var recordsItself: Bool {
    isMetadata || !triggers.isEmpty && (readOnly || !kind.takesAnswers)
  }

  fileprivate var isMetadata: Bool { if case .metadata = kind { true } else { false } }
}
