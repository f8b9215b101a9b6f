extension SampleDesign {
  /// What is left of influence values after the weights were adjusted to known totals.
  ///
  /// `influence` holds z with the weights in it, 0 (or NaN) outside the domain. Residuals are
  /// not 0 there, and all rows belong in the variance; degrees of freedom are still counted
  /// over analysed rows. Estimates made with ``linearised(values:influence:by:)`` are
  /// projected already.
  func residuals(of influence: [Double]) -> [Double] {
    guard let calibration else { return influence }
    var residuals = influence.map { $0.isNaN ? 0 : $0 }
    var sums: [Double] = []
    for block in calibration.blocks {
      let scaled = zip(block.multiplier, residuals).map { $0 * $1 }
      let magnitudes = block.columns.magnitudes(scaled)
      sums += zip(block.columns.sums(scaled), magnitudes).map { sum, magnitude in
        // Exactly 0 when it is 0 but for rounding, so that strata stay untouched.
        sum.magnitude > 1e-13 * magnitude ? sum : 0
      }
    }
    let b = calibration.adjustment(sums: sums)
    for block in calibration.blocks {
      let fitted = block.columns.products(b[block.range], rows: rows)
      for row in residuals.indices { residuals[row] -= block.spread[row] * fitted[row] }
    }
    return residuals
  }
}
