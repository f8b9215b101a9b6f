import RealModule

/// The functions from which the distributions are made.
///
/// Tails and densities are written with Loader's saddle-point terms (C. Loader, "Fast and
/// Accurate Computation of Binomial Probabilities", 2000), because differences of
/// log-gammas lose up to five digits when the arguments are large.
public enum SpecialFunctions {
  /// The natural logarithm of the gamma function for `x > 0`.
  public static func logGamma(_ x: Double) -> Double {
    Double.logGamma(x)
  }

  /// What Stirling's formula for ln Γ(z + 1) leaves over.
  ///
  ///     δ(z) = ln Γ(z + 1) - (z + 1/2) ln z + z - ln √(2π)
  static func stirlingError(_ z: Double) -> Double {
    guard z >= 10 else {
      return Double.logGamma(z + 1) - (z + 0.5) * Double.log(z) + z - logRootTwoPi
    }
    let s = 1 / (z * z)
    let tail = 1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360_360 - s / 156))
    return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * tail))) / z
  }

  /// The deviance term `x ln(x / m) + m - x`, without cancellation when `x` is near `m`.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    guard (x - m).magnitude < 0.1 * (x + m) else {
      return x * Double.log(x / m) + m - x
    }
    let v = (x - m) / (x + m)
    var sum = (x - m) * v
    var term = 2 * x * v
    for j in 1..<1000 {
      term *= v * v
      let next = sum + term / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// ln(x^a y^b / B(a, b)) for `y = 1 - x`.
  static func logBetaKernel(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    let scale = 0.5 * (Double.log(a) + Double.log(b) - Double.log(n)) - logRootTwoPi
    return scale + stirlingError(n) - stirlingError(a) - stirlingError(b)
      - deviance(a, n * x) - deviance(b, n * y)
  }

  /// ln(x^a e^-x / Γ(a + 1)).
  static func logGammaKernel(_ x: Double, _ a: Double) -> Double {
    -stirlingError(a) - deviance(a, x) - 0.5 * Double.log(a) - logRootTwoPi
  }

  static let logRootTwoPi = 0.918938533204672741780329736406
}
