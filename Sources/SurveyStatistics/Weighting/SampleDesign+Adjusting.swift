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
    try checkTotals(of: margin, number: number)
    try checkWeights()
    let groups = margin.groups
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: groups.count)
    for (row, weight) in weights.enumerated() where weight > 0 {
      let cell = groups.codes[row]
      guard cell >= 0 else { throw .rowWithoutCell(row: row, margin: number) }
      sums[cell].add(weight)
    }
    let values = sums.map(\.value)
    try Self.check(values, against: margin, number: number)
    return values
  }

  /// Throws unless a breakdown and its totals have the right sizes.
  func checkTotals(of margin: Margin, number: Int) throws(WeightingError) {
    let groups = margin.groups
    guard groups.codes.count == rows else {
      throw .unequalRows(groups.codes.count, expected: rows)
    }
    guard margin.totals.count == groups.count else {
      throw .unequalTotals(margin.totals.count, expected: groups.count)
    }
    for (cell, total) in margin.totals.enumerated() where !(total >= 0 && total.isFinite) {
      throw .invalidTotal(total, .cell(cell, margin: number))
    }
  }

  /// Throws when a cell has a total and no weight, or weight and no total.
  static func check(
    _ sums: [Double],
    against margin: Margin,
    number: Int
  ) throws(WeightingError) {
    for (cell, total) in margin.totals.enumerated() {
      if total > 0, sums[cell] == 0 {
        throw .cellWithoutSample(.cell(cell, margin: number), total: total)
      }
      if total == 0, sums[cell] > 0 {
        throw .cellWithoutPopulation(.cell(cell, margin: number))
      }
    }
  }
}

extension Calibration.Addition {
  /// Calibration from weights w₀ to g w₀ with variances σ² (1 when not given).
  ///
  /// Rows whose weight is or becomes 0 take no part.
  init(_ columns: AuxiliaryColumns, from old: [Double], factors: [Double], variance: [Double]?) {
    self.columns = columns
    isProjection = true
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

  /// The same when all rows of a cell have one factor above 0, and σ² = 1.
  init(
    _ columns: AuxiliaryColumns,
    from old: [Double],
    to new: [Double],
    _ factors: [Double],
    ofCells cellOfRow: [Int32]
  ) {
    self.columns = columns
    isProjection = true
    let inverses = factors.map { $0 > 0 ? 1 / $0 : 0 }
    multiplier = zip(cellOfRow, old).map { $1 > 0 ? inverses[Int($0)] : 0 }
    spread = new
    // Rows that lost all their weight are in no projection.
    metric =
      factors.allSatisfy { $0 > 0 }
      ? old : zip(cellOfRow, old).map { $1 > 0 && factors[Int($0)] > 0 ? $1 : 0 }
  }
}
