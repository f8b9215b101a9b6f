import RealModule

/// Which distance between old and new weights calibration keeps smallest.
///
/// The factor of a row is g = F(x'η/σ²) (Deville and Särndal 1992, section 2).
public enum CalibrationDistance: Hashable, Sendable {
  /// F(u) = 1 + u, the generalised regression estimator. Weights may come out negative,
  /// which is an error.
  case linear
  /// F(u) = eᵘ. Weights stay positive; with margins only this is raking.
  case raking
  /// F is a logistic curve between the bounds, 0 ≤ lower < 1 < upper.
  case logit(lower: Double, upper: Double)
  /// F(u) = 1 + u cut off at the bounds, 0 ≤ lower < 1 < upper.
  case boundedLinear(lower: Double, upper: Double)

  /// The values that factors may take.
  var range: ClosedRange<Double> {
    switch self {
    case .linear: -.infinity ... .infinity
    case .raking: 0 ... .infinity
    case .logit(let lower, let upper), .boundedLinear(let lower, let upper): lower...upper
    }
  }

  func check() throws(WeightingError) {
    switch self {
    case .linear, .raking: return
    case .logit(let lower, let upper):
      guard lower >= 0, lower < 1, upper > 1, upper.isFinite else {
        throw .invalidBounds(lower: lower, upper: upper)
      }
    case .boundedLinear(let lower, let upper):
      guard lower >= 0, lower < 1, upper > 1 else {
        throw .invalidBounds(lower: lower, upper: upper)
      }
    }
  }

  /// F(u) and F'(u).
  func factor(_ u: Double) -> (value: Double, slope: Double) {
    switch self {
    case .linear: return (1 + u, 1)
    case .raking:
      let value = Double.exp(u)
      return (value, value)
    case .logit(let lower, let upper):
      let width = upper - lower
      let rate = width / ((upper - 1) * (1 - lower))
      let share = 1 / (1 + (upper - 1) / (1 - lower) * Double.exp(-rate * u))
      return (lower + width * share, width * rate * share * (1 - share))
    case .boundedLinear(let lower, let upper):
      let value = 1 + u
      if value < lower { return (lower, 0) }
      return value > upper ? (upper, 0) : (value, 1)
    }
  }
}
