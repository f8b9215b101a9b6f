import RealModule

/// Limits at which the scaled binomial deviance reaches t².
struct LikelihoodLimits {
  private let p: Double
  /// λ φ / (2n): the Kullback-Leibler distance per t².
  private let scale: Double

  /// Nil when the value is not a proportion or there is one row only.
  init?(_ estimate: Estimate) {
    p = estimate.value
    guard p >= 0, p <= 1, estimate.sampleSize > 1 else { return nil }
    let n = Double(estimate.sampleSize)
    // Without a variance the sample is taken as simple: λ = 1.
    scale = 1 / (2 * estimate.scoreSize) * n / (n - 1)
  }

  func limits(t: Double) -> (lower: Double, upper: Double) {
    let distance = t * t * scale
    return (p > 0 ? lower(p, distance) : 0, p < 1 ? 1 - lower(1 - p, distance) : 1)
  }

  /// The signed root of deviance at `target`, in units of t.
  func statistic(_ target: Double) -> Double {
    if target <= 0 { return p > 0 ? .infinity : 0 }
    if target >= 1 { return p < 1 ? -.infinity : 0 }
    let root = (Self.distance(p, logOdds: Double.log(target / (1 - target))) / scale).squareRoot()
    return p >= target ? root : -root
  }

  /// The µ below `p` at which KL(p, µ) is `distance`.
  private func lower(_ p: Double, _ distance: Double) -> Double {
    guard distance.isFinite else { return 0 }
    if p == 1 { return Double.exp(-distance) }
    var high = Double.log(p / (1 - p))
    var low = high - 1
    while Self.distance(p, logOdds: low) < distance, low > -1e6 { low -= 2 * (high - low) }
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if middle <= low || middle >= high { break }
      if Self.distance(p, logOdds: middle) > distance { low = middle } else { high = middle }
    }
    return expit(0.5 * (low + high))
  }

  /// KL(p, µ) = p ln(p/µ) + (1-p) ln((1-p)/(1-µ)) for µ = expit(b).
  private static func distance(_ p: Double, logOdds b: Double) -> Double {
    // ln(1 + e^b) without overflow.
    let softplus = max(b, 0) + Double.log(onePlus: Double.exp(-b.magnitude))
    let entropy =
      (p > 0 ? p * Double.log(p) : 0) + (p < 1 ? (1 - p) * Double.log(onePlus: -p) : 0)
    return max(0, entropy - p * b + softplus)
  }
}
