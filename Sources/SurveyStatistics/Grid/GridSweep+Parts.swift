import Dispatch
import Synchronization

extension GridSweep {
  /// Adds up all parts, on as many cores as there are.
  static func all(of source: GridSource, leastRows: Int) throws(SampleDesignError) -> Result {
    let parts = GridPart.parts(of: source.design, leastRows: leastRows)
    let outcomes = concurrently(parts.count) { index in
      Swift.Result { () throws(SampleDesignError) in try run(parts[index], of: source) }
    }
    var sum = Result(totals: GridTotals(layout: source.layout))
    var open: (stratum: Int, sums: StratumSums)?
    for outcome in outcomes {
      let result = try outcome.get()
      sum.totals.merge(result.totals)
      if let cross = result.cross {
        if sum.cross == nil { sum.cross = cross } else { sum.cross?.merge(cross) }
      }
      for (stratum, sums) in result.openStrata {
        if open?.stratum == stratum {
          open?.sums.merge(sums, layout: source.layout)
        } else {
          try close(open, &sum.totals, source.design)
          open = (stratum, sums)
        }
      }
    }
    try close(open, &sum.totals, source.design)
    return sum
  }

  private static func close(
    _ open: (stratum: Int, sums: StratumSums)?,
    _ totals: inout GridTotals,
    _ design: SampleDesign
  ) throws(SampleDesignError) {
    guard let (stratum, sums) = open, let stage = design.stages.first else { return }
    try totals.close(stage.strata[stratum], sums, lonelyPSU: design.lonelyPSU)
  }
}

extension GridSource {
  /// The sums by calibration column, or nil without calibration.
  func calibrationSums(products: CrossSums?, leastRows: Int) -> CalibrationSums? {
    guard let calibration, let products else { return nil }
    var columns = CrossSums(columns: calibration.columns, layout: layout)
    let size = max(leastRows, design.rows / 16)
    let count = (design.rows + size - 1) / size
    for pass in calibration.passes {
      let parts = concurrently(count) { part in
        sums(of: part * size..<min((part + 1) * size, design.rows), pass, calibration.columns)
      }
      for part in parts { columns.merge(part) }
    }
    return CalibrationSums(columns: columns, products: products)
  }

  private func sums(of range: Range<Int>, _ pass: GridCalibration.Pass, _ width: Int) -> CrossSums {
    var columns = CrossSums(columns: width, layout: layout)
    let keys = 0..<pass.columnsOfKey.count
    let rows = GridRows(range.map { Int32($0) }, keys, by: pass.keys, of: self)
    var sums = SlotSums(layout: layout, withSquares: false)
    for key in keys where rows.starts[key] < rows.starts[key + 1] {
      sums.add(rows.starts[key]..<rows.starts[key + 1], of: rows)
      columns.add(sums, to: pass.columnsOfKey[key])
      sums.clear()
    }
    return columns
  }
}

/// What `body` gives for 0..<count, in that order.
private func concurrently<Value: Sendable>(
  _ count: Int,
  _ body: @Sendable (Int) -> Value
) -> [Value] {
  let values = Mutex([Value?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let value = body(index)
    values.withLock { $0[index] = value }
  }
  return values.withLock { $0 }.compactMap { $0 }
}
