/// How much may be searched.
package struct ExaminationBudget: Sendable {
  /// The most answers that are tried for one claim.
  package var steps: Int
  /// Whether the time is over; asked now and then.
  package var isOver: @Sendable () -> Bool

  /// Makes a budget; without a clock the number of steps alone decides.
  package init(steps: Int = 20_000, isOver: @escaping @Sendable () -> Bool = { false }) {
    self.steps = steps
    self.isOver = isOver
  }
}

/// Goes through the answers on which a claim depends, depth first in the order of the form.
///
/// Every state is a ``FormState``: what is relevant, computed, offered and refused is what the
/// interview itself says. States that agree in all that still matters are visited once.
struct PathSearch {
  /// How a search ended.
  enum Outcome: Hashable {
    /// The goal was reached; the answers given lead there.
    case found
    /// All representative answers were gone through.
    case exhausted
    case outOfSteps
    /// The way is longer than what is searched.
    case tooLong
  }

  /// What is looked for.
  struct Goal {
    /// Whether the form can still lead to the goal; asked as soon as the targets are settled.
    var isPromising: (FormState) -> Bool = { _ in true }
    /// Whether the search is over with this form, in which all answers are accepted.
    var isReached: (FormState) -> Bool = { _ in true }
    /// The question whose answers the claim is about: each of its options is tried.
    var target: Int?
    /// Answers that are settled before the search.
    var fixed: [Int: Answer] = [:]
    /// The order in which answers to a question are tried, with each of its options among them.
    var ordered: ((Int, [Answer?]) -> [Answer?])?
    /// Whether the target is looked for where it has to be answered and no answer is accepted.
    var wantsStuck = false
  }

  private enum Signal {
    case nothing, leaf, stop, outOfSteps
  }

  let space: SearchSpace
  let moment: FormMoment
  let goal: Goal
  let budget: ExaminationBudget
  private let map: RuleMap
  private let maker: AnswerCandidateMaker
  private(set) var steps = 0
  /// The answers that were given where the search ended.
  private(set) var given: [Answer?]
  /// Whether the candidates of the target stood for all its answers, wherever it was asked.
  private(set) var isSure = true
  /// Whether answers behind the target decide whether somebody is stuck there.
  private(set) var looksAhead = false
  private var visited: [Set<[Answer?]>]
  /// Whether at the target all answers before are judged and its own can be.
  private let canBeStuck: Bool
  /// The answers to questions whose candidates are the same in every form.
  private var fixed: [Int: AnswerCandidates] = [:]

  private static let memory = 50_000
  private var remembered = 0

  init(
    _ space: SearchSpace,
    _ map: RuleMap,
    moment: FormMoment,
    goal: Goal,
    budget: ExaminationBudget
  ) {
    self.space = space
    self.map = map
    self.moment = moment
    self.goal = goal
    self.budget = budget
    maker = AnswerCandidateMaker(plan: space.plan, moment: moment)
    given = Array(repeating: nil, count: space.plan.steps.count)
    visited = space.variables.map { _ in [] }
    canBeStuck =
      goal.target.flatMap { space.variables.firstIndex(of: $0) }
      .map { space.judgesEarlier(than: $0) } ?? false
  }

  /// Searches.
  mutating func run() -> Outcome {
    guard !space.isTooLong else { return .tooLong }
    let form = state
    if space.goalPlace < 0, !goal.isPromising(form) { return .exhausted }
    switch explore(0, form) {
    case .stop: return .found
    case .outOfSteps: return .outOfSteps
    case .nothing, .leaf: return .exhausted
    }
  }

  private mutating func explore(_ place: Int, _ form: FormState) -> Signal {
    guard place < space.variables.count else { return goal.isReached(form) ? .stop : .leaf }
    let key = space.live[place].flatMap { [form.effective[$0], given[$0]] }
    if visited[place].contains(key) { return .nothing }
    let signal = branch(place, form)
    let isDone = signal == .nothing || signal == .leaf && place <= space.goalPlace
    if isDone, remembered < Self.memory {
      remembered += 1
      visited[place].insert(key)
    }
    return signal
  }

