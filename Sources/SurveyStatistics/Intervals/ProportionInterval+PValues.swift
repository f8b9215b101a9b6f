import RealModule

extension ProportionInterval {
  /// The smallest α at which the lower bound reaches `target`.
  ///
  /// The p value against "the quantity is below the target", by inversion of the one-sided
  /// interval, so that it is at most α exactly when the bound says "met". Nil when the rule
  /// does not apply.
  public func pValueMet(for estimate: Estimate, target: Double) -> Double? {
    pValue(for: estimate, target: target, above: true)
  }

  /// The smallest α at which the upper bound falls to `target`.
  ///
  /// The p value against "the quantity is at least the target".
  public func pValueMissed(for estimate: Estimate, target: Double) -> Double? {
    pValue(for: estimate, target: target, above: false)
  }

  private func pValue(for estimate: Estimate, target: Double, above: Bool) -> Double? {
    guard target.isFinite, estimate.value.isFinite, estimate.sampleSize > 0 else { return nil }
    if estimate.isCensus { return estimate.reaches(target) == above ? 0 : 1 }
    if self == .beta {
      guard let interval = KornGraubard(estimate) else { return nil }
      if target <= 0 || target > 1 { return (target <= 0) == above ? 0 : 1 }
      return above ? interval.pValueMet(target) : interval.pValueMissed(target)
    }
    guard estimate.degreesOfFreedom > 0, !estimate.standardError.isNaN,
      let t = statistic(for: estimate, target: target)
    else {
      return nil
    }
    let distribution = StudentT(degreesOfFreedom: Double(estimate.degreesOfFreedom))
    return distribution.upperTail(above ? t : -t)
  }

  /// How far the estimate is above the target, in units of t.
  private func statistic(for estimate: Estimate, target: Double) -> Double? {
    let p = estimate.value
    if self == .mean {
      guard estimate.standardError > 0 else { return p >= target ? .infinity : -.infinity }
      return (p - target) / estimate.standardError
    }
    guard p >= 0, p <= 1 else { return nil }
    if target <= 0 { return .infinity }
    if target > 1 { return -.infinity }
    let spread = p * (1 - p)
    switch self {
    case .beta, .mean: return nil
    case .wilson:
      guard target < 1 else { return p < 1 ? -.infinity : 0 }
      return (p - target) / (target * (1 - target) / estimate.scoreSize).squareRoot()
    case .likelihood: return LikelihoodLimits(estimate)?.statistic(target)
    case .xlogit:
      guard spread > 0 else { return nil }
      let distance = Double.log(p / (1 - p)) - Double.log(target / (1 - target))
      return distance * spread / estimate.standardError
    case .asin:
      guard spread > 0 else { return nil }
      let distance = Double.asin(p.squareRoot()) - Double.asin(target.squareRoot())
      return 2 * spread.squareRoot() * distance / estimate.standardError
    }
  }
}

extension Estimate {
  /// Whether the value is at least the target, forgiving the rounding of a sum.
  func reaches(_ target: Double) -> Bool {
    value >= target - 1e-12 * max(1, target.magnitude)
  }
}
