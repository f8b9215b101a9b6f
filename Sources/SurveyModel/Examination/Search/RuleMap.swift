/// What the rules of each question read, and how, worked out once for a form.
struct RuleMap {
  /// What relevance, value and offered options of each question follow from.
  let decided: [RuleUses]
  /// What the judgement of its answers follows from.
  let judged: [RuleUses]
  /// The questions that they read.
  let decisionReads: [Set<Int>]
  let judgementReads: [Set<Int>]
  /// The place of each question in an order in which it comes after all that decides it.
  let order: [Int]
  /// The questions that somebody answers, at a terminal or in a file.
  let isAnswered: [Bool]

  init(_ plan: InterviewPlan) {
    let rules = plan.steps.map(\.rules)
    decided = rules.indices.map { RuleUses(deciding: $0, rules[$0]) }
    judged = rules.indices.map { RuleUses(judging: $0, rules[$0]) }
    decisionReads = rules.map { $0.dependencies.filter(rules.indices.contains) }
    judgementReads = rules.map { rule in
      rule.takesAnswers ? rule.refusingDependencies.filter(rules.indices.contains) : []
    }
    let sorted = ExpressionDependencies.order(of: decisionReads) ?? Array(rules.indices)
    var order = Array(repeating: 0, count: rules.count)
    for (place, question) in sorted.enumerated() { order[question] = place }
    self.order = order
    isAnswered = rules.map { $0.takesAnswers && $0.calculation == nil }
  }

  /// These questions with all that decides about them or judges their answers, and so on.
  func closure(of seeds: Set<Int>) -> Set<Int> {
    var found = seeds
    var open = Array(seeds)
    while let question = open.popLast() {
      for other in decisionReads[question].union(judgementReads[question])
      where found.insert(other).inserted {
        open.append(other)
      }
    }
    return found
  }
}

extension StepRules {
  /// The questions that decide whether an answer is refused; a warning can be passed.
  fileprivate var refusingDependencies: Set<Int> {
    guard case .when(let rule) = required else { return constraint?.dependencies ?? [] }
    return rule.dependencies.union(constraint?.dependencies ?? [])
  }
}

extension RuleUses {
  fileprivate init(deciding question: Int, _ rules: StepRules) {
    self.init()
    for rule in rules.pathRelevant { note(rule, at: question) }
    note(rules.relevant, at: question)
    note(rules.calculation, at: question, asCondition: false)
    note(rules.choiceFilter?.rule, at: question)
    if rules.hasFixedDefault { note(rules.defaultExpression, at: question, asCondition: false) }
    for count in rules.counts { note(count, at: question, asCondition: false) }
    if rules.isRepeated { noteTurns() }
    // What is computed once follows from the order of the answers.
    if rules.calculation?.usesCurrentValue ?? false { noteVolatility() }
  }

  fileprivate init(judging question: Int, _ rules: StepRules) {
    self.init()
    guard rules.takesAnswers else { return }
    note(rules.constraint, at: question)
    if case .when(let rule) = rules.required { note(rule, at: question) }
  }
}