  private mutating func branch(_ place: Int, _ form: FormState) -> Signal {
    let variable = space.variables[place]
    guard form.relevant[variable] else { return go(on: place, form) }
    let candidates = self.candidates(for: variable, place, form)
    let isOwnJudge = space.judgedAt[place].contains(variable)
    if goal.target == variable || space.exempted == variable {
      let use = space.uses[variable] ?? AnswerUse()
      let isFinite = space.plan.steps[variable].question.isFinite
      let isOpen = !isOwnJudge && !use.hasFixedBounds && !isFinite
      if isOpen || !candidates.isComplete { isSure = false }
      if goal.wantsStuck, !canBeStuck { looksAhead = true }
    }
    var isAccepted = false
    var found = Signal.nothing
    for answer in candidates.answers {
      steps += 1
      if steps > budget.steps || steps % 64 == 0 && budget.isOver() { return .outOfSteps }
      let next = giving(answer, to: variable, form)
      if isOwnJudge, isRefused(variable, next) { continue }
      isAccepted = true
      switch go(on: place, next) {
      case .nothing: continue
      case .leaf where place <= space.goalPlace: found = .leaf
      case .leaf:
        given[variable] = nil
        return .leaf
      case let signal: return signal
      }
    }
    given[variable] = nil
    let isStuck = goal.wantsStuck && goal.target == variable && !isAccepted
    return isStuck && canBeStuck && candidates.isComplete ? .stop : found
  }

  /// Judges what can be judged behind `place` and goes on.
  private mutating func go(on place: Int, _ form: FormState) -> Signal {
    let variable = space.variables[place]
    for other in space.judgedAt[place] where other != variable && form.relevant[other] {
      if isRefused(other, form) { return .nothing }
    }
    if place == space.goalPlace, !goal.isPromising(form) { return .nothing }
    return explore(place + 1, form)
  }

  private mutating func giving(_ answer: Answer?, to variable: Int, _ form: FormState) -> FormState
  {
    // The same in every turn; a repeat that is not counted is gone through once.
    given[variable] = answer.map { form.inEveryTurn($0, to: variable, limit: 20, space.plan) }
    guard space.quiet.contains(variable) else { return state }
    var form = form
    form.note(answer, to: variable, in: space.plan)
    return form
  }

  /// The form with what is given; a repeat that is not counted has one turn, as in an interview.
  private var state: FormState {
    var form = FormState(plan: space.plan, given: given, moment: moment)
    guard space.limit == .turns else { return form }
    form.openTurns()
    form.resolve(space.plan)
    return form
  }

  private func isRefused(_ question: Int, _ form: FormState) -> Bool {
    form.isRefused(question, in: space.plan)
  }

  private mutating func candidates(
    for variable: Int,
    _ place: Int,
    _ form: FormState
  ) -> AnswerCandidates {
    var offered: Set<String>?
    let rules = space.plan.steps[variable].rules
    if let filter = rules.choiceFilter, (space.settled[variable] ?? 0) == place,
      space.plan.repeatOf[variable] == nil
    {
      let places = form.offeredChoices(at: variable, in: space.plan)
      offered = Set(places.map { filter.codes[$0] })
    }
    if let answer = goal.fixed[variable] { return AnswerCandidates(answers: [answer]) }
    let use = space.uses[variable] ?? AnswerUse()
    let isFixed = use.hasFixedBounds && rules.choiceFilter == nil
    var found =
      fixed[variable]
      ?? maker.candidates(
        for: variable,
        use: use,
        form: form,
        offered: offered,
        wantsAll: goal.target == variable || goal.ordered != nil
      )
    if isFixed, fixed[variable] == nil { fixed[variable] = found }
    if let ordered = goal.ordered { found.answers = ordered(variable, found.answers) }
    return found
  }
}

extension FormState {
  /// Whether a hard rule refuses what counts for a question, in any turn.
  func isRefused(_ question: Int, in plan: InterviewPlan) -> Bool {
    guard let repeated = plan.repeatOf[question] else {
      let answer = judged(question, in: plan)
      return rejection(of: answer, at: question, in: plan, acceptsDoubt: true) != nil
    }
    return (0..<turnCount(of: repeated)).contains { turn in
      isRelevant(question, turn: turn)
        && rejection(
          of: judged(question, turn: turn, in: plan),
          at: question,
          turn: turn,
          in: plan,
          acceptsDoubt: true
        ) != nil
    }
  }

  /// Whether the question has an answer that is one.
  func isAnswered(_ question: Int) -> Bool { effective[question].missingReason == nil }
}
