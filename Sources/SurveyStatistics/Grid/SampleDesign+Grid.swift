import Dispatch
import Synchronization

extension SampleDesign {
  /// Estimates the shares of many items in the groups of many breakdowns, in one pass.
  ///
  /// The figures are those of ``proportions(of:by:)``, item by item and breakdown by
  /// breakdown. Rows are read once and added to sums by unit and group, four items at a
  /// time, on as many cores as there are; the digits do not depend on their number.
  ///
  /// - Returns: for each item, for each breakdown, an estimate for each group; nil for an
  ///   empty group.
  /// - Throws: what ``proportions(of:by:)`` throws.
  /// - Complexity: O(rows × items × breakdowns) in time; in memory O(units of a stratum +
  ///   groups × items), and a copy of at most an eighth of the rows, a byte for four items.
  public func shares(
    of items: [ShareItem],
    by breakdowns: [Grouping]
  ) throws(SampleDesignError) -> [[[Estimate?]]] {
    try shares(of: items, by: breakdowns, leastRowsOfPart: 1 << 18)
  }

  func shares(
    of items: [ShareItem],
    by breakdowns: [Grouping],
    leastRowsOfPart: Int
  ) throws(SampleDesignError) -> [[[Estimate?]]] {
    for item in items where item.codes.count != rows {
      throw .unequalColumns(.values, rows: item.codes.count, expected: rows)
    }
    for breakdown in breakdowns where breakdown.codes.count != rows {
      throw .unequalColumns(.groups, rows: breakdown.codes.count, expected: rows)
    }
    let layout = GridLayout(items: items.count, breakdowns: breakdowns)
    guard canSweep, layout.cells <= 1 << 18 else { return try oneByOne(items, breakdowns) }
    let source = GridSource(
      design: self,
      items: items,
      breakdowns: breakdowns,
      layout: layout,
      startOfUnit: startOfUnit
    )
    let totals = try sweep(source, leastRowsOfPart)
    return items.indices.map { item in
      breakdowns.enumerated().map { index, breakdown in
        (0..<breakdown.count).map { group in
          totals.estimate(
            item: item,
            slot: layout.firstSlot[index] + group,
            of: source
          )
        }
      }
    }
  }

  /// Whether strata can be added up one after the other, each on its own.
  private var canSweep: Bool {
    guard stages.count == 1, !lonelyInDomains, let stage = stages.first else { return false }
    switch lonelyPSU {
    case .fail, .remove, .certainty: return true
    case .adjust, .average:
      return stage.strata.allSatisfy { $0.sampled > 1 || $0.isComplete }
    }
  }

  private func oneByOne(
    _ items: [ShareItem],
    _ breakdowns: [Grouping]
  ) throws(SampleDesignError) -> [[[Estimate?]]] {
    var grid: [[[Estimate?]]] = []
    for item in items {
      let values = item.values
      var estimates: [[Estimate?]] = []
      for breakdown in breakdowns {
        estimates.append(try proportions(of: values, by: breakdown))
      }
      grid.append(estimates)
    }
    return grid
  }

  /// Where the rows of each unit would begin if rows were sorted by unit.
  private var startOfUnit: [Int] {
    var starts = [Int](repeating: 0, count: (stages.first?.unitCount ?? 0) + 1)
    for unit in unitOfRow { starts[Int(unit) + 1] += 1 }
    for unit in 0..<starts.count - 1 { starts[unit + 1] += starts[unit] }
    return starts
  }

  private func sweep(
    _ source: GridSource,
    _ leastRows: Int
  ) throws(SampleDesignError) -> GridTotals {
    let parts = GridPart.parts(
      of: self,
      startOfUnit: source.startOfUnit,
      leastRows: leastRows
    )
    typealias Outcome = Swift.Result<GridSweep.Result, SampleDesignError>
    let outcomes = Mutex([Outcome?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let outcome = Outcome { () throws(SampleDesignError) in
        try GridSweep.run(parts[index], of: source)
      }
      outcomes.withLock { $0[index] = outcome }
    }
    var totals = GridTotals(layout: source.layout)
    var open: (stratum: Int, sums: StratumSums)?
    for outcome in outcomes.withLock({ $0 }) {
      guard let result = try outcome?.get() else { continue }
      totals.merge(result.totals)
      for (stratum, sums) in result.openStrata {
        if open?.stratum == stratum {
          open?.sums.merge(sums, layout: source.layout)
        } else {
          try close(open, &totals)
          open = (stratum, sums)
        }
      }
    }
    try close(open, &totals)
    return totals
  }

  private func close(
    _ open: (stratum: Int, sums: StratumSums)?,
    _ totals: inout GridTotals
  ) throws(SampleDesignError) {
    guard let (stratum, sums) = open, let stage = stages.first else { return }
    try totals.close(stage.strata[stratum], sums, lonelyPSU: lonelyPSU)
  }
}
