import Dispatch
import Synchronization

extension GridSweep {
  /// Adds up all parts, on as many cores as there are.
  static func all(of source: GridSource, leastRows: Int) throws(SampleDesignError) -> Result {
    let stretches = source.stretches(
      source.keys.keys,
      source.layout,
      source.weights,
      leastRows: leastRows
    )
    defer { source.room.give(stretches) }
    let parts = GridPart.parts(of: source.keys, stretches, leastRows: leastRows)
    let outcomes = concurrently(parts.count) { index in
      Swift.Result { () throws(SampleDesignError) in
        try run(parts[index], stretches, of: source)
      }
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
    if let cross = sum.cross {
      sum.cross = CrossSums(columns: cross.columns, layout: source.layout)
      sum.cross?.merge(cross, dividedBy: source.weights.scale)
    }
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
    for pass in calibration.passes {
      let weights = GridWeights(pass.weights, meanRows: pass.keys.meanRows, isReal: false)
      let layout = GridLayout(
        items: items.count,
        breakdowns: breakdowns,
        keys: pass.keys,
        rowsPerSum: weights.rowsPerSum
      )
      let stretches = stretches(pass.keys, layout, weights, leastRows: leastRows)
      let runs = pass.keys.runs(of: stretches, leastRows: leastRows)
      let parts = concurrently(runs.count) { index in
        var columns = CrossSums(columns: calibration.columns, layout: layout)
        var sums = KeySums(layout: layout, weights: weights, countsMissing: false)
        for key in runs[index] where sums.add(key, of: stretches) {
          columns.add(sums.sums, to: pass.columnsOfKey[key])
          sums.clear()
        }
        return columns
      }
      room.give(stretches)
      for part in parts { columns.merge(part, dividedBy: weights.scale) }
    }
    return CalibrationSums(columns: columns, products: products)
  }
}

/// What `body` gives for 0..<count, in that order.
package func concurrently<Value: Sendable>(
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
