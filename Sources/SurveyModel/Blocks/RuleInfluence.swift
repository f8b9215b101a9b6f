extension InterviewPlan {
  /// For each question the questions whose given answers decide what it counts as and what the
  /// rules say about it, itself among them.
  package var influences: [Set<Int>] {
    var effective = steps.indices.map { Set([$0]) }
    for index in governed {
      for other in steps[index].rules.dependencies where effective.indices.contains(other) {
        effective[index].formUnion(effective[other])
      }
    }
    return steps.indices.map { index in
      steps[index].rules.judgingDependencies.reduce(into: effective[index]) { found, other in
        if effective.indices.contains(other) { found.formUnion(effective[other]) }
      }
    }
  }

  /// Whether the question's answer is what is given for it, whatever the others are.
  package func isUngoverned(_ question: Int) -> Bool {
    let rules = steps[question].rules
    return !rules.governsPath
  }

  /// What an ungoverned question counts as in a file that has no column for it.
  package func answerWithoutColumn(_ question: Int) -> Answer {
    .missing(steps[question].rules.isNote ? .notApplicable : .notCollected)
  }

  /// What hard and soft rules of a question say to every number; none when they say more than
  /// between which numbers it must be.
  package func numberLimits(of question: Int) -> [NumberLimit]? {
    let rules = steps[question].rules
    let hard = rules.constraint.map { NumberLimit.all(in: $0.root) } ?? []
    let soft = rules.warning.map { NumberLimit.none(in: $0.root) } ?? []
    guard let hard, let soft else { return nil }
    return hard + soft
  }
}

extension StepRules {
  /// The questions that decide what is said about an answer.
  var judgingDependencies: Set<Int> {
    var found = (constraint?.dependencies ?? []).union(warning?.dependencies ?? [])
    if case .when(let rule) = required { found.formUnion(rule.dependencies) }
    return found
  }
}

/// A number to which an answer is compared.
package struct NumberLimit: Hashable, Sendable {
  /// On which side of the number the answer must be.
  package enum Side: Hashable, Sendable {
    case below
    case atMost
    case above
    case atLeast
  }

  /// On which side.
  package let side: Side
  /// The number.
  package let number: Double

  /// The limits that an expression such as `. >= 1 and . <= 60` states, if it states no more.
  static func all(in node: CompiledNode) -> [NumberLimit]? {
    if case .all(let nodes) = node { return joined(nodes.map { all(in: $0) }) }
    return comparison(node).map { [$0] }
  }

  /// The limits within which an expression such as `. < 16 or . > 95` is false.
  static func none(in node: CompiledNode) -> [NumberLimit]? {
    if case .any(let nodes) = node { return joined(nodes.map { none(in: $0) }) }
    guard let limit = comparison(node) else { return nil }
    let opposite: Side =
      switch limit.side {
      case .below: .atLeast
      case .atMost: .above
      case .above: .atMost
      case .atLeast: .below
      }
    return [NumberLimit(side: opposite, number: limit.number)]
  }

  private static func joined(_ parts: [[NumberLimit]?]) -> [NumberLimit]? {
    let found = parts.compactMap { $0 }
    return found.count == parts.count ? found.flatMap { $0 } : nil
  }

  private static func comparison(_ node: CompiledNode) -> NumberLimit? {
    guard case .chain(.current, let rest) = node, rest.count == 1, let operation = rest.first,
      let number = constant(operation.operand), !number.isNaN
    else { return nil }
    switch operation.symbol {
    case .less: return NumberLimit(side: .below, number: number)
    case .lessOrEqual: return NumberLimit(side: .atMost, number: number)
    case .greater: return NumberLimit(side: .above, number: number)
    case .greaterOrEqual: return NumberLimit(side: .atLeast, number: number)
    default: return nil
    }
  }

  private static func constant(_ node: CompiledNode) -> Double? {
    switch node {
    case .constant(.number(let number)): number
    case .negation(let inner): constant(inner).map { -$0 }
    default: nil
    }
  }
}
