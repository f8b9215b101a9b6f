import RealModule

extension SpecialFunctions {
  /// The regularised incomplete beta function.
  ///
  ///     I_x(a, b) = 1/B(a, b) ∫₀ˣ t^(a-1) (1 - t)^(b-1) dt
  ///
  /// By a continued fraction on the side of a/(a + b) on which nothing cancels. NaN unless `a > 0` and `b > 0`.
  public static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    BetaTails(x: x, y: 1 - x, a: a, b: b).lower
  }

  /// The `x` at which the regularised incomplete beta function is `p`.
  ///
  /// Newton's method on ln I in the log-odds of `x`, from where an expansion by the cumulants
  /// of the log-odds has its quantile. ln I is concave there, so that after the first step the
  /// root is approached from the left and needs no bracket; near the root the second
  /// derivative is used too (Halley's method). `a = 0` gives 0 and
  /// `b = 0` gives 1, the limits of the distribution.
  public static func inverseIncompleteBeta(_ p: Double, _ a: Double, _ b: Double) -> Double {
    guard !p.isNaN, a >= 0, b >= 0, a + b > 0, (a + b).isFinite else { return .nan }
    if p <= 0 || a == 0 { return 0 }
    if p >= 1 || b == 0 { return 1 }
    let odds =
      p > 0.5 ? -betaLogOdds(below: 1 - p, b, a) : betaLogOdds(below: p, a, b)
    return odds > 0 ? 1 / (1 + Double.exp(-odds)) : Double.exp(odds) / (1 + Double.exp(odds))
  }

  private static func betaLogOdds(below p: Double, _ a: Double, _ b: Double) -> Double {
    let goal = Double.log(p)
    let spread = (1 / a + 1 / b).squareRoot()
    var odds = Double.log(a / b)
    // The approximation is good where the distribution is nearly normal.
    if spread < 1 { odds += expandedOdds(NormalDistribution.quantile(p), 1 / a, 1 / b) }
    for _ in 0..<200 {
      let share = Double.exp(-odds.magnitude)
      let (large, small) = (1 / (1 + share), share / (1 + share))
      let x = odds > 0 ? large : small
      let y = odds > 0 ? small : large
      guard x > 0, y > 0 else { break }
      let logLower = BetaTails(x: x, y: y, a: a, b: b).logLower
      let slope = Double.exp(logBetaKernel(x, y, a, b) - logLower)
      var step = (goal - logLower) / slope
      // Half the second derivative of ln I over the first.
      let bend = 0.5 * step * (a * y - b * x - slope)
      let isNear = bend.magnitude < 0.1
      if isNear { step /= 1 + bend }
      guard step.isFinite else { break }
      odds += step
      let size = 1e-16 * max(1, odds.magnitude)
      if step.magnitude <= size { break }
      // The next step would be about the square of this one over the spread, or less.
      let next = step * step / spread * (isNear ? min(1, step.magnitude / spread) : 1)
      if spread < 1, 10 * next <= size { break }
    }
    return odds
  }

  /// The expansion of Cornish and Fisher (1938) for the log-odds of a beta distribution, less
  /// ln(a/b), by the leading terms of their cumulants ψ⁽ⁿ⁾(a) ± ψ⁽ⁿ⁾(b).
  private static func expandedOdds(_ z: Double, _ u: Double, _ v: Double) -> Double {
    let mean = 0.5 * (v - u) + (v * v - u * u) / 12
    let variance = u + v + 0.5 * (u * u + v * v) + (u * u * u + v * v * v) / 6
    let spread = variance.squareRoot()
    let skewness = (v * v + v * v * v - u * u - u * u * u) / (variance * spread)
    let excess = 2 * (u * u * u + v * v * v) / (variance * variance)
    let square = z * z
    let first = (square - 1) * skewness / 6
    let second = z * (square - 3) * excess / 24
    let third = z * (2 * square - 5) * skewness * skewness / 36
    return mean + spread * (z + first + second - third)
  }
}

/// Both tails of a beta distribution, so that the smaller one keeps its digits.
struct BetaTails {
  let logLower: Double
  let lower: Double
  let upper: Double

  /// The tails at `x`; `y` must be `1 - x`, computed without cancellation.
  init(x: Double, y: Double, a: Double, b: Double) {
    guard a > 0, b > 0, (a + b).isFinite, !x.isNaN else {
      (logLower, lower, upper) = (.nan, .nan, .nan)
      return
    }
    if x <= 0 {
      (logLower, lower, upper) = (-.infinity, 0, 1)
    } else if y <= 0 {
      (logLower, lower, upper) = (0, 1, 0)
    } else if a * y > b * x {
      (lower, logLower) = Self.tail(x, y, a, b)
      upper = 1 - lower
    } else {
      (upper, _) = Self.tail(y, x, b, a)
      lower = 1 - upper
      logLower = Double.log(onePlus: -upper)
    }
  }

  private static func tail(
    _ x: Double,
    _ y: Double,
    _ a: Double,
    _ b: Double
  ) -> (value: Double, logarithm: Double) {
    let fraction = fraction(x, y, a, b)
    if a + b < 100 {
      // Products of gammas keep a digit that sums of their logarithms lose.
      let scale = Double.gamma(a + b) / (Double.gamma(a) * Double.gamma(b)) / fraction
      let value = Double.exp(a * Double.log(x) + b * Double.log(y)) * scale
      if value.isNormal { return (value, Double.log(value)) }
    }
    let logarithm = SpecialFunctions.logBetaKernel(x, y, a, b) - Double.log(fraction)
    return (Double.exp(logarithm), logarithm)
  }

  /// The continued fraction f in I = x^a y^b / (B f).
  ///
  /// DiDonato and Morris, ACM TOMS 18 (1992), equation 9: nothing cancels for x below
  /// a/(a + b).
  private static func fraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    let excess = a * y - b * x + 1
    var value = guarded(a * excess / (a + 1))
    var c = value
    var d = 0.0
    for step in 1..<200_000 {
      let m = Double(step)
      let odd = a + 2 * m - 1
      let numerator = (a + m - 1) / odd * ((a + b + m - 1) / odd) * m * (b - m) * x * x
      let middle = m + m * (b - m) * x / odd
      let denominator = middle + (a + m) * (excess + m * (1 + y)) / (odd + 2)
      d = 1 / guarded(denominator + numerator * d)
      c = guarded(denominator + numerator / c)
      value *= c * d
      if (c * d - 1).magnitude < 2e-16 { break }
    }
    return value
  }
}
