import RealModule

/// Student's t distribution with any positive number of degrees of freedom.
public struct StudentT: Hashable, Sendable {
  /// The degrees of freedom, a positive number.
  public let degreesOfFreedom: Double

  /// Makes the distribution; its functions give NaN unless `degreesOfFreedom > 0`.
  public init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value up to `t`.
  public func cumulative(_ t: Double) -> Double {
    let tail = upperTail(t.magnitude)
    return t > 0 ? 1 - tail : tail
  }

  /// The probability of a value of at least `t`.
  ///
  ///     P(T ≥ t) = ½ I_{ν/(ν + t²)}(ν/2, ½)      for t ≥ 0
  public func upperTail(_ t: Double) -> Double {
    if t < 0 { return 1 - upperTail(-t) }
    return 0.5 * tails(at: t).lower
  }

  /// The value that is exceeded with probability `1 - p`.
  ///
  /// Newton's method on the logarithm of the tail in ln t, where it is concave. ±∞ at 0 and
  /// 1, NaN outside.
  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1, degreesOfFreedom > 0 else { return .nan }
    if p == 0.5 { return 0 }
    let tail = min(p, 1 - p)
    guard tail > 0 else { return p == 0 ? -.infinity : .infinity }
    let z = -NormalDistribution.quantile(tail)
    let guess = firstGuess(z)
    // The next term of the expansion is below 10⁻¹⁶ of it.
    if z < 5, degreesOfFreedom >= 1000 + 300 * z * z { return p < 0.5 ? -guess : guess }
    let half = degreesOfFreedom / 2
    let goal = Double.log(2 * tail)
    var logT = Double.log(guess)
    for _ in 0..<200 {
      let t = Double.exp(logT)
      let square = t * t
      guard square > 0, square.isFinite else { break }
      let x = degreesOfFreedom / (degreesOfFreedom + square)
      let y = square / (degreesOfFreedom + square)
      let logTail = BetaTails(x: x, y: y, a: half, b: 0.5).logLower
      // The derivative of ln I_x in ln t is -2 x^a y^b / (B I_x).
      let slope = -2 * Double.exp(SpecialFunctions.logBetaKernel(x, y, half, 0.5) - logTail)
      let step = (goal - logTail) / slope
      guard step.isFinite else { break }
      logT += step
      // The next step would be about the square of this one, times t².
      if step.magnitude <= 1e-15 || 10 * max(1, square) * step * step <= 1e-16 { break }
    }
    let t = Double.exp(logT)
    return p < 0.5 ? -t : t
  }

  /// The expansion of the quantile around that of the normal distribution, for many degrees
  /// of freedom (Abramowitz and Stegun, 26.7.5).
  private func firstGuess(_ z: Double) -> Double {
    let v = degreesOfFreedom
    guard v >= 10, z < 5 else { return z }
    let s = z * z
    let first = (s + 1) / 4
    let second = ((5 * s + 16) * s + 3) / 96
    let third = (((3 * s + 19) * s + 17) * s - 15) / 384
    let fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92_160
    return z * (1 + (first + (second + (third + fourth / v) / v) / v) / v)
  }

  /// The density at `t`.
  func density(_ t: Double) -> Double {
    let v = degreesOfFreedom
    let logScale =
      Double.logGamma((v + 1) / 2) - Double.logGamma(v / 2) - 0.5 * Double.log(v * Double.pi)
    return Double.exp(logScale - (v + 1) / 2 * Double.log(onePlus: t * t / v))
  }

  private func tails(at t: Double) -> BetaTails {
    let square = t * t
    guard square.isFinite else {
      return BetaTails(x: 0, y: 1, a: degreesOfFreedom / 2, b: 0.5)
    }
    return BetaTails(
      x: degreesOfFreedom / (degreesOfFreedom + square),
      y: square / (degreesOfFreedom + square),
      a: degreesOfFreedom / 2,
      b: 0.5
    )
  }
}
