/// Clopper-Pearson limits for a survey proportion (Korn and Graubard 1998, capped at n).
struct KornGraubard {
  private let p: Double
  private let rows: Double
  /// p(1-p)/V, infinite when V is 0.
  private let size: Double
  private let degreesOfFreedom: Double
  /// All or none said yes: the effective size is the number of rows.
  private let isUnanimous: Bool

  /// Nil when the value is not a proportion or there are no degrees of freedom.
  init?(_ estimate: Estimate) {
    p = estimate.value
    guard p >= 0, p <= 1, estimate.sampleSize > 0 else { return nil }
    rows = Double(estimate.sampleSize)
    isUnanimous = p == 0 || p == 1
    degreesOfFreedom = Double(estimate.degreesOfFreedom)
    size = estimate.variance > 0 ? p * (1 - p) / estimate.variance : .infinity
    guard !isUnanimous else { return }
    guard estimate.degreesOfFreedom > 0, estimate.sampleSize > 1, !estimate.standardError.isNaN
    else { return nil }
  }

  func limits(alpha: Double) -> (lower: Double, upper: Double) {
    let (yes, no) = counts(alpha: alpha)
    return (
      SpecialFunctions.inverseIncompleteBeta(alpha, yes, no + 1),
      SpecialFunctions.inverseIncompleteBeta(1 - alpha, yes + 1, no)
    )
  }

  /// The smallest α at which the lower bound reaches `target`.
  ///
  /// The bound at α is the target where α = I_target(n_e p, n_e(1-p) + 1), in which n_e
  /// depends on α through the t quantiles.
  func pValueMet(_ target: Double) -> Double {
    solve { alpha in
      let (yes, no) = counts(alpha: alpha)
      return yes > 0 ? SpecialFunctions.incompleteBeta(target, yes, no + 1) : 1
    }
  }

  /// The smallest α at which the upper bound falls to `target`.
  func pValueMissed(_ target: Double) -> Double {
    solve { alpha in
      let (yes, no) = counts(alpha: alpha)
      return no > 0
        ? BetaTails(x: target, y: 1 - target, a: yes + 1, b: no).upper : 1
    }
  }

  /// The effective numbers of yes and no.
  private func counts(alpha: Double) -> (yes: Double, no: Double) {
    let effective = isUnanimous ? rows : min(rows, size * inflation(alpha: alpha))
    return (effective * p, effective * (1 - p))
  }

  /// [t_{n-1}(α) / t_df(α)]², with its limit at α = 1/2.
  private func inflation(alpha: Double) -> Double {
    guard size.isFinite else { return 1 }
    let simple = StudentT(degreesOfFreedom: rows - 1)
    let design = StudentT(degreesOfFreedom: degreesOfFreedom)
    let ratio: Double
    if (alpha - 0.5).magnitude < 1e-6 {
      ratio = design.density(0) / simple.density(0)
    } else {
      ratio = simple.quantile(alpha) / design.quantile(alpha)
    }
    return ratio * ratio
  }

  /// The root of `probability(α) = α`, by bisection on the exponent and then on α.
  private func solve(_ probability: (Double) -> Double) -> Double {
    if isUnanimous || !size.isFinite { return probability(0.5) }
    var low = 1e-12
    var high = 1 - 1e-12
    if probability(low) <= low { return 0 }
    if probability(high) >= high { return 1 }
    for _ in 0..<100 {
      let middle = high > 2 * low ? (low * high).squareRoot() : 0.5 * (low + high)
      if middle <= low || middle >= high { break }
      if probability(middle) > middle { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}
