/// One respondent's way through a questionnaire, as a value.
///
/// The session never prints, reads or waits. The terminal and the kiosk drive it with `answer`,
/// `back` and `jump`; going back to an earlier state is keeping the earlier value.
public struct InterviewSession: Sendable {
  /// What has to happen next.
  public enum Step: Hashable, Sendable {
    /// Ask the question at this index; a note is shown and passed.
    case ask(Int)
    /// All is answered: look over and save.
    case review
  }

  /// What an answer did to the path.
  public struct PathChange: Hashable, Sendable {
    /// Answered questions that are no longer asked; their answers are set aside.
    public let setAside: [Int]
    /// Questions that are asked again with the answer that was set aside.
    public let restored: [Int]
    /// Questions whose value the answer set (`trigger`).
    public let triggered: [Int]

    /// Whether the way through the form is as it was.
    public var isEmpty: Bool { setAside.isEmpty && restored.isEmpty }
  }

  /// The questionnaire.
  public let plan: InterviewPlan
  /// The answers and what follows from them.
  public private(set) var form: FormState
  /// What has to happen next.
  public private(set) var step: Step = .review
  /// Questions whose soft warning was accepted, also on branches that are set aside.
  public private(set) var acceptedWarnings: Set<Int> = []
  /// What the clock said when the form was opened, and what was saved before it.
  public let moment: FormMoment
  /// Questions that were carried from the previous form and are not asked.
  public let carried: Set<Int>
  /// The number of the turn in which the present question stands among all turns of its repeat, from
  /// 0; 0 outside repeats.
  public private(set) var turn = 0
  /// The repeats of which one more turn is offered before anything else is asked, the first first.
  private(set) var offers: [Offer] = []
  private var returnsToReview = false

  /// Opens a form.
  ///
  /// `carried` holds answers to persistent questions from the previous form of the same session;
  /// `moment` is what the clock says, so that `today()` stays the same for the whole form.
  public init(plan: InterviewPlan, carried: [Int: Answer] = [:], moment: FormMoment) {
    self.plan = plan
    self.moment = moment
    self.carried = Set(carried.keys)
    form = FormState(plan: plan, moment: moment)
    for (index, answer) in carried where plan.steps.indices.contains(index) {
      form.given[index] = answer
    }
    for (index, step) in plan.steps.enumerated() {
      switch step.question.kind {
      case .metadata(.start): form.given[index] = .text(moment.now.iso8601)
      case .metadata(.today): form.given[index] = .date(moment.now.localDate)
      case .metadata(.username) where !moment.operatorCode.isEmpty:
        form.given[index] = .text(moment.operatorCode)
      case .metadata(.deviceid) where !moment.deviceCode.isEmpty:
        form.given[index] = .text(moment.deviceCode)
      default: break
      }
    }
    form.openTurns()
    form.resolve(plan)
    go(to: places().first { !carried.keys.contains($0.question) })
  }

  /// The options of the question at `index` that are offered now, in the order in which they are
  /// shown.
  public func choices(at index: Int) -> [Choice] {
    guard plan.steps.indices.contains(index),
      let list = plan.steps[index].question.kind.choiceList
    else { return [] }
    return form.shownChoices(at: index, turn: turn(at: index), in: plan).map { list.choices[$0] }
  }

  /// Whether the question at `index` is shown and passed with Enter: a note, or a fixed value.
  public func isPassed(_ index: Int) -> Bool {
    plan.steps.indices.contains(index) && plan.steps[index].rules.isPassed
  }

  /// The questions on the present path that are asked, in order.
  public var path: [Int] {
    plan.steps.indices.filter { plan.steps[$0].rules.isShown && form.relevant[$0] }
  }

  /// The answer that the question at `index` has now, or the one it starts with.
  public func suggestion(at index: Int) -> Answer? {
    given(at: index) ?? form.defaultAnswer(at: index, turn: turn(at: index), in: plan)
  }

  /// What was given for the question at `index`, in a repeat in the present turn.
  public func given(at index: Int) -> Answer? {
    plan.steps.indices.contains(index) ? form.given(index, turn: turn(at: index)) : nil
  }

