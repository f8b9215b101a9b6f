extension SampleDesign {
  /// The means of items of few levels, such as the options of a question with several answers.
  ///
  /// The figures are those of ``means(of:by:)``, item by item.
  ///
  /// - Parameters:
  ///   - items: The answers, one row for each row of the design.
  ///   - values: For each item the number of each of the 256 codes; NaN for a missing answer.
  ///   - groups: The breakdown, if any.
  /// - Returns: The statistics of each item; nil when sums by unit, group and code would not be few
  ///   beside the rows, or weights were adjusted.
  /// - Throws: What ``means(of:by:)`` throws.
  package func statistics(
    ofMeans items: CodedItems,
    values: [[Double]],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [DomainStatistics]? {
    let count = groups?.count ?? 1
    guard items.rows == rows, groups.map({ $0.codes.count == rows }) ?? true,
      items.packs.allSatisfy({ canTally(width: count * $0.width) })
    else { return nil }
    let codes = groups?.codes.compact ?? []
    let cells = cells(by: codes, groups: count)
    var statistics: [DomainStatistics] = []
    for pack in items.packs {
      let tally = CellTally(
        pack.codes,
        width: pack.width,
        cells: cells,
        count: count,
        design: self
      )
      let rows = rowCounts(of: pack.codes, width: pack.width, by: codes, groups: count)
      for item in pack.items {
        let sums = sums(pack.values(of: item, values[item]), tally, rows, groups: count)
        statistics.append(try self.statistics(ofMeans: sums))
      }
    }
    return statistics
  }

  /// The number of each row's unit and group, groups within a unit; -1 outside all groups.
  private func cells(by codes: [Int32], groups: Int) -> [Int32] {
    let unitOfRow = elementStrata?.ofRow ?? self.unitOfRow
    guard !codes.isEmpty else { return unitOfRow }
    var cells = [Int32](repeating: -1, count: rows)
    let (units, codes) = (unitOfRow.span, codes.span)
    let width = Int32(truncatingIfNeeded: groups)
    var target = cells.mutableSpan
    for row in units.indices where codes[row] >= 0 {
      target[row] = units[row] &* width &+ codes[row]
    }
    return cells
  }

  /// The rows with a weight of each group and code.
  private func rowCounts(
    of codes: [UInt8],
    width: Int,
    by groups: [Int32],
    groups count: Int
  ) -> [Int] {
    guard !groups.isEmpty else { return rowCounts(of: codes, width: width) }
    var counts = [Int](repeating: 0, count: count * width)
    let (codes, groups, weights) = (codes.span, groups.span, weights.span)
    var target = counts.mutableSpan
    for row in codes.indices where weights[row] != 0 && groups[row] >= 0 {
      target[Int(groups[row]) &* width &+ Int(codes[row])] &+= 1
    }
    return counts
  }

  /// The sums of one item, whose packed codes stand for `numbers`.
  private func sums(
    _ numbers: [Double],
    _ tally: CellTally,
    _ rows: [Int],
    groups: Int
  ) -> DomainSums {
    let width = tally.weights.width
    var counts = [Int](repeating: 0, count: width)
    for (place, count) in rows.enumerated() { counts[place % width] += count }
    let known = numbers.indices.filter { !numbers[$0].isNaN && counts[$0] > 0 }
    let centre = CodedColumn.centre(of: numbers, counts)
    let distances = known.map { numbers[$0] - centre }
    let cells = 0..<tally.units * groups
    let squares = cells.compactMap { tally.squares($0, known, distances) }
    return DomainSums(
      cells.map { tally.sums($0, known, distances) },
      squares.isEmpty ? nil : squares,
      units: tally.units,
      groups: groups,
      centre: centre,
      sampleSizes: (0..<groups).map { group in
        known.reduce(0) { $0 + rows[group * width + $1] }
      }
    )
  }
}
