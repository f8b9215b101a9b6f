/// What calibration works on: columns, weights and variances, row by row or unit by unit.
struct CalibrationBasis {
  var columns: AuxiliaryColumns
  var weights: [Double]
  var variance: [Double]?

  init(columns: AuxiliaryColumns, weights: [Double], variance: [Double]?) {
    self.columns = columns
    self.weights = weights
    self.variance = variance
    // Rows without weight may hold anything, which must not spread.
    guard let row = weights.firstIndex(where: { !($0 > 0) }) else { return }
    let unused = weights.indices[row...].filter { !(weights[$0] > 0) }
    let dense = columns.dense.map { column in
      var column = column
      for row in unused { column[row] = 0 }
      return column
    }
    self.columns = AuxiliaryColumns(replacing: columns, dense: dense)
    for row in unused { self.variance?[row] = 1 }
  }

  /// Gives each row the weighted means of its unit, and the mean weight.
  ///
  /// Rows of a unit then get the same factor. Rows without weight take no part.
  func averaged(within units: [Int32]) -> CalibrationBasis {
    let count = (units.max().map { Int($0) } ?? -1) + 1
    var size = [Double](repeating: 0, count: count)
    var weight = [CompensatedSum](repeating: CompensatedSum(), count: count)
    for (row, unit) in units.enumerated() where weights[row] > 0 {
      size[Int(unit)] += 1
      weight[Int(unit)].add(weights[row])
    }
    func average(_ values: [Double], by factors: [Double]?) -> [Double] {
      var sums = [CompensatedSum](repeating: CompensatedSum(), count: count)
      for (row, unit) in units.enumerated() where weights[row] > 0 {
        sums[Int(unit)].add(values[row] * (factors?[row] ?? 1))
      }
      return units.enumerated().map { row, unit in
        guard weights[row] > 0 else { return 0 }
        return sums[Int(unit)].value / (factors == nil ? size[Int(unit)] : weight[Int(unit)].value)
      }
    }
    let dense = (0..<columns.count).map { column in
      average(columns.values(of: column), by: weights)
    }
    return CalibrationBasis(
      columns: AuxiliaryColumns(margins: [], dense: dense),
      weights: average(weights, by: nil),
      variance: variance.map { average($0, by: nil) }
    )
  }

  /// The mean quotient of totals and what the weights give, if all are above 20, else 1.
  func rescaling(to totals: [Double]) -> Double {
    let quotients = zip(totals, columns.sums(weights)).compactMap { total, sum in
      sum == 0 ? nil : total / sum
    }
    guard let least = quotients.min(), least > 20 else { return 1 }
    return CompensatedSum.of(quotients) / Double(quotients.count)
  }
}

extension AuxiliaryColumns {
  /// The same margins with other values.
  init(replacing other: AuxiliaryColumns, dense: [[Double]]) {
    margins = other.margins
    marginStarts = other.marginStarts
    denseStart = other.denseStart
    cells = other.cells
    columnsOfCell = other.columnsOfCell
    self.dense = dense
  }

  /// A column, zeros and ones if it belongs to a margin.
  func values(of column: Int) -> [Double] {
    guard column < denseStart else { return dense[column - denseStart] }
    if let cells {
      let values = columnsOfCell.map { $0.contains(column) ? 1.0 : 0 }
      return cells.cellOfRow.map { values[Int($0)] }
    }
    let margin = marginStarts.lastIndex { $0 <= column } ?? 0
    return margins[margin].map { Int($0) == column ? 1 : 0 }
  }
}
