extension SampleDesign {
  /// Changes the weights as little as possible so that totals of columns are exact.
  ///
  /// Among all weights w' with Σ w' x = T these are nearest to the old ones (Deville and
  /// Särndal 1992). The variance is that of residuals from the regression on the columns,
  /// with weights w/σ², whichever distance is used.
  ///
  /// Bounds hold for the factors w'/w. When every total is more than 20 times what the old
  /// weights give, as with weights that add up to the sample size, these are first multiplied
  /// by the mean of these quotients and the bounds hold for the rest
  /// (``WeightAdjustment/rescaling``); the linear distance needs no such step.
  ///
  /// - Parameters:
  ///   - totals: The population total of each column.
  ///   - columns: A value per row for each column; a column of ones holds the population size.
  ///   - margins: Breakdowns to be met too, as columns of zeros and ones.
  ///   - distance: Which distance is kept smallest, with bounds if any.
  ///   - variance: σ² for each row: how much the variable of interest is thought to vary
  ///     around the columns. One column with σ² = x is ratio estimation.
  ///   - aggregateStage: Gives all rows of a unit of this stage, counted from 1, the same
  ///     factor, so that members of a household keep the same weight.
  ///   - allowsNegativeWeights: Whether rows may get weights below 0, which the linear distance
  ///     can give. They are right in theory, but tables of them puzzle; further adjustments
  ///     refuse them.
  ///   - tolerance: How far a total may be missed, relative to it.
  ///   - maximumIterations: How many steps are tried.
  /// - Returns: the design; its last ``adjustments`` says how many steps were made.
  /// - Throws: ``WeightingError``: a column that follows from others, bounds within which a
  ///   total is impossible, negative weights, no convergence, invalid values.
  public func calibrated(
    to totals: [Double],
    columns: [[Double]],
    margins: [Margin] = [],
    distance: CalibrationDistance = .linear,
    variance: [Double]? = nil,
    aggregateStage: Int? = nil,
    allowsNegativeWeights: Bool = false,
    tolerance: Double = 1e-10,
    maximumIterations: Int = 100
  ) throws(WeightingError) -> SampleDesign {
    try distance.check()
    try checkWeights()
    guard tolerance > 0 else { throw .invalidTolerance(tolerance) }
    guard maximumIterations > 0 else { throw .invalidTolerance(Double(maximumIterations)) }
    try check(margins)
    try check(columns, totals: totals, variance: variance)
    guard !columns.isEmpty || !margins.isEmpty else { throw .noColumns }
    try checkSize(margins: margins.map(\.groups), dense: columns.count)
    var basis = CalibrationBasis(
      columns: AuxiliaryColumns(margins: margins.map(\.groups), dense: columns),
      weights: weights,
      variance: variance
    )
    if let aggregateStage {
      basis = basis.averaged(within: try units(ofStage: aggregateStage))
    }
    let first = CompensatedSum.of(margins.first?.totals ?? [])
    let targets = margins.flatMap { $0.scaled(to: first).totals } + totals
    let rescaling = distance == .linear ? 1 : basis.rescaling(to: targets)
    let solution = try CalibrationSolver(
      columns: basis.columns,
      totals: targets,
      weights: basis.weights.map { $0 * rescaling },
      variance: basis.variance,
      distance: distance,
      tolerance: tolerance,
      maximumIterations: maximumIterations
    ).solve()

    let factors = solution.factors.map { $0 * rescaling }
    var newWeights = weights
    for row in newWeights.indices where newWeights[row] > 0 {
      newWeights[row] *= factors[row]
      guard newWeights[row] >= 0 || allowsNegativeWeights else {
        throw .negativeWeight(newWeights[row], row: row)
      }
    }
    let addition = Calibration.Addition(
      basis.columns,
      from: basis.weights,
      factors: factors,
      variance: basis.variance
    )
    let report = WeightAdjustment(
      .calibration,
      from: weights,
      to: newWeights,
      iterations: solution.iterations,
      misfit: solution.misfit,
      rescaling: rescaling
    )
    return adjusted(to: newWeights, projecting: [addition], report)
  }

  private func check(
    _ columns: [[Double]],
    totals: [Double],
    variance: [Double]?
  ) throws(WeightingError) {
    guard totals.count == columns.count else {
      throw .unequalTotals(totals.count, expected: columns.count)
    }
    for (number, total) in totals.enumerated() where !total.isFinite {
      throw .invalidTotal(total, .column(number))
    }
    for (number, column) in columns.enumerated() {
      guard column.count == rows else { throw .unequalRows(column.count, expected: rows) }
      for (row, value) in column.enumerated() where weights[row] > 0 && !value.isFinite {
        throw .invalidValue(value, .column(number), row: row)
      }
    }
    guard let variance else { return }
    guard variance.count == rows else { throw .unequalRows(variance.count, expected: rows) }
    for (row, value) in variance.enumerated() where weights[row] > 0 {
      guard value > 0, value.isFinite else { throw .invalidVariance(value, row: row) }
    }
  }

  /// The unit of a stage, counted from 1, for each row.
  private func units(ofStage stage: Int) throws(WeightingError) -> [Int32] {
    guard stage >= 1, stage <= stages.count else {
      throw .noSuchStage(stage, stages: stages.count)
    }
    return stages[stage...].reversed().reduce(unitOfRow) { units, stage in
      units.map { stage.parentOfUnit[Int($0)] }
    }
  }
}
