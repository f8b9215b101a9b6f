/// One pass over packed rows: unit by unit, stratum by stratum.
struct GridSweep {
  let source: GridSource
  private var sums: UnitSums
  private var stratum: StratumSums
  private var totals: GridTotals

  /// What a pass gave; the strata at its ends may go on elsewhere.
  struct Result: Sendable {
    var totals: GridTotals
    var openStrata: [(stratum: Int, sums: StratumSums)]
  }

  private init(_ source: GridSource) {
    self.source = source
    sums = UnitSums(layout: source.layout, withSquares: source.isElementSample)
    stratum = StratumSums(layout: source.layout)
    totals = GridTotals(layout: source.layout)
  }

  /// Adds the units of a part.
  static func run(
    _ part: GridPart,
    of source: GridSource
  ) throws(SampleDesignError) -> Result {
    var sweep = GridSweep(source)
    return try sweep.run(GridRows(part, of: source), closed: part.closed)
  }

  private mutating func run(
    _ rows: GridRows,
    closed: Range<Int>
  ) throws(SampleDesignError) -> Result {
    guard let stage = source.design.stages.first else {
      return Result(totals: totals, openStrata: [])
    }
    var open: [(stratum: Int, sums: StratumSums)] = []
    var first = 0
    while first < rows.units.count {
      let current = stage.stratumOfUnit[rows.units.lowerBound + first]
      var end = first + 1
      while end < rows.units.count, stage.stratumOfUnit[rows.units.lowerBound + end] == current {
        end += 1
      }
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
    return Result(totals: totals, openStrata: open)
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
        totals.addRows(&sums)
      }
    }
  }
}
