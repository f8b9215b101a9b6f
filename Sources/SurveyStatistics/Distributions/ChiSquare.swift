import RealModule

/// The chi-square distribution.
public struct ChiSquare: Hashable, Sendable {
  /// The degrees of freedom, a positive number.
  public let degreesOfFreedom: Double

  /// Makes the distribution; its functions give NaN unless `degreesOfFreedom > 0`.
  public init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value up to `x`.
  public func cumulative(_ x: Double) -> Double {
    GammaTails(x: x / 2, a: degreesOfFreedom / 2).lower
  }

  /// The probability of a value above `x`.
  public func upperTail(_ x: Double) -> Double {
    GammaTails(x: x / 2, a: degreesOfFreedom / 2).upper
  }

  /// The value that is exceeded with probability `1 - p`; NaN outside 0...1.
  ///
  /// Newton's method on the logarithm of the smaller tail in ln x, where it is concave.
  public func quantile(_ p: Double) -> Double {
    let a = degreesOfFreedom / 2
    guard p >= 0, p <= 1, a > 0 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    var logX = Double.log(a)
    for _ in 0..<200 {
      let x = Double.exp(logX)
      let tails = GammaTails(x: x, a: a)
      let density = Double.exp(SpecialFunctions.logGammaKernel(x, a)) * a
      let step =
        p <= 0.5
        ? Double.log(p / tails.lower) * tails.lower / density
        : -Double.log((1 - p) / tails.upper) * tails.upper / density
      guard step.isFinite else { break }
      logX += min(max(step, -5), 5)
      if step.magnitude <= 1e-15 { break }
    }
    return 2 * Double.exp(logX)
  }
}
