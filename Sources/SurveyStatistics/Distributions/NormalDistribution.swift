import RealModule

/// The standard normal distribution.
public enum NormalDistribution {
  /// The probability of a value up to `z`.
  public static func cumulative(_ z: Double) -> Double {
    0.5 * Double.erfc(-z * rootHalf)
  }

  /// The value that is exceeded with probability `1 - p`.
  ///
  /// The rational approximation 26.2.23 of Abramowitz and Stegun, polished by Newton's
  /// method on the logarithm of the tail. ±∞ at 0 and 1, NaN outside.
  public static func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0.5 { return 0 }
    let tail = min(p, 1 - p)
    guard tail > 0 else { return p == 0 ? -.infinity : .infinity }
    let t = Double.sqrt(-2 * Double.log(tail))
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var z = t - numerator / denominator
    for _ in 0..<20 {
      let reached = cumulative(-z)
      let density = Double.exp(-0.5 * z * z - SpecialFunctions.logRootTwoPi)
      let step = reached / density * Double.log(reached / tail)
      guard step.isFinite else { break }
      z += step
      if step.magnitude <= 1e-16 * max(z.magnitude, 1e-8) { break }
    }
    return p < 0.5 ? -z : z
  }

  private static let rootHalf = 0.707106781186547524400844362105
}
