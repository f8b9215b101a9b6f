extension SampleDesign {
  /// Cuts weights off at limits and spreads what was cut off.
  ///
  /// Each weight within the limits gets the same amount added, so that the sum of the weights
  /// stays (R survey's `trimWeights`). That may push some of them out again: `strict` repeats
  /// until all are inside. Weights of 0 stay 0.
  ///
  /// The variance takes the new weights as if they had been drawn with, and estimates may be
  /// biased; totals that earlier adjustments made exact are not exact any more.
  ///
  /// - Throws: ``WeightingError/cannotTrim(lower:upper:)`` when no weight is left to take what
  ///   was cut off; ``WeightingError/invalidBounds(lower:upper:)``.
  public func trimmed(
    lower: Double = 0,
    upper: Double = .infinity,
    strict: Bool = false
  ) throws(WeightingError) -> SampleDesign {
    guard lower >= 0, lower.isFinite, upper > lower else {
      throw .invalidBounds(lower: lower, upper: upper)
    }
    try checkWeights()
    var newWeights = weights
    var rounds = 0
    while true {
      let outside = newWeights.map { $0 != 0 && ($0 < lower || $0 > upper) }
      guard outside.contains(true) else { break }
      let inside = zip(newWeights, outside).count { $0 > 0 && !$1 }
      guard rounds < 1000, inside > 0 else { throw .cannotTrim(lower: lower, upper: upper) }
      rounds += 1
      var excess = CompensatedSum()
      for row in newWeights.indices where outside[row] {
        let limit = newWeights[row] < lower ? lower : upper
        excess.add(newWeights[row] - limit)
      }
      let share = excess.value / Double(inside)
      for row in newWeights.indices {
        if outside[row] {
          newWeights[row] = newWeights[row] < lower ? lower : upper
        } else if newWeights[row] > 0 {
          newWeights[row] += share
        }
      }
      guard strict else { break }
    }
    if newWeights.contains(where: { $0 < 0 }) { throw .cannotTrim(lower: lower, upper: upper) }
    let report = WeightAdjustment(.trimming, from: weights, to: newWeights, iterations: rounds)
    return adjusted(to: newWeights, report)
  }
}
