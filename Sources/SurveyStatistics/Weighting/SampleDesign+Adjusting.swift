extension SampleDesign {
  /// The design with other weights, and projections that its variances go through.
  func adjusted(
    to newWeights: [Double],
    projecting additions: [Calibration.Addition] = [],
    cycles: Int = 1,
    _ report: WeightAdjustment
  ) -> SampleDesign {
    var design = self
    design.weights = newWeights
    (design.primaryUnits, design.primaryStrata) = Self.occupied(stages, unitOfRow, newWeights)
    design.adjustments.append(report)
    if !additions.isEmpty {
      design.calibration = Calibration(
        calibration,
        adding: additions,
        cycles: cycles,
        unitOfRow: unitOfRow,
        unitCount: stages.last?.unitCount ?? 0
      )
    }
    return design
  }

  /// Throws when a weight is negative, which only estimates can deal with.
  func checkWeights() throws(WeightingError) {
    if let row = weights.firstIndex(where: { $0 < 0 }) {
      throw .negativeWeight(weights[row], row: row)
    }
  }

  /// Throws unless a breakdown covers the rows that have a weight, and totals fit its cells.
  ///
  /// - Returns: the sum of the weights of each cell.
  func checkedSums(of margin: Margin, number: Int) throws(WeightingError) -> [Double] {
    let groups = margin.groups
    guard groups.codes.count == rows else {
      throw .unequalRows(groups.codes.count, expected: rows)
    }
    try checkWeights()
    guard margin.totals.count == groups.count else {
      throw .unequalTotals(margin.totals.count, expected: groups.count)
    }
    for (cell, total) in margin.totals.enumerated() where !(total >= 0 && total.isFinite) {
      throw .invalidTotal(total, .cell(cell, margin: number))
    }
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: groups.count)
    for (row, weight) in weights.enumerated() where weight > 0 {
      let cell = groups.codes[row]
      guard cell >= 0 else { throw .rowWithoutCell(row: row, margin: number) }
      sums[cell].add(weight)
    }
    for (cell, total) in margin.totals.enumerated() {
      let sum = sums[cell].value
      if total > 0, sum == 0 {
        throw .cellWithoutSample(.cell(cell, margin: number), total: total)
      }
      if total == 0, sum > 0 { throw .cellWithoutPopulation(.cell(cell, margin: number)) }
    }
    return sums.map(\.value)
  }
}

extension Calibration.Addition {
  /// Calibration from weights w₀ to g w₀ with variances σ² (1 when not given).
  ///
  /// Rows whose weight is or becomes 0 take no part.
  init(_ columns: AuxiliaryColumns, from old: [Double], factors: [Double], variance: [Double]?) {
    self.columns = columns
    var multiplier = [Double](repeating: 0, count: old.count)
    var spread = multiplier
    var metric = multiplier
    for row in old.indices where old[row] > 0 && factors[row] != 0 {
      let variance = variance?[row] ?? 1
      multiplier[row] = 1 / (factors[row] * variance)
      spread[row] = factors[row] * old[row]
      metric[row] = old[row] / variance
    }
    self.multiplier = multiplier
    self.spread = spread
    self.metric = metric
  }
}
