extension SampleDesign {
  /// Gives each group the same composition, so that groups can be compared.
  ///
  /// Weights are post-stratified to the crossing of the two breakdowns: within each group the
  /// shares of the classes become `shares`, and the group keeps the sum of its weights. An
  /// age-standardised rate has age classes as `classes`. The variance is that of
  /// post-stratification with these totals taken as known.
  ///
  /// - Parameters:
  ///   - classes: What the composition is of.
  ///   - shares: The size of each class in the standard population, in any unit.
  ///   - groups: What is to be compared; everybody is one group by default.
  /// - Returns: the design with standardised weights.
  /// - Throws: ``WeightingError``, as ``poststratified(by:to:)``. Cells are numbered
  ///   class · groups + group. A class that a group lacks is an error: its rate is unknown.
  public func standardized(
    by classes: Grouping,
    to shares: [Double],
    within groups: Grouping? = nil
  ) throws(WeightingError) -> SampleDesign {
    try checkWeights()
    for column in [classes.codes, groups?.codes ?? classes.codes] where column.count != rows {
      throw .unequalRows(column.count, expected: rows)
    }
    guard shares.count == classes.count else {
      throw .unequalTotals(shares.count, expected: classes.count)
    }
    for (cell, share) in shares.enumerated() where !(share >= 0 && share.isFinite) {
      throw .invalidTotal(share, .cell(cell, margin: 0))
    }
    let whole = CompensatedSum.of(shares)
    guard whole > 0, whole.isFinite else { throw .invalidTotal(whole, .cell(0, margin: 0)) }
    let cells: Grouping
    do throws(SampleDesignError) {
      cells =
        try groups.map { other throws(SampleDesignError) in try classes.crossed(with: other) }
        ?? classes
    } catch {
      throw .tooManyColumns(.max, limit: 1 << 24)
    }
    let width = groups?.count ?? 1
    var sizes = [CompensatedSum](repeating: CompensatedSum(), count: width)
    for (row, weight) in weights.enumerated() where weight > 0 {
      let group = group(of: row, in: groups)
      guard group >= 0 else { throw .rowWithoutCell(row: row, margin: 1) }
      sizes[group].add(weight)
    }
    let totals = shares.flatMap { share in sizes.map { $0.value * (share / whole) } }
    let sums = try checkedSums(of: Margin(cells, totals: totals), number: 0)
    return try poststratified(by: cells, to: totals, from: sums, .standardization)
  }
}
