extension SampleDesign {
  /// Multiplies the weights until they add up to the totals of several margins.
  ///
  /// Each sweep post-stratifies to the margins in their order (Deming and Stephan 1940). The
  /// limit is calibration with the raking distance, so that the variance is that of
  /// residuals from the regression on all margins (Deville and Särndal 1992).
  ///
  /// - Parameters:
  ///   - margins: Breakdowns with their totals; all must add up to the same total.
  ///   - stop: When to stop. By default when every margin is met to ten digits.
  ///   - maximumSweeps: How many sweeps are tried.
  ///   - variance: ``RakingVariance/regression``, or what R survey's `rake` computes.
  /// - Returns: the design; its last ``adjustments`` says how many sweeps were made and how
  ///   far from the margins they ended.
  /// - Throws: ``WeightingError/didNotConverge(iterations:_:misfit:)`` naming the cell that is
  ///   furthest away, which happens when empty cells of the cross table contradict the
  ///   margins; ``WeightingError/marginsDiffer(_:margin:otherTotal:otherMargin:)`` when margins
  ///   differ by more than a billionth; what ``poststratified(by:to:)`` throws.
  public func raked(
    to margins: [Margin],
    until stop: RakingStop = .margins(within: 1e-10),
    maximumSweeps: Int = 2000,
    variance: RakingVariance = .regression
  ) throws(WeightingError) -> SampleDesign {
    try checkWeights()
    for (number, margin) in margins.enumerated() {
      try checkTotals(of: margin, number: number)
    }
    guard !margins.isEmpty else { throw .noColumns }
    switch stop {
    case .margins(let limit), .crossTable(let limit):
      guard limit > 0 else { throw .invalidTolerance(limit) }
    }
    guard maximumSweeps > 0 else { throw .invalidTolerance(Double(maximumSweeps)) }
    try checkSize(margins: margins.map(\.groups))
    let columns = AuxiliaryColumns(margins: margins.map(\.groups))

    let cells = columns.cells ?? MarginCells(margins.map(\.groups), rows: rows)
    let sums = cells.sums(weights)
    try check(margins, cells, sums)
    var raking = Raking(margins, cells, sums)
    try raking.run(until: stop, atMost: maximumSweeps)
    let factors = raking.factors()
    let newWeights = zip(weights, cells.cellOfRow).map { $0 * factors[Int($1)] }
    let report = WeightAdjustment(
      .raking,
      from: weights,
      to: newWeights,
      iterations: raking.sweeps,
      misfit: raking.misfit().value
    )
    switch variance {
    case .regression:
      let addition = Calibration.Addition(
        columns,
        from: weights,
        to: newWeights,
        factors,
        ofCells: cells.cellOfRow
      )
      return adjusted(to: newWeights, projecting: [addition], report)
    case .surveyPackage:
      let additions = margins.enumerated().map { index, margin in
        let factors = raking.factors(after: index)
        return Calibration.Addition(
          unweighted: AuxiliaryColumns(margins: [margin.groups]),
          weights: zip(weights, cells.cellOfRow).map { $0 * factors[Int($1)] }
        )
      }
      return adjusted(to: newWeights, projecting: additions, cycles: 10, report)
    }
  }

  /// Throws unless each margin can be met, and all have the same total.
  func check(_ margins: [Margin]) throws(WeightingError) {
    for (number, margin) in margins.enumerated() {
      _ = try checkedSums(of: margin, number: number)
      try checkSum(of: margins, number)
    }
  }

  /// The same for margins of the right sizes, from the sums of weights of their cells.
  private func check(
    _ margins: [Margin],
    _ cells: MarginCells,
    _ sums: [Double]
  ) throws(WeightingError) {
    for (number, margin) in margins.enumerated() {
      let groupOfCell = cells.groupOfCell[number]
      var groupSums = [CompensatedSum](repeating: CompensatedSum(), count: margin.totals.count)
      for (cell, sum) in sums.enumerated() where sum > 0 {
        guard groupOfCell[cell] >= 0 else {
          let isWithout = { (row: Int) in weights[row] > 0 && margin.groups.codes[row] < 0 }
          let row = (0..<rows).first(where: isWithout) ?? 0
          throw .rowWithoutCell(row: row, margin: number)
        }
        groupSums[Int(groupOfCell[cell])].add(sum)
      }
      try Self.check(groupSums.map(\.value), against: margin, number: number)
      try checkSum(of: margins, number)
    }
  }

  /// Throws unless a margin has the total of the first.
  private func checkSum(of margins: [Margin], _ number: Int) throws(WeightingError) {
    let total = CompensatedSum.of(margins[number].totals)
    let first = CompensatedSum.of(margins[0].totals)
    guard (total - first).magnitude <= 1e-9 * first else {
      throw .marginsDiffer(total, margin: number, otherTotal: first, otherMargin: 0)
    }
  }

  /// Throws when the columns are too many to be solved together with earlier ones.
  func checkSize(margins: [Grouping], dense: Int = 0) throws(WeightingError) {
    let earlier = calibration?.columnCount ?? 0
    if dense == 0, margins.count == 1, earlier == 0 { return }
    let limit = 2048
    var count = earlier + dense
    for margin in margins { count += margin.count }
    guard count <= limit else { throw .tooManyColumns(count, limit: limit) }
  }
}

extension Calibration.Addition {
  /// Residuals z - w Σ(z/w)/n within cells, n counting rows.
  init(unweighted columns: AuxiliaryColumns, weights: [Double]) {
    self.columns = columns
    multiplier = weights.map { $0 > 0 ? 1 / $0 : 0 }
    spread = weights
    metric = weights.map { $0 > 0 ? 1 : 0 }
  }
}