  /// Stores `answer` for the question at `index` and goes on.
  ///
  /// A soft warning that was `confirmed` is recorded in ``acceptedWarnings``. What comes back is
  /// what the answer did to the path. After an ``AnswerRejection`` the session is unchanged.
  /// `now` is what the clock says, for values that the answer triggers; without it they see the
  /// instant at which the form was opened.
  @discardableResult
  public mutating func answer(
    _ index: Int,
    to answer: Answer,
    confirmed: Bool = false,
    at now: Timestamp? = nil
  ) throws(AnswerRejection) -> PathChange {
    var turn = turn(at: index)
    guard plan.steps.indices.contains(index), isOnPath(index, turn) else {
      return PathChange(setAside: [], restored: [], triggered: [])
    }
    // Judged together with what follows from it: a rule may read a value that it changes.
    var changed = form
    if !plan.steps[index].rules.isPassed {
      changed.give(answer, to: index, turn: turn, in: plan)
    }
    changed.resolve(plan)
    if plan.steps[index].rules.isPassed {
      form = changed
      advance(from: Place(question: index, turn: turn))
      return PathChange(setAside: [], restored: [], triggered: [])
    }
    // A default that is kept was there before, and a blank is as good as nothing.
    let isNew =
      plan.triggered[index] != nil && !FormState.same(answer, suggestion(at: index))
    let triggered =
      isNew ? changed.trigger(index, turn: turn, at: now ?? moment.now, plan) : []
    // What is triggered may count a repeat.
    turn = changed.number(of: turn, at: index, in: form, plan)
    if let rejection = changed.rejection(
      of: answer,
      at: index,
      turn: turn,
      in: plan,
      acceptsDoubt: confirmed
    ) {
      throw rejection
    }
    let isDoubtful =
      changed.rejection(of: answer, at: index, turn: turn, in: plan, acceptsDoubt: false) != nil
    let before = form
    form = changed
    if isDoubtful {
      acceptedWarnings.insert(index)
    } else if !self.isDoubtful(index) {
      // In no other turn of a repeat is there a doubt that was accepted.
      acceptedWarnings.remove(index)
    }
    advance(from: Place(question: index, turn: turn))
    return change(from: before, triggered)
  }

  /// Goes to the question before the present one; at the first it stays.
  public mutating func back() {
    let all = places().filter { !carried.contains($0.question) }
    let previous: Place?
    switch step {
    case .ask(let index):
      // A turn that is offered stands before what comes next.
      let here = offers.first.map(key) ?? key(Place(question: index, turn: turn))
      previous = all.last { key($0).isBefore(here) }
    case .review:
      let offer = offers.first.map(key)
      previous = all.last { place in offer.map { key(place).isBefore($0) } ?? true }
    }
    offers = []
    if let previous { go(to: previous) }
    returnsToReview = false
  }

  /// Goes to the question at `index` and says whether the path leads there.
  ///
  /// In a repeat it is that of the present turn, else of the first that has something wrong, else
  /// of the first; where the present turn stands in one of a repeat around, only there.
  @discardableResult
  public mutating func jump(to index: Int) -> Bool {
    guard plan.steps.indices.contains(index) else { return false }
    let all = places().filter { $0.question == index }
    let seen = turns(at: index)
    let near = all.filter { seen.contains($0.turn) }
    guard let place = near.first(where: { rejection(at: $0) != nil }) ?? near.first ?? all.first
    else { return false }
    if step == .review { returnsToReview = true }
    offers = []
    go(to: place)
    return true
  }

  /// Goes to the first question that has no answer yet, or to the review.
  public mutating func resume() {
    offers = []
    go(to: places().first { isOpen($0) })
  }

  /// Takes one more turn of the repeat that is ``offered``, or goes on without.
  public mutating func takeTurn(_ isWanted: Bool) {
    guard let offer = offers.first else { return }
    guard isWanted else {
      offers.removeFirst()
      return
    }
    offers = []
    let before = form
    form.openTurn(of: offer.repeated, in: offer.outer, plan)
    form.resolve(plan)
    if case .ask(let index) = step { turn = form.number(of: turn, at: index, in: before, plan) }
    guard form.turnCount(of: offer.repeated) > before.turnCount(of: offer.repeated) else { return }
    let turn = form.turns.turns(of: [offer.repeated], within: offer.outer..<offer.outer + 1).last
    if let first = turn.flatMap({ places(in: $0, of: offer.repeated).first }) { go(to: first) }
  }

