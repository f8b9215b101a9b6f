/// One pass over packed rows: unit by unit, stratum by stratum.
struct GridSweep {
  let source: GridSource
  private var sums: SlotSums
  private var stratum: StratumSums
  private var totals: GridTotals
  private var cross: CrossSums?

  /// What a pass gave; the strata at its ends may go on elsewhere.
  struct Result: Sendable {
    var totals: GridTotals
    var openStrata: [(stratum: Int, sums: StratumSums)] = []
    /// Sums of products with the calibration columns.
    var cross: CrossSums?
  }

  private init(_ source: GridSource) {
    self.source = source
    sums = SlotSums(layout: source.layout, withSquares: source.isElementSample)
    stratum = StratumSums(layout: source.layout)
    totals = GridTotals(layout: source.layout)
    cross = source.calibration.map { CrossSums(columns: $0.columns, layout: source.layout) }
  }

  /// Adds the units of a part.
  static func run(
    _ part: GridPart,
    of source: GridSource
  ) throws(SampleDesignError) -> Result {
    var sweep = GridSweep(source)
    let grid = GridKeys(keyOfRow: source.design.unitOfRow, weights: source.design.weights)
    let rows = GridRows(part.rows, part.units, by: grid, of: source)
    return try sweep.run(rows, closed: part.closed)
  }

  private mutating func run(
    _ rows: GridRows,
    closed: Range<Int>
  ) throws(SampleDesignError) -> Result {
    guard let stage = source.design.stages.first else {
      return Result(totals: totals)
    }
    var open: [(stratum: Int, sums: StratumSums)] = []
    var first = 0
    while first < rows.keys.count {
      let unit = rows.keys.lowerBound + first
      let current = stage.stratumOfUnit[unit]
      let end = min(stage.end(of: unit), rows.keys.upperBound) - rows.keys.lowerBound
      add(first..<end, of: rows)
      if closed.contains(Int(current)) {
        let record = stage.strata[Int(current)]
        try totals.close(record, stratum, lonelyPSU: source.design.lonelyPSU)
      } else {
        open.append((Int(current), stratum))
      }
      stratum.clear(layout: source.layout)
      first = end
    }
    totals.addMissing(rows.missing)
    return Result(totals: totals, openStrata: open, cross: cross)
  }

  /// Adds the units of one stratum.
  private mutating func add(_ units: Range<Int>, of rows: GridRows) {
    if source.isElementSample {
      sums.add(rows.starts[units.lowerBound]..<rows.starts[units.upperBound], of: rows)
      stratum.addElements(&sums, layout: source.layout)
      totals.addRows(&sums)
    } else {
      for unit in units where rows.starts[unit] < rows.starts[unit + 1] {
        sums.add(rows.starts[unit]..<rows.starts[unit + 1], of: rows)
        stratum.add(&sums, layout: source.layout)
        if let calibration = source.calibration {
          cross?.add(sums, times: calibration.centred(rows.keys.lowerBound + unit))
        }
        totals.addRows(&sums)
      }
    }
  }
}
