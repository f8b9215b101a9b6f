extension SampleDesign {
  /// By how much unequal weights alone increase the variance of a mean (Kish 1992).
  ///
  ///     1 + cv² = n Σ w² / (Σ w)²       over the rows whose weight is not 0
  ///
  /// Exact when the answers have nothing to do with the weights; nil without such rows.
  public var weightingEffect: Double? {
    let used = weights.filter { $0 != 0 }
    guard let largest = used.map(\.magnitude).max() else { return nil }
    let sum = CompensatedSum.of(used.map { $0 / largest })
    let squares = CompensatedSum.of(used.map { ($0 / largest) * ($0 / largest) })
    return Double(used.count) * squares / (sum * sum)
  }

  /// The number of equally weighted rows that would say as much: n / (1 + cv²).
  public var effectiveSampleSize: Double? {
    weightingEffect.map { Double(weights.count { $0 != 0 }) / $0 }
  }
}
