import RealModule

/// A rule that turns an estimate into limits.
///
/// All rules use Student's t with the degrees of freedom of the domain. In the formulas p
/// is the estimate, V its variance, n the analysed rows and t the quantile that is exceeded
/// with probability α: half of what a two-sided interval leaves out, all of what a one-sided
/// bound leaves out. One-sided bounds at α are therefore the ends of a two-sided interval at
/// level 1 - 2α.
///
/// A census (``Estimate/isCensus``) has no sampling error: every rule gives the point. A
/// sample in which all agree is not a census; ``beta``, ``wilson`` and ``likelihood`` then
/// work with the number of rows, and the other rules for proportions give nil.
public enum ProportionInterval: String, Hashable, Sendable, CaseIterable {
  /// Korn and Graubard (1998): Clopper-Pearson on an effective sample size of at most n.
  ///
  ///     n_e = min(n, p(1-p)/V · [t_{n-1}(α) / t_df(α)]²)
  ///     lower = B⁻¹(α; n_e p, n_e(1-p) + 1)     upper = B⁻¹(1-α; n_e p + 1, n_e(1-p))
  ///
  /// At p = 0 and p = 1, n_e = n without correction (NCHS 2017).
  case beta
  /// Wilson's score interval on n_e = p(1-p)/V, as in R survey 4.5.
  ///
  ///     [p + t²/(2n_e) ± t/(2n_e) √(4 n_e p(1-p) + t²)] / (1 + t²/n_e)
  case wilson
  /// Symmetric on the logit scale: expit(L ± t √V/(p(1-p))), L = ln(p/(1-p)).
  case xlogit
  /// Wald: p ± t √V, which may leave 0...1; the rule for means, totals and ratios.
  case mean
  /// Symmetric on the arcsine scale: sin²(asin √p ± t √V/(2√(p(1-p)))), angles in 0...π/2.
  case asin
  /// The values whose binomial log-likelihood, scaled for the design, is near the best.
  ///
  ///     2n KL(p, µ) = t² λ n/(n-1)     λ = nV/(p(1-p))
  ///
  /// The exact root of what R survey's `svyciprop(method = "likelihood")` interpolates.
  case likelihood
}

extension ProportionInterval {
  /// A two-sided interval; nil when the rule does not apply or `level` is not in 0..<1.
  ///
  /// Without degrees of freedom no rule applies, save `beta` at p = 0 and 1.
  public func interval(for estimate: Estimate, level: Double = 0.95) -> ConfidenceInterval? {
    guard let limits = limits(for: estimate, alpha: (1 - level) / 2) else { return nil }
    return ConfidenceInterval(lower: limits.lower, upper: limits.upper, level: level)
  }

  /// The value that the quantity exceeds with confidence 1 - `alpha`; `alpha` below one half.
  public func lowerBound(for estimate: Estimate, alpha: Double = 0.05) -> Double? {
    limits(for: estimate, alpha: alpha)?.lower
  }

  /// The value below which the quantity is with confidence 1 - `alpha`; `alpha` below one half.
  public func upperBound(for estimate: Estimate, alpha: Double = 0.05) -> Double? {
    limits(for: estimate, alpha: alpha)?.upper
  }

  func limits(for estimate: Estimate, alpha: Double) -> (lower: Double, upper: Double)? {
    guard alpha > 0, alpha < 0.5, estimate.value.isFinite, estimate.sampleSize > 0 else {
      return nil
    }
    if estimate.isCensus { return (estimate.value, estimate.value) }
    if self == .beta { return KornGraubard(estimate)?.limits(alpha: alpha) }
    guard !estimate.standardError.isNaN, let t = estimate.criticalValue(alpha: alpha) else {
      return nil
    }
    if self == .mean {
      let half = t * estimate.standardError
      return (estimate.value - half, estimate.value + half)
    }
    let p = estimate.value
    guard p >= 0, p <= 1 else { return nil }
    switch self {
    case .beta, .mean: return nil
    case .wilson: return wilson(p, size: estimate.scoreSize, t: t)
    case .likelihood: return LikelihoodLimits(estimate)?.limits(t: t)
    case .xlogit:
      guard p > 0, p < 1 else { return nil }
      let centre = Double.log(p / (1 - p))
      let half = t * estimate.standardError / (p * (1 - p))
      return (expit(centre - half), expit(centre + half))
    case .asin:
      guard p > 0, p < 1 else { return nil }
      let centre = Double.asin(p.squareRoot())
      let half = t * estimate.standardError / (2 * (p * (1 - p)).squareRoot())
      let low = Double.sin(max(0, centre - half))
      let high = Double.sin(min(Double.pi / 2, centre + half))
      return (low * low, high * high)
    }
  }

  private func wilson(_ p: Double, size: Double, t: Double) -> (lower: Double, upper: Double) {
    guard t.isFinite else { return (0, 1) }
    let square = t * t
    let centre = p + square / (2 * size)
    let half = t / (2 * size) * (4 * size * p * (1 - p) + square).squareRoot()
    let scale = 1 + square / size
    return (max(0, (centre - half) / scale), min(1, (centre + half) / scale))
  }
}

/// 1 / (1 + e^-x), without overflow.
func expit(_ x: Double) -> Double {
  x > 0 ? 1 / (1 + Double.exp(-x)) : Double.exp(x) / (1 + Double.exp(x))
}

extension Estimate {
  /// The t quantile that is exceeded with probability `alpha`, nil without degrees of freedom.
  func criticalValue(alpha: Double) -> Double? {
    guard degreesOfFreedom > 0 else { return nil }
    return -StudentT(degreesOfFreedom: Double(degreesOfFreedom)).quantile(alpha)
  }

  /// p(1-p)/V, not capped; the number of rows where that says nothing.
  var scoreSize: Double {
    let spread = value * (1 - value)
    return variance > 0 && spread > 0 ? spread / variance : Double(sampleSize)
  }
}
