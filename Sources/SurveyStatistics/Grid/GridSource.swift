/// What is added up, and by what.
struct GridSource: Sendable {
  let design: SampleDesign
  let items: [ShareItem]
  let breakdowns: [Grouping]
  let keys: DesignKeys
  let weights: GridWeights
  let layout: GridLayout
  /// What adjusted weights take from variances, or nil.
  let calibration: GridCalibration?
  let room = GridRoom()

  /// Rows of element samples are added up in pieces of about `rowsOfPiece`.
  init(
    _ design: SampleDesign,
    _ items: [ShareItem],
    _ breakdowns: [Grouping],
    _ calibration: GridCalibration?,
    rowsOfPiece: Int
  ) {
    self.design = design
    self.items = items
    self.breakdowns = breakdowns
    self.calibration = calibration
    keys = DesignKeys(design, rowsOfPiece: rowsOfPiece)
    weights = GridWeights(
      design.weights,
      meanRows: keys.keys.meanRows,
      isReal: design.isElementSample
    )
    layout = GridLayout(
      items: items.count,
      breakdowns: breakdowns,
      keys: keys.keys,
      rowsPerSum: weights.rowsPerSum
    )
  }

  /// The rows in stretches of the table, each packed by itself.
  ///
  /// Their number depends on the rows alone; it is small where keys have few rows.
  func stretches(
    _ keys: GridKeys,
    _ layout: GridLayout,
    _ weights: GridWeights,
    leastRows: Int
  ) -> [GridRecords] {
    let size = max(leastRows, keys.count, design.rows / 16)
    return concurrently((design.rows + size - 1) / size) { index in
      let rows = index * size..<min((index + 1) * size, design.rows)
      return GridRecords(rows, keys, layout, weights, self)
    }
  }
}

extension SampleDesign {
  /// Whether each unit is a row.
  var isElementSample: Bool { stages.first?.unitCount == rows }
}
