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

    /// Whether anything changed.
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
      default: break
      }
    }
    form.resolve(plan)
    step = next(after: -1)
  }

  /// The options of the question at `index` that are offered now, in the order in which they are
  /// shown.
  public func choices(at index: Int) -> [Choice] {
    guard plan.steps.indices.contains(index),
      let list = plan.steps[index].question.kind.choiceList
    else { return [] }
    return form.shownChoices(at: index, in: plan).map { list.choices[$0] }
  }

  /// Whether the question at `index` is shown and passed with Enter: a note, or a fixed value.
  public func isPassed(_ index: Int) -> Bool {
    plan.steps.indices.contains(index) && plan.steps[index].rules.isPassed
  }

  /// The questions on the present path that are asked, in order.
  public var path: [Int] { plan.steps.indices.filter(isOnPath) }

  /// The answer that the question at `index` has now, or the one it starts with.
  public func suggestion(at index: Int) -> Answer? {
    form.given[index] ?? form.defaultAnswer(at: index, in: plan)
  }

  /// Stores `answer` for the question at `index` and goes on.
  ///
  /// A soft warning that was `confirmed` is recorded in ``acceptedWarnings``. What comes back is
  /// what the answer did to the path. After an ``AnswerRejection`` the session is unchanged.
  @discardableResult
  public mutating func answer(
    _ index: Int,
    to answer: Answer,
    confirmed: Bool = false
  ) throws(AnswerRejection) -> PathChange {
    guard plan.steps.indices.contains(index), isOnPath(index) else {
      return PathChange(setAside: [], restored: [])
    }
    // Judged together with what follows from it: a rule may read a value that it changes.
    var changed = form
    if !plan.steps[index].rules.isPassed { changed.given[index] = answer }
    changed.resolve(plan)
    if plan.steps[index].rules.isPassed {
      form = changed
      advance(from: index)
      return PathChange(setAside: [], restored: [])
    }
    if let rejection = changed.rejection(of: answer, at: index, in: plan, acceptsDoubt: confirmed) {
      throw rejection
    }
    let isDoubtful = changed.rejection(of: answer, at: index, in: plan, acceptsDoubt: false) != nil
    if isDoubtful { acceptedWarnings.insert(index) } else { acceptedWarnings.remove(index) }
    let before = form
    form = changed
    advance(from: index)
    return change(from: before)
  }

  /// Goes to the question before the present one; at the first it stays.
  public mutating func back() {
    let limit: Int
    switch step {
    case .ask(let index): limit = index
    case .review: limit = plan.steps.count
    }
    if let previous = path.last(where: { $0 < limit && !carried.contains($0) }) {
      step = .ask(previous)
    }
    returnsToReview = false
  }

  /// Goes to the question at `index` and says whether the path leads there.
  @discardableResult
  public mutating func jump(to index: Int) -> Bool {
    guard plan.steps.indices.contains(index), isOnPath(index) else { return false }
    if step == .review { returnsToReview = true }
    step = .ask(index)
    return true
  }

  /// Goes to the first question that has no answer yet, or to the review.
  public mutating func resume() {
    let open = path.first { isOpen($0) }
    step = open.map { .ask($0) } ?? .review
  }

  /// Puts back answers that an earlier, interrupted session had stored, without asking the rules.
  ///
  /// What the rules say about them is shown by ``problems``.
  public mutating func restore(_ answers: [Int: Answer], acceptedWarnings: Set<Int>) {
    for (index, answer) in answers where plan.steps.indices.contains(index) {
      form.given[index] = answer
    }
    self.acceptedWarnings = acceptedWarnings
    form.resolve(plan)
    resume()
  }

  /// What keeps the form from being saved: each question with what is wrong.
  ///
  /// An answer that was fine when it was given can be refused later, because an answer that its
  /// rule reads has changed.
  public var problems: [(question: Int, rejection: AnswerRejection)] {
    path.compactMap { index in
      let accepts = acceptedWarnings.contains(index)
      let answer = form.judged(index, in: plan)
      return form.rejection(of: answer, at: index, in: plan, acceptsDoubt: accepts)
        .map { (index, $0) }
    }
  }

  /// Whether the question waits for an answer: none was given, or it is no longer offered.
  private func isOpen(_ index: Int) -> Bool {
    if plan.steps[index].rules.isPassed { return false }
    return form.given[index] == nil || form.isDropped(index)
  }

  private func isOnPath(_ index: Int) -> Bool {
    plan.steps[index].rules.isShown && form.relevant[index]
  }

  /// Whether the answer on the present path still deserves the soft warning.
  private func isDoubtful(_ index: Int) -> Bool {
    guard plan.steps.indices.contains(index), isOnPath(index) else { return false }
    let answer = form.judged(index, in: plan)
    return form.rejection(of: answer, at: index, in: plan, acceptsDoubt: false)?.isSoft ?? false
  }

  private func next(after index: Int) -> Step {
    plan.steps.indices.first { $0 > index && isOnPath($0) && !carried.contains($0) }
      .map { .ask($0) } ?? .review
  }

  private mutating func advance(from index: Int) {
    guard returnsToReview else {
      step = next(after: index)
      return
    }
    resume()
    returnsToReview = step != .review
  }

  private func change(from before: FormState) -> PathChange {
    let answered = plan.steps.indices.filter {
      form.given[$0] != nil && plan.steps[$0].rules.isShown
    }
    return PathChange(
      setAside: answered.filter { before.counts($0) && !form.counts($0) },
      restored: answered.filter { !before.counts($0) && form.counts($0) }
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
