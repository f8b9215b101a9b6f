import RealModule

/// A plan of lot quality assurance sampling: accept a lot when enough of n say yes.
///
/// A lot is accepted when at least d of n say yes. With X the number of yes,
///
///     P(X < d | upper) ≤ α   a good lot is rarely rejected
///     P(X ≥ d | lower) ≤ β   a bad lot is rarely accepted
///
/// (Dodge and Romig 1929; Lwanga and Lemeshow 1991.) It tells `upper` from `lower` and says
/// nothing of rates between.
public struct LotQualityPlan: Hashable, Sendable {
  /// A rate from which on a lot counts as good.
  public let upper: Double
  /// A rate up to which a lot counts as bad.
  public let lower: Double
  /// How many are asked.
  public let size: Int
  /// The least number of yes with which a lot is accepted.
  public let decisionValue: Int
  /// The chance of rejecting a lot whose rate is the upper threshold.
  public let riskOfRejecting: Double
  /// The chance of accepting a lot whose rate is the lower threshold.
  public let riskOfAccepting: Double

  /// The chance that a lot with a rate is accepted: the operating characteristic.
  public func chanceOfAccepting(rate: Double) -> Double {
    guard rate >= 0, rate <= 1 else { return .nan }
    return Binomial(trials: size, probability: rate).atLeast(decisionValue)
  }
}

/// Searches among plans of lot quality assurance sampling.
public enum LotQuality {
  /// The largest sample that is looked at.
  public static let limit = 100_000

  /// The plans with the smallest n that keep both risks; several decision values may do.
  public static func smallestPlans(
    upper: Double,
    lower: Double,
    rejecting alpha: Double = 0.1,
    accepting beta: Double = 0.1
  ) throws(PlanningError) -> [LotQualityPlan] {
    try check(upper: upper, lower: lower)
    for error in [alpha, beta] where !(error > 0 && error < 1) { throw .notAShare(.error, error) }
    // The largest d with P(X < d | upper) ≤ α grows by 0 or 1 with each person.
    var largest = 0
    for size in 1...limit {
      let good = Binomial(trials: size, probability: upper)
      let bad = Binomial(trials: size, probability: lower)
      if good.cumulative(largest) <= alpha { largest += 1 }
      guard bad.atLeast(largest) <= beta else { continue }
      var smallest = largest
      while smallest > 0, bad.atLeast(smallest - 1) <= beta { smallest -= 1 }
      return (smallest...largest).map { plan(size, $0, upper, lower) }
    }
    throw .tooMany(limit: limit)
  }

  /// Every decision value of a sample of `size` with its two risks.
  public static func table(
    of size: Int,
    upper: Double,
    lower: Double
  ) throws(PlanningError) -> [LotQualityPlan] {
    try check(upper: upper, lower: lower)
    guard size > 0, size <= limit else { throw .invalidSampleSize(size) }
    return (0...size).map { plan(size, $0, upper, lower) }
  }

  private static func plan(
    _ size: Int,
    _ decision: Int,
    _ upper: Double,
    _ lower: Double
  ) -> LotQualityPlan {
    LotQualityPlan(
      upper: upper,
      lower: lower,
      size: size,
      decisionValue: decision,
      riskOfRejecting: Binomial(trials: size, probability: upper).cumulative(decision - 1),
      riskOfAccepting: Binomial(trials: size, probability: lower).atLeast(decision)
    )
  }

  private static func check(upper: Double, lower: Double) throws(PlanningError) {
    for rate in [upper, lower] where !(rate > 0 && rate < 1) { throw .notAShare(.rate, rate) }
    guard lower < upper else { throw .thresholdsReversed(lower: lower, upper: upper) }
  }
}
