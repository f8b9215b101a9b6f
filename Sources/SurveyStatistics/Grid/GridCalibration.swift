/// What adjusted weights take from the variances of a grid.
///
/// With t the influence of each unit before and A B what the calibration columns explain of
/// it (see ``Calibration``), D the design's quadratic form,
///
///     V ∝ D(t - A B) = D(t) - 2 B'D(A, t) + B'D(A, A) B
///
/// D(A, A) is known beforehand; D(A, t) is a sum over units, as their columns can be centred
/// and scaled beforehand; and B needs sums over the cells that the margins cut the rows into.
/// So a grid of adjusted weights takes one more pass over the rows, by these cells, and no
/// memory by row.
struct GridCalibration: Sendable {
  let calibration: Calibration
  let columns: Int
  /// The columns of each unit, centred in their stratum, times f n/(n - 1).
  private let centredColumns: [Double]
  /// D(A, A), row by row.
  private let form: [Double]
  /// Whether a column has units in strata that were not sampled completely.
  private let isSampled: [Bool]
  /// The passes by cells of the margins, one for each block of the calibration.
  let passes: [Pass]

  /// One pass: rows by the cell that the margins of a block cut out together.
  struct Pass: Sendable {
    let keys: GridKeys
    /// What is added up for each row.
    let weights: [Double]
    /// The columns that the rows of a cell belong to.
    let columnsOfKey: [[Int]]
  }

  /// Nil when columns are not margins, too many, or rows are units of their own.
  init?(_ design: SampleDesign) {
    guard let calibration = design.calibration, design.stages.count == 1,
      let stage = design.stages.first, stage.unitCount < design.rows,
      calibration.columnCount <= 256
    else { return nil }
    var passes: [Pass] = []
    for block in calibration.blocks {
      guard let pass = Pass(block, design.weights) else { return nil }
      passes.append(pass)
    }
    self.calibration = calibration
    self.passes = passes
    columns = calibration.columnCount
    isSampled = (0..<calibration.columnCount).map { column in
      calibration.unitSums.column(column).contains { entry in
        let unit = Int(calibration.unitSums.units[entry])
        return !stage.strata[Int(stage.stratumOfUnit[unit])].isComplete
      }
    }
    (centredColumns, form) = Self.centre(calibration.unitSums, columns, stage)
  }

  /// The centred columns of a unit.
  func centred(_ unit: Int) -> ArraySlice<Double> {
    centredColumns[unit * columns..<(unit + 1) * columns]
  }

  /// B'D(A, A)B and B'D(A, t) of one estimate, t being `yes` y - `no` n, and whether columns
  /// with units outside complete strata explain anything.
  func explained(
    _ cell: Int,
    _ lane: Int,
    yes: Double,
    no: Double,
    _ sums: CalibrationSums
  ) -> (square: Double, product: Double, isSampled: Bool) {
    let b = calibration.adjustment(sums: sums.columns.difference(cell, lane, yes: yes, no: no))
    let cross = sums.products.combination(cell, lane, yes: yes, no: no)
    var (square, product, isSampled) = (0.0, 0.0, false)
    for i in 0..<columns where b[i] != 0 {
      var sum = 0.0
      for j in 0..<columns { sum += form[i * columns + j] * b[j] }
      square += b[i] * sum
      product += b[i] * cross[i]
      isSampled = isSampled || self.isSampled[i]
    }
    return (square, product, isSampled)
  }

  private static func centre(
    _ sums: ColumnUnitSums,
    _ columns: Int,
    _ stage: SampleStage
  ) -> (centred: [Double], form: [Double]) {
    var centred = [Double](repeating: 0, count: stage.unitCount * columns)
    var form = [Double](repeating: 0, count: columns * columns)
    var mean = [Double](repeating: 0, count: columns)
    var first = 0
    while first < stage.unitCount {
      let record = stage.strata[Int(stage.stratumOfUnit[first])]
      let end = stage.end(of: first)
      let n = Double(record.sampled)
      let isSilent = record.sampled < 2 || record.isComplete
      let factor = isSilent ? 0 : record.unsampledShare * n / (n - 1)
      for column in 0..<columns { mean[column] = 0 }
      for unit in first..<end {
        for entry in sums.row(unit) { mean[Int(sums.columns[entry])] += sums.values[entry] / n }
      }
      for unit in first..<end {
        let start = unit * columns
        for column in 0..<columns { centred[start + column] = -mean[column] }
        for entry in sums.row(unit) {
          centred[start + Int(sums.columns[entry])] += sums.values[entry]
        }
        for i in 0..<columns {
          let scaled = factor * centred[start + i]
          for j in 0..<columns { form[i * columns + j] += scaled * centred[start + j] }
        }
        for column in 0..<columns { centred[start + column] *= factor }
      }
      first = end
    }
    return (centred, form)
  }
}

extension GridCalibration.Pass {
  /// Nil when columns are no margins, or these cut the rows into too many cells.
  fileprivate init?(_ block: Calibration.Block, _ weights: [Double]) {
    guard let cells = block.columns.cells else { return nil }
    keys = GridKeys(keyOfRow: cells.cellOfRow, count: cells.count)
    if let product = block.product, block.spread == weights {
      // Mostly the weights as they were before, which are whole numbers of their decimals.
      self.weights = product
    } else {
      self.weights = zip(weights, block.multiplier).map { $0 * $1 }
    }
    columnsOfKey = block.columns.columnsOfCell.map { $0.map { block.firstColumn + $0 } }
  }
}

/// What a grid needs to know of the calibration columns.
struct CalibrationSums: Sendable {
  /// u: sums of m x w over rows.
  var columns: CrossSums
  /// D(A, ·): sums over units.
  var products: CrossSums
}

extension SampleStage {
  /// The end of the run of units of one stratum that begins at `first`.
  func end(of first: Int) -> Int {
    var end = first + 1
    while end < unitCount, stratumOfUnit[end] == stratumOfUnit[first] { end += 1 }
    return end
  }
}
