import RealModule

/// Exact bounds for a share in a small population of which a simple random sample, or
/// everybody, was asked.
///
/// With x of n saying yes and K of N the unknown number in the population,
///
///     K_L = smallest K with P(X ≥ x | K) > α      K_U = largest K with P(X ≤ x | K) > α
///
/// over the hypergeometric distribution, for K in x...N-n+x. When everybody was asked
/// (n = N) there is nothing left to chance.
public struct FinitePopulationBounds: Hashable, Sendable {
  /// How many of the respondents said yes.
  public let successes: Int
  /// How many responded.
  public let sampleSize: Int
  /// How many there are.
  public let population: Int

  /// Nil unless 0 ≤ successes ≤ sampleSize ≤ population, 0 < sampleSize, population ≤ 10⁹.
  public init?(successes: Int, sampleSize: Int, population: Int) {
    guard successes >= 0, successes <= sampleSize, sampleSize > 0, sampleSize <= population,
      population <= 1_000_000_000
    else { return nil }
    self.successes = successes
    self.sampleSize = sampleSize
    self.population = population
  }

  /// Whether everybody responded.
  public var isCensus: Bool { sampleSize == population }

  /// The numbers of yes in the population that are possible at all, whoever did not respond.
  public var possibleCounts: ClosedRange<Int> {
    successes...(population - sampleSize + successes)
  }

  /// The smallest number of yes in the population that the sample does not refute.
  public func lowerCount(alpha: Double = 0.05) -> Int {
    firstCount { probabilityOfAtLeast($0) > alpha }
  }

  /// The largest number of yes in the population that the sample does not refute.
  public func upperCount(alpha: Double = 0.05) -> Int {
    let beyond = firstCount(orEnd: possibleCounts.upperBound + 1) {
      probabilityOfAtMost($0) <= alpha
    }
    return max(possibleCounts.lowerBound, beyond - 1)
  }

  /// Decides whether at least the share `target` of the population says yes.
  ///
  /// Met if K_L/N ≥ T, missed if K_U/N < T. The p values are those of the nearest count on
  /// the other side of the target; for a census they are 0 and 1.
  public func decision(target: Double, alpha: Double = 0.05) -> TargetDecision {
    let needed = neededCount(target)
    let lower = lowerCount(alpha: alpha)
    let upper = upperCount(alpha: alpha)
    let possible = possibleCounts
    let met = needed <= possible.lowerBound ? 0 : probabilityOfAtLeast(needed - 1)
    let missed = needed > possible.upperBound ? 0 : probabilityOfAtMost(needed)
    return TargetDecision(
      outcome: target.isNaN
        ? .undecided : lower >= needed ? .met : upper < needed ? .missed : .undecided,
      lowerBound: Double(lower) / Double(population),
      upperBound: Double(upper) / Double(population),
      pValueMet: met,
      pValueMissed: missed
    )
  }

  /// The smallest count whose share is at least `target`, forgiving rounding.
  func neededCount(_ target: Double) -> Int {
    guard target > 0 else { return 0 }
    guard target <= 1 else { return population + 1 }
    return Int((target * Double(population) - 1e-9).rounded(.up))
  }

  private func probabilityOfAtLeast(_ count: Int) -> Double {
    guard possibleCounts.contains(count) else {
      return count > possibleCounts.upperBound ? 1 : 0
    }
    return distribution(count).atLeast(successes)
  }

  private func probabilityOfAtMost(_ count: Int) -> Double {
    guard possibleCounts.contains(count) else {
      return count > possibleCounts.upperBound ? 0 : 1
    }
    return distribution(count).cumulative(successes)
  }

  private func distribution(_ count: Int) -> Hypergeometric {
    Hypergeometric(successes: count, failures: population - count, draws: sampleSize)
  }

  /// The first possible count for which a monotone condition holds, by bisection.
  private func firstCount(orEnd end: Int? = nil, where holds: (Int) -> Bool) -> Int {
    var low = possibleCounts.lowerBound
    var high = end ?? possibleCounts.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
