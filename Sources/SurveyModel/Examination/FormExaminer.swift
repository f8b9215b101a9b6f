/// Finds the claims about a form and searches for what decides them.
struct FormExaminer {
  let plan: InterviewPlan
  let map: RuleMap
  let moment: FormMoment

  /// What a search for one form came to.
  enum Existence {
    case witness(WitnessPath)
    /// There is none.
    case never
    case unknown(ClaimVerdict.Doubt)
  }

  init(_ plan: InterviewPlan, moment: FormMoment) {
    self.plan = plan
    self.moment = moment
    map = RuleMap(plan)
  }

  /// The claims that some rule of the form could break.
  var claims: [FormClaim] {
    plan.steps.indices.flatMap { claims(about: $0) } + completionClaims + indicatorClaims
  }

  private func claims(about question: Int) -> [FormClaim] {
    let rules = plan.steps[question].rules
    let kind = plan.steps[question].question.kind
    var claims: [FormClaim] = []
    let hasPath = !rules.pathRelevant.isEmpty || rules.relevant != nil || !rules.counts.isEmpty
    if hasPath, kind.isShown || kind == .calculate {
      claims.append(.canBeAsked(question: question))
    }
    guard map.isAnswered[question] else { return claims }
    if rules.choiceFilter != nil { claims.append(.optionsOffered(question: question)) }
    if rules.constraint != nil, kind.choiceList != nil, rules.ranks == nil {
      claims.append(.optionsAllowed(question: question))
    }
    guard rules.mayRefuseAnswers else { return claims }
    claims.append(.canBeAnswered(question: question))
    if case .never = rules.required { return claims }
    let marks = plan.steps[question].question.missing
    if marks.contains(where: { $0.reason != .noAnswer }) { return claims }
    return claims + [.canBePassed(question: question), .nobodyStuck(question: question)]
  }

  /// Searches for what decides a claim.
  func verdict(on claim: FormClaim, budget: ExaminationBudget) -> ClaimVerdict {
    switch claim {
    case .canBeAsked(let question): canBeAsked(question, budget)
    case .optionsOffered(let question): optionsOffered(question, budget)
    case .optionsAllowed(let question): optionsAllowed(question, budget)
    case .canBeAnswered(let question): canBeAnswered(question, budget, withAnswer: true)
    case .canBePassed(let question): canBeAnswered(question, budget, withAnswer: false)
    case .nobodyStuck(let question): nobodyStuck(question, budget)
    case .canBeCompleted(let questions): canBeCompleted(questions, budget)
    case .isCounted(let indicator, let item): isCounted(indicator, item, budget)
    case .everybodyCounted(let indicator): everybodyCounted(indicator, budget)
    }
  }

  /// Looks for one form; what it shows is confirmed by an interview.
  func search(
    _ space: SearchSpace,
    _ goal: PathSearch.Goal,
    _ budget: ExaminationBudget,
    confirmed: (InterviewSession) -> Bool
  ) -> Existence {
    var search = PathSearch(space, map, moment: moment, goal: goal, budget: budget)
    switch search.run() {
    case .found:
      let path = WitnessPath(search.given, of: space.variables)
      let session = path.replayed(in: plan, moment: moment)
      return confirmed(session) ? .witness(path) : .unknown(.unconfirmed)
    case .outOfSteps: return .unknown(.budget)
    case .tooLong: return .unknown(.tooLong)
    case .exhausted:
      if let limit = space.limit { return .unknown(ClaimVerdict.Doubt(limit)) }
      if search.looksAhead, let target = goal.target {
        return .unknown(.laterAnswers(question: target))
      }
      if !search.isSure, let target = goal.target ?? space.exempted {
        return .unknown(.openAnswers(question: target))
      }
      return .never
    }
  }

  /// The space of a claim about one question.
  func space(of question: Int, answered: Bool, judged: Bool) -> SearchSpace {
    SearchSpace(
      plan,
      map,
      targets: [question],
      answersTargets: answered,
      judgesTargets: judged
    )
  }
}

extension FormExaminer.Existence {
  /// The verdict on a claim that one form shows.
  var asClaim: ClaimVerdict {
    switch self {
    case .witness(let path): .proven(path)
    case .never: .refuted(nil)
    case .unknown(let doubt): .undecided(doubt)
    }
  }

  /// The verdict on a claim that one form refutes.
  var asCounterexample: ClaimVerdict {
    switch self {
    case .witness(let path): .refuted(path)
    case .never: .proven(nil)
    case .unknown(let doubt): .undecided(doubt)
    }
  }
}
