extension SampleDesign {
  /// Multiplies the weights within each cell so that they add up to its population.
  ///
  ///     w' = w N_g / Σ w        Σ over the cell g
  ///
  /// The variance is that of the residuals from cell means weighted by w (Holt and Smith
  /// 1979; Särndal, Swensson and Wretman 1992, section 7.6).
  ///
  /// - Throws: ``WeightingError`` naming the cell that is in the population only or in the
  ///   sample only, a row without a cell, or a total that is negative or no number. Rows
  ///   whose weight is 0 may be without a cell.
  public func poststratified(
    by cells: Grouping,
    to totals: [Double]
  ) throws(WeightingError) -> SampleDesign {
    let sums = try checkedSums(of: Margin(cells, totals: totals), number: 0)
    return try poststratified(by: cells, to: totals, from: sums, .poststratification)
  }

  func poststratified(
    by cells: Grouping,
    to totals: [Double],
    from sums: [Double],
    _ method: WeightAdjustment.Method
  ) throws(WeightingError) -> SampleDesign {
    try checkSize(margins: [cells])
    let columns = AuxiliaryColumns(margins: [cells])
    let factors = zip(cells.codes, weights).map { cell, weight in
      weight > 0 && cell >= 0 ? totals[cell] / sums[cell] : 1
    }
    let newWeights = zip(weights, factors).map { $0 * $1 }
    let addition = Calibration.Addition(
      columns,
      from: weights,
      factors: factors,
      variance: nil
    )
    let report = WeightAdjustment(method, from: weights, to: newWeights)
    return adjusted(to: newWeights, projecting: [addition], report)
  }
}
