/// One pass over packed rows: key by key, stratum by stratum.
struct GridSweep {
  let source: GridSource
  private var sums: KeySums
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
    sums = KeySums(
      layout: source.layout,
      weights: source.weights,
      withSquares: source.design.isElementSample
    )
    stratum = StratumSums(layout: source.layout)
    totals = GridTotals(layout: source.layout)
    cross = source.calibration.map { CrossSums(columns: $0.columns, layout: source.layout) }
  }

  /// Adds the keys of a part.
  static func run(
    _ part: GridPart,
    _ stretches: [GridRecords],
    of source: GridSource
  ) throws(SampleDesignError) -> Result {
    var sweep = GridSweep(source)
    return try sweep.run(part, stretches)
  }

  private mutating func run(
    _ part: GridPart,
    _ stretches: [GridRecords]
  ) throws(SampleDesignError) -> Result {
    guard let stage = source.design.stages.first else {
      return Result(totals: totals)
    }
    let stratumOfKey = source.keys.stratumOfKey
    var open: [(stratum: Int, sums: StratumSums)] = []
    var first = part.keys.lowerBound
    while first < part.keys.upperBound {
      let current = stratumOfKey[first]
      var end = first + 1
      while end < part.keys.upperBound, stratumOfKey[end] == current { end += 1 }
      add(first..<end, of: stretches)
      if part.closed.contains(Int(current)) {
        let record = stage.strata[Int(current)]
        try totals.close(record, stratum, lonelyPSU: source.design.lonelyPSU)
      } else {
        open.append((Int(current), stratum))
      }
      stratum.clear(layout: source.layout)
      first = end
    }
    totals.addMissing(sums.missing.cells)
    return Result(totals: totals, openStrata: open, cross: cross)
  }

  /// Adds the keys of one stratum.
  private mutating func add(_ keys: Range<Int>, of stretches: [GridRecords]) {
    for key in keys where sums.add(key, of: stretches) {
      if source.design.isElementSample {
        stratum.addElements(sums.sums, layout: source.layout)
      } else {
        stratum.add(sums.sums, layout: source.layout)
        if let calibration = source.calibration {
          cross?.add(sums.sums, times: calibration.centred(key))
        }
      }
      totals.addRows(sums.sums)
      sums.clear()
    }
  }
}