  /// Puts back answers that an earlier, interrupted session had stored, without asking the rules.
  ///
  /// What the rules say about them is shown by ``problems``.
  public mutating func restore(_ answers: [Int: Answer], acceptedWarnings: Set<Int>) {
    for (index, answer) in answers where plan.steps.indices.contains(index) {
      form.given[index] = answer == .missing(.notReached) ? nil : answer
    }
    self.acceptedWarnings = acceptedWarnings
    form.resolve(plan)
    resume()
  }

  /// Sets the unseen values that the answer to the question at `index` triggers, for an answer that
  /// was put back by ``restore(_:acceptedWarnings:)``.
  public mutating func triggerUnseen(_ index: Int, at now: Timestamp) {
    _ = form.trigger(index, turn: turn(at: index), at: now, plan) { [plan] in
      !plan.steps[$0].rules.takesAnswers
    }
    resume()
  }

  /// What keeps the form from being saved: each question with what is wrong.
  ///
  /// An answer that was fine when it was given can be refused later, because an answer that its
  /// rule reads has changed. Of a repeated question the first turn with something wrong is told,
  /// what is refused before what is doubtful.
  public var problems: [(question: Int, rejection: AnswerRejection)] {
    var found: [Int: AnswerRejection] = [:]
    for place in places() {
      guard found[place.question]?.isSoft ?? true, let rejection = rejection(at: place) else {
        continue
      }
      if found[place.question] == nil || !rejection.isSoft { found[place.question] = rejection }
    }
    return found.sorted { $0.key < $1.key }.map { (question: $0.key, rejection: $0.value) }
  }

  private func rejection(at place: Place) -> AnswerRejection? {
    form.rejection(
      of: form.judged(place.question, turn: place.turn, in: plan),
      at: place.question,
      turn: place.turn,
      in: plan,
      acceptsDoubt: acceptedWarnings.contains(place.question)
    )
  }

  /// Whether an answer on the present path still deserves the soft warning.
  private func isDoubtful(_ index: Int) -> Bool {
    let found = places().filter { $0.question == index }.compactMap { place in
      form.rejection(
        of: form.judged(index, turn: place.turn, in: plan),
        at: index,
        turn: place.turn,
        in: plan,
        acceptsDoubt: false
      )
    }
    return !found.isEmpty && found.allSatisfy(\.isSoft)
  }

  private mutating func go(to place: Place?) {
    step = place.map { .ask($0.question) } ?? .review
    turn = place?.turn ?? 0
  }

  private mutating func advance(from place: Place) {
    let offers = offers(behind: place)
    if returnsToReview {
      resume()
      returnsToReview = step != .review
    } else {
      let here = key(place)
      go(to: places().first { here.isBefore(key($0)) && !carried.contains($0.question) })
    }
    self.offers = offers
  }

  private func change(from before: FormState, _ triggered: [Int]) -> PathChange {
    let answered = plan.steps.indices.filter {
      form.given[$0] != nil && plan.steps[$0].rules.isShown
    }
    return PathChange(
      setAside: answered.filter { before.counts($0) && !form.counts($0) },
      restored: answered.filter { !before.counts($0) && form.counts($0) },
      triggered: triggered
    )
  }
}

extension InterviewSession {
  /// The finished interview.
  ///
  /// - Precondition: none; a driver asks ``problems`` first. Questions that were not reached are
  ///   recorded as such.
  public func interview(
    mode: Mode,
    language: String,
    started: Timestamp,
    finished: Timestamp
  ) -> Interview {
    var form = form
    // A turn that was begun and holds nothing is none.
    form.closeTurns()
    form.resolve(plan)
    var answers = form.effective
    for (index, step) in plan.steps.enumerated() where form.relevant[index] {
      if step.question.kind == .metadata(.end) { answers[index] = .text(finished.iso8601) }
    }
    return Interview(
      answers: answers,
      mode: mode,
      language: language,
      started: started,
      finished: finished,
      acceptedWarnings: acceptedWarnings.filter(isDoubtful).sorted(),
      consentVersion: plan.questionnaire.consent?.version
    )
  }
}
