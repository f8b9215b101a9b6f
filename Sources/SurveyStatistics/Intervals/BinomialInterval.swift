import RealModule

/// A rule that turns x of n, a simple random sample from a large population, into limits.
///
/// In the formulas p = x/n, q = 1 - p, and z is the normal quantile that is exceeded with
/// probability α: half of what a two-sided interval leaves out, all of what a one-sided bound
/// leaves out. Brown, Cai and DasGupta (2001, Statistical Science 16, 101-133) compare them.
/// For samples with strata, clusters or weights see ``ProportionInterval``.
public enum BinomialInterval: String, Hashable, Sendable, CaseIterable {
  /// Exact: the tails of the binomial distribution (Clopper and Pearson 1934).
  ///
  ///     lower = B⁻¹(α; x, n - x + 1)     upper = B⁻¹(1-α; x + 1, n - x)
  case clopperPearson
  /// The score interval (Wilson 1927).
  ///
  ///     [p + z²/(2n) ± z √(pq/n + z²/(4n²))] / (1 + z²/n)
  case wilson
  /// Wilson's interval with the continuity correction of R's `prop.test`.
  ///
  /// p ± 1/(2n) takes the place of p in each limit.
  case wilsonCorrected
  /// Wald's interval about (x + z²/2)/(n + z²) (Agresti and Coull 1998); may leave 0...1.
  case agrestiCoull
  /// Equal tails of the posterior under Jeffreys' prior.
  ///
  ///     B⁻¹(α; x + ½, n - x + ½) and B⁻¹(1-α; x + ½, n - x + ½), 0 at x = 0 and 1 at x = n
  case jeffreys
  /// Exact, with half of the probability of what was seen (Lancaster 1961).
  ///
  ///     ½ P(X ≥ x | lower) + ½ P(X ≥ x + 1 | lower) = α, likewise above
  case midP
  /// p ± z √(pq/n), which may leave 0...1 and is a point at x = 0 and x = n.
  case wald
  /// sin²(asin √p ± z/(2√n)), angles kept in 0...π/2; none at x = 0 and x = n.
  case arcsine
  /// expit(ln(p/q) ± z/√(npq)); none at x = 0 and x = n.
  case logit
}

extension BinomialInterval {
  /// A two-sided interval, half of what `level` leaves out on either side.
  ///
  /// Nil unless 0 ≤ count ≤ size, size > 0, 0 < level < 1, and where the rule has none.
  public func interval(
    _ count: Int,
    of size: Int,
    level: Double = 0.95
  ) -> ConfidenceInterval? {
    guard level > 0, level < 1,
      let limits = limits(count, of: size, alpha: (1 - level) / 2)
    else { return nil }
    return ConfidenceInterval(lower: limits.lower, upper: limits.upper, level: level)
  }

  /// The value that the share exceeds with confidence 1 - `alpha`; `alpha` below one half.
  public func lowerBound(_ count: Int, of size: Int, alpha: Double = 0.05) -> Double? {
    limits(count, of: size, alpha: alpha)?.lower
  }

  /// The value below which the share is with confidence 1 - `alpha`; `alpha` below one half.
  public func upperBound(_ count: Int, of size: Int, alpha: Double = 0.05) -> Double? {
    limits(count, of: size, alpha: alpha)?.upper
  }

  private func limits(_ count: Int, of size: Int, alpha: Double) -> (lower: Double, upper: Double)?
  {
    guard size > 0, count >= 0, count <= size, alpha > 0, alpha < 0.5 else { return nil }
    let (x, n) = (Double(count), Double(size))
    let p = x / n
    let z = -NormalDistribution.quantile(alpha)
    switch self {
    case .clopperPearson:
      return (
        SpecialFunctions.inverseIncompleteBeta(alpha, x, n - x + 1),
        SpecialFunctions.inverseIncompleteBeta(1 - alpha, x + 1, n - x)
      )
    case .wilson:
      let (lower, upper) = (score(p, n, z, side: -1), score(p, n, z, side: 1))
      return (count == 0 ? 0 : lower, count == size ? 1 : upper)
    case .wilsonCorrected:
      let (low, high) = (p - 0.5 / n, p + 0.5 / n)
      return (low <= 0 ? 0 : score(low, n, z, side: -1), high >= 1 ? 1 : score(high, n, z, side: 1))
    case .agrestiCoull:
      let trials = n + z * z
      return wald((x + z * z / 2) / trials, trials, z)
    case .jeffreys:
      return (
        count == 0 ? 0 : SpecialFunctions.inverseIncompleteBeta(alpha, x + 0.5, n - x + 0.5),
        count == size
          ? 1 : SpecialFunctions.inverseIncompleteBeta(1 - alpha, x + 0.5, n - x + 0.5)
      )
    case .midP:
      return (
        midP(count, of: size, alpha: alpha),
        1 - midP(size - count, of: size, alpha: alpha)
      )
    case .wald: return wald(p, n, z)
    case .arcsine:
      guard count > 0, count < size else { return nil }
      let (centre, half) = (Double.asin(p.squareRoot()), z / (2 * n.squareRoot()))
      let low = Double.sin(max(0, centre - half))
      let high = Double.sin(min(Double.pi / 2, centre + half))
      return (low * low, high * high)
    case .logit:
      guard count > 0, count < size else { return nil }
      let (centre, half) = (Double.log(x / (n - x)), z / (n * p * (1 - p)).squareRoot())
      return (expit(centre - half), expit(centre + half))
    }
  }

  private func wald(_ p: Double, _ n: Double, _ z: Double) -> (lower: Double, upper: Double) {
    let half = z * (p * (1 - p) / n).squareRoot()
    return (p - half, p + half)
  }

  private func score(_ p: Double, _ n: Double, _ z: Double, side: Double) -> Double {
    let square = z * z
    let half = z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
    return (p + square / (2 * n) + side * half) / (1 + square / n)
  }

  /// The lower limit, by bisection between the exact limit and p.
  private func midP(_ count: Int, of size: Int, alpha: Double) -> Double {
    guard count > 0 else { return 0 }
    let x = Double(count)
    var low = SpecialFunctions.inverseIncompleteBeta(alpha, x, Double(size - count) + 1)
    var high = count == size ? 1 : x / Double(size)
    for _ in 0..<200 {
      let middle = high > 2 * low ? (low * high).squareRoot() : 0.5 * (low + high)
      if middle <= low || middle >= high { break }
      let binomial = Binomial(trials: size, probability: middle)
      let tail = 0.5 * (binomial.atLeast(count) + binomial.atLeast(count + 1))
      if tail < alpha { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}
