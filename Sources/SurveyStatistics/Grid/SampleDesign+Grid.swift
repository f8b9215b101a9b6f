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
  ///   groups × items), and a few words for each row, of two bits for each item.
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
    let adjusted = GridCalibration(self)
    let slots = breakdowns.reduce(0) { $0 + $1.count }
    // Weights below 0 could add up to 0 where there are answers.
    guard canSweep, slots * ((items.count + 3) / 4) <= 1 << 18, breakdowns.count < 1 << 10,
      calibration == nil || adjusted != nil, !weights.contains(where: { $0 < 0 })
    else {
      return try oneByOne(items, breakdowns)
    }
    let source = GridSource(
      self,
      items,
      breakdowns,
      adjusted,
      rowsOfPiece: max(leastRowsOfPart, rows / 16)
    )
    let layout = source.layout
    let sweep = try GridSweep.all(of: source, leastRows: leastRowsOfPart)
    let sums = source.calibrationSums(products: sweep.cross, leastRows: leastRowsOfPart)
    return items.indices.map { item in
      breakdowns.enumerated().map { index, breakdown in
        (0..<breakdown.count).map { group in
          let slot = layout.firstSlot[index] + group
          return sweep.totals.estimate(item: item, slot: slot, of: source, sums)
        }
      }
    }
  }

  /// Whether strata can be added up one after the other, each on its own.
  private var canSweep: Bool {
    guard stages.count == 1, !lonelyInDomains, let stage = stages.first else { return false }
    switch lonelyPSU {
    case .remove, .certainty: return true
    case .fail where calibration == nil: return true
    case .fail, .adjust, .average:
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
}
