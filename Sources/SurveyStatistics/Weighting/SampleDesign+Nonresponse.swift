/// What the variance says of a correction for those who did not respond.
public enum NonresponseVariance: Hashable, Sendable, CaseIterable {
  /// Response rates of cells are estimates from this sample.
  ///
  /// With r = 1 for respondents and ȳ their mean in the cell, z = w'(y - ȳ) r + w ȳ for every
  /// sampled row of the cell: non-respondents count with the mean of their cell (Shao and
  /// Steel 1999).
  case estimatedRates
  /// Corrected weights are taken as if the sample had been drawn with them, which is what
  /// other programs do when they are given the weights of respondents.
  case knownRates
}

extension SampleDesign {
  /// Gives the weights of those who did not respond to the respondents of their cell.
  ///
  ///     w' = w Σ w / Σ_r w      respondents (Σ_r over them, Σ over all rows of the cell)
  ///     w' = 0                  everybody else
  ///
  /// It is assumed that within a cell response has nothing to do with the answers. Rows of
  /// non-respondents stay in the design, so that units and strata are counted as sampled.
  ///
  /// - Throws: ``WeightingError/cellWithoutRespondents(_:)``, or a row without a cell.
  public func adjustedForNonresponse(
    in cells: Grouping,
    responded: [Bool],
    variance: NonresponseVariance = .estimatedRates
  ) throws(WeightingError) -> SampleDesign {
    try checkWeights()
    for count in [cells.codes.count, responded.count] where count != rows {
      throw .unequalRows(count, expected: rows)
    }
    var all = [CompensatedSum](repeating: CompensatedSum(), count: cells.count)
    var answered = all
    for (row, weight) in weights.enumerated() where weight > 0 {
      let cell = cells.codes[row]
      guard cell >= 0 else { throw .rowWithoutCell(row: row, margin: 0) }
      all[cell].add(weight)
      if responded[row] { answered[cell].add(weight) }
    }
    for cell in all.indices where all[cell].value > 0 && answered[cell].value == 0 {
      throw .cellWithoutRespondents(.cell(cell, margin: 0))
    }
    try checkSize(margins: [cells])
    let columns = AuxiliaryColumns(margins: [cells])
    var newWeights = [Double](repeating: 0, count: rows)
    var multiplier = newWeights
    var metric = newWeights
    for (row, weight) in weights.enumerated() where weight > 0 && responded[row] {
      let cell = cells.codes[row]
      let factor = all[cell].value / answered[cell].value
      newWeights[row] = weight * factor
      multiplier[row] = 1 / factor
      metric[row] = weight
    }
    let report = WeightAdjustment(.nonresponse, from: weights, to: newWeights)
    guard variance == .estimatedRates else { return adjusted(to: newWeights, report) }
    let addition = Calibration.Addition(
      columns: columns,
      multiplier: multiplier,
      spread: zip(newWeights, weights).map { $0 - $1 },
      metric: metric
    )
    return adjusted(to: newWeights, projecting: [addition], report)
  }
}
