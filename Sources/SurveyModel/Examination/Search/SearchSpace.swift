/// The questions on whose answers a claim depends, in the order in which they are answered.
struct SearchSpace {
  /// Why a search through the representative answers proves nothing about all answers.
  enum Limit: Hashable, Sendable {
    /// A rule asks the clock, chance, or what was saved before.
    case clock
    /// A repeat has any number of turns.
    case turns
    /// Answers to the question are used in another way than by comparison.
    case openAnswers(question: Int)
    /// The value of the question comes from outside the form.
    case unknownValue(question: Int)
  }

  /// The questions that are answered one after the other.
  let variables: [Int]
  /// The plan that computes only what matters.
  let plan: InterviewPlan
  /// How the rules look at answers.
  let uses: [Int: AnswerUse]
  /// Why the space is not closed, when it is not.
  let limit: Limit?
  /// The question whose answers need not be few beforehand, because nobody else reads them.
  let exempted: Int?
  /// The answered questions that nothing else that matters follows from.
  let quiet: Set<Int>
  /// For each question that matters, the place of the last variable that decides it; −1 for none.
  let settled: [Int: Int]
  /// For each place the variables whose answers can be judged then.
  let judgedAt: [[Int]]
  /// For each place the questions whose values still matter.
  let live: [[Int]]
  /// The place behind which the goal can be looked at.
  let goalPlace: Int

  /// The longest way that is searched.
  private static let longestWay = 800

  /// Whether there are more questions one after the other than are searched.
  var isTooLong: Bool { variables.count > Self.longestWay }

  /// Makes the space of a claim about `targets`, which may have to be answered and judged too.
  ///
  /// `others` are answered as well, though the claim does not ask for them.
  init(
    _ plan: InterviewPlan,
    _ map: RuleMap,
    targets: Set<Int>,
    answersTargets: Bool,
    judgesTargets: Bool,
    others: Set<Int> = []
  ) {
    var seeds: Set<Int> = answersTargets ? targets.union(others) : others
    for target in targets {
      seeds.formUnion(map.decisionReads[target])
      if judgesTargets { seeds.formUnion(map.judgementReads[target]) }
    }
    let cone = map.closure(of: seeds)
    let variables = cone.filter { map.isAnswered[$0] }.sorted { map.order[$0] < map.order[$1] }
    self.variables = variables
    self.plan = InterviewPlan(part: cone.union(targets), of: plan)
    var rules = RuleUses()
    for question in cone.union(targets) {
      rules.formUnion(map.decided[question])
      if cone.contains(question) || judgesTargets { rules.formUnion(map.judged[question]) }
    }
    uses = rules.ofQuestion
    // What nobody reads may be compared with other answers: it is answered when they are known.
    let last = targets.count == 1 && answersTargets ? targets.first : nil
    let isRead = last.map { map.closure(of: seeds.subtracting([$0])).contains($0) } ?? true
    exempted = isRead ? nil : last
    limit = Self.limit(plan, map, cone, rules, variables.filter { isRead || $0 != last })

    let read = cone.union(targets).reduce(into: Set<Int>()) { $0.formUnion(map.decisionReads[$1]) }
    quiet = Set(
      variables.filter { variable in
        let rules = plan.steps[variable].rules
        return !read.contains(variable) && !rules.isRepeated && rules.choiceFilter == nil
          && !rules.hasFixedDefault
      }
    )

    var settled: [Int: Int] = [:]
    let places = Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($1, $0) })
    for question in cone.union(targets).sorted(by: { map.order[$0] < map.order[$1] }) {
      let decided = map.decisionReads[question].map { settled[$0] ?? -1 }.max() ?? -1
      settled[question] = max(places[question] ?? -1, decided)
    }
    self.settled = settled
    let place = targets.map { settled[$0] ?? -1 }.max() ?? -1
    goalPlace = place

    var judgedAt: [[Int]] = variables.map { _ in [] }
    var needed: [Int: Int] = [:]
    func need(_ question: Int, at place: Int) {
      needed[question] = max(needed[question] ?? -1, place)
    }
    for variable in variables {
      let reads = map.judgementReads[variable]
      let place = reads.map { settled[$0] ?? -1 }.reduce(settled[variable] ?? -1, max)
      judgedAt[place].append(variable)
      for question in reads.union([variable]) { need(question, at: place) }
    }
    for question in cone.union(targets) {
      for other in map.decisionReads[question] { need(other, at: settled[question] ?? -1) }
    }
    for target in targets {
      need(target, at: place)
      if judgesTargets { for other in map.judgementReads[target] { need(other, at: place) } }
    }
    self.judgedAt = judgedAt
    var live: [[Int]] = variables.map { _ in [] }
    for (question, last) in needed.sorted(by: { $0.key < $1.key }) {
      let first = (settled[question] ?? -1) + 1
      guard first <= min(last, variables.count - 1) else { continue }
      for place in first...min(last, variables.count - 1) { live[place].append(question) }
    }
    self.live = live
  }

  /// Whether at `place` all answers before are judged and the present one can be.
  func judgesEarlier(than place: Int) -> Bool {
    let earlier = Set(variables[..<place])
    return judgedAt[place].contains(variables[place])
      && judgedAt[place...].joined().allSatisfy { !earlier.contains($0) }
  }

  private static func limit(
    _ plan: InterviewPlan,
    _ map: RuleMap,
    _ cone: Set<Int>,
    _ rules: RuleUses,
    _ variables: [Int]
  ) -> Limit? {
    if rules.hasTurns || cone.contains(where: { plan.steps[$0].rules.isRepeated }) { return .turns }
    if rules.isVolatile { return .clock }
    for question in cone.sorted() where !map.isAnswered[question] {
      let step = plan.steps[question]
      if step.question.isTriggered { return .unknownValue(question: question) }
      switch step.question.kind {
      case .metadata: return .unknownValue(question: question)
      case .hidden, .calculate:
        if step.rules.calculation == nil, !step.rules.hasFixedDefault {
          return .unknownValue(question: question)
        }
      default: break
      }
    }
    let moment = FormMoment(now: Timestamp(milliseconds: 0))
    let maker = AnswerCandidateMaker(plan: plan, moment: moment)
    let empty = FormState(
      plan: InterviewPlan(part: [], of: plan),
      given: Array(repeating: nil, count: plan.steps.count),
      moment: moment
    )
    for variable in variables {
      let use = rules.ofQuestion[variable] ?? AnswerUse()
      let isFinite = plan.steps[variable].question.isFinite
      if isFinite { continue }
      if !use.hasFixedBounds || !maker.candidates(for: variable, use: use, form: empty).isComplete {
        return .openAnswers(question: variable)
      }
    }
    return nil
  }
}

extension Question {
  /// Whether all its answers are gone through, whatever rules do with them.
  var isFinite: Bool {
    switch kind {
    case .selectOne, .acknowledge: true
    case .selectMultiple(let list): list.choices.count <= AnswerCandidateMaker.shortMultiple
    case .rank(let list): list.choices.count <= 4
    default: false
    }
  }
}
