/// What the people who did not answer could change about a verdict on a small population.
///
/// Of N people n answered and x said yes. Whoever did not answer may say yes or no, so that the
/// share is between x/N and (x + N - n)/N, whatever the reason for not answering. A verdict that
/// holds at both ends is robust: no assumption on the others is needed.
public struct NonResponse: Hashable, Sendable {
  /// The people who were counted.
  public let counts: FinitePopulationBounds
  /// The share that is wanted.
  public let target: Double

  /// Looks at the people of `counts` who did not answer.
  public init(_ counts: FinitePopulationBounds, target: Double) {
    self.counts = counts
    self.target = target
  }

  /// How many did not answer.
  public var missing: Int { counts.population - counts.sampleSize }

  /// The share if all of them say no, and if all of them say yes.
  public var worstCase: ClosedRange<Double> {
    let possible = counts.possibleCounts
    let population = Double(counts.population)
    return Double(possible.lowerBound) / population...Double(possible.upperBound) / population
  }

  /// The verdict that no answer of theirs could change; undecided when there is none.
  public var outcome: TargetDecision.Outcome {
    let needed = counts.neededCount(target)
    if counts.possibleCounts.lowerBound >= needed { return .met }
    return counts.possibleCounts.upperBound < needed ? .missed : .undecided
  }

  /// How many of them would have to say no for the target not to be reached, the others yes; nil
  /// when even all are too few, or it cannot be reached at all.
  public var negativesToMiss: Int? {
    let spare = counts.possibleCounts.upperBound - counts.neededCount(target)
    return spare >= 0 && spare < missing ? spare + 1 : nil
  }

  /// How many of them would have to say yes for the target to be reached, the others no; nil when
  /// even all are too few, or it is reached without them.
  public var positivesToMeet: Int? {
    let lacking = counts.neededCount(target) - counts.successes
    return lacking > 0 && lacking <= missing ? lacking : nil
  }
}
