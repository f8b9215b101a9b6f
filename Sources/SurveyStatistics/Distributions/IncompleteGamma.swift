import RealModule

/// Both tails of a gamma distribution with shape `a` and scale 1.
///
/// Series (DLMF 8.11.4) below `a + 1`, continued fraction (DLMF 8.9.2) above.
struct GammaTails {
  let lower: Double
  let upper: Double

  init(x: Double, a: Double) {
    guard a > 0, a.isFinite, !x.isNaN else {
      (lower, upper) = (.nan, .nan)
      return
    }
    if x <= 0 {
      (lower, upper) = (0, 1)
    } else if x < a + 1 {
      lower = Double.exp(SpecialFunctions.logGammaKernel(x, a)) * Self.series(x, a)
      upper = 1 - lower
    } else {
      upper = Double.exp(SpecialFunctions.logGammaKernel(x, a)) * a * Self.fraction(x, a)
      lower = 1 - upper
    }
  }

  private static func series(_ x: Double, _ a: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for step in 1..<100_000 {
      term *= x / (a + Double(step))
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  private static func fraction(_ x: Double, _ a: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / guarded(b)
    var product = d
    for step in 1..<100_000 {
      let numerator = -Double(step) * (Double(step) - a)
      b += 2
      d = 1 / guarded(numerator * d + b)
      c = guarded(b + numerator / c)
      product *= d * c
      if (d * c - 1).magnitude < 2e-16 { break }
    }
    return product
  }
}
