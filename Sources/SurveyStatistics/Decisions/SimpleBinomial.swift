/// Answers for a simple random sample from a large population: tables for planning.
public enum SimpleBinomial {
  /// Wilson's score interval for a count (Wilson 1927); nil unless 0 ≤ count ≤ size.
  public static func wilson(
    _ count: Int,
    of size: Int,
    level: Double = 0.95
  ) -> ConfidenceInterval? {
    BinomialInterval.wilson.interval(count, of: size, level: level)
  }

  /// The exact interval of Clopper and Pearson (1934); nil unless 0 ≤ count ≤ size.
  public static func clopperPearson(
    _ count: Int,
    of size: Int,
    level: Double = 0.95
  ) -> ConfidenceInterval? {
    BinomialInterval.clopperPearson.interval(count, of: size, level: level)
  }

  /// The smallest count of which the lower end of Wilson's interval reaches `target`.
  public static func smallestCount(
    of size: Int,
    reaching target: Double,
    level: Double = 0.95
  ) -> Int? {
    guard size > 0 else { return nil }
    return first(0...size) { count in
      (wilson(count, of: size, level: level)?.lower ?? 0) >= target
    }
  }

  /// The smallest count that proves a rate of at least `target`, exactly, at `alpha`.
  ///
  /// Nil when even everybody would not: `target^size > alpha`.
  public static func smallestCountMet(
    of size: Int,
    target: Double,
    alpha: Double = 0.05
  ) -> Int? {
    guard size > 0 else { return nil }
    let binomial = Binomial(trials: size, probability: target)
    return first(0...size) { binomial.atLeast($0) <= alpha }
  }

  /// The largest count that proves a rate below `target`, exactly, at `alpha`; nil if none.
  public static func largestCountMissed(
    of size: Int,
    target: Double,
    alpha: Double = 0.05
  ) -> Int? {
    guard size > 0 else { return nil }
    let binomial = Binomial(trials: size, probability: target)
    let beyond = first(0...size) { binomial.cumulative($0) > alpha } ?? size + 1
    return beyond > 0 ? beyond - 1 : nil
  }

  /// The chances that a sample decides "met" or "missed" when the true rate is `rate`.
  public static func chances(
    of size: Int,
    rate: Double,
    target: Double,
    alpha: Double = 0.05
  ) -> (met: Double, missed: Double) {
    let binomial = Binomial(trials: size, probability: rate)
    let met = smallestCountMet(of: size, target: target, alpha: alpha)
    let missed = largestCountMissed(of: size, target: target, alpha: alpha)
    return (met.map { binomial.atLeast($0) } ?? 0, missed.map { binomial.cumulative($0) } ?? 0)
  }

  private static func first(_ range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
    guard holds(range.upperBound) else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
