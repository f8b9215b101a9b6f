/// Weighted sums by group with the full weights and with every replicate, in one pass.
///
/// Rows of a pattern and a group are added up first; each such cell then enters the sums of
/// all replicates at once, with the rounding error of every sum carried along (Knuth's
/// TwoSum). The cost is rows + cells · replicates; only groups that occur take room.
struct ReplicateSums {
  /// Σw and then Σw(y - centre) for each column.
  private let variables: Int
  private let width: Int
  private var slotOfGroup: [Int32]
  private(set) var slotCount = 0
  private var sums: [Double] = []
  private var lost: [Double] = []
  private var sizes: [Int] = []
  /// Σw(y - centre)² of the first column, by the full weights.
  private var squares: [CompensatedSum] = []
  private var isCensus: [Bool] = []
  private var cells = Cells()
  /// What was subtracted from each column.
  let centres: [Double]

  /// The cells of all groups: which pattern, and the length of its rows.
  private struct Cells {
    var slots: [Int32] = []
    var patterns: [Int32] = []
    var squares: [Double] = []
  }

  /// What is being added up for one pattern and one group.
  private struct Cell {
    var pattern: Int32 = -1
    var size = 0
    var square = 0.0
    var factorSquare = 0.0
  }

  /// Adds up columns by group; rows with a missing value (NaN) in any column are left out.
  init(_ columns: [[Double]], _ groups: Grouping?, centres: [Double], design: ReplicateDesign) {
    variables = columns.count + 1
    width = design.store.width
    slotOfGroup = [Int32](repeating: -1, count: groups?.count ?? 1)
    self.centres = centres
    scan(columns, groups, design)
  }

  private mutating func scan(
    _ columns: [[Double]],
    _ groups: Grouping?,
    _ design: ReplicateDesign
  ) {
    let store = design.store
    var current: Int32 = -1
    var open: [Cell] = []
    var openSums: [Double] = []
    var touched: [Int] = []
    var values = [Double](repeating: 0, count: columns.count)
    for position in 0..<design.rows {
      let row = store.rowOrder.isEmpty ? position : Int(store.rowOrder[position])
      let group = groups.map { $0.codes[row] } ?? 0
      guard group >= 0 else { continue }
      var isMissing = false
      for (index, column) in columns.enumerated() {
        values[index] = column[row] - centres[index]
        isMissing = isMissing || values[index].isNaN
      }
      guard !isMissing else { continue }
      let pattern = Int32(store.pattern(of: row))
      if pattern != current {
        flush(&touched, &open, &openSums, store)
        current = pattern
      }
      let slot = slot(of: group)
      if slot == open.count {
        open.append(Cell())
        openSums += [Double](repeating: 0, count: variables)
      }
      if open[slot].pattern != pattern {
        open[slot] = Cell(pattern: pattern)
        for index in 0..<variables { openSums[slot * variables + index] = 0 }
        touched.append(slot)
      }
      let factor = design.factor(of: row)
      let weight = design.weights[row]
      open[slot].size += weight > 0 ? 1 : 0
      open[slot].factorSquare += factor * factor
      openSums[slot * variables] += factor
      for index in values.indices {
        openSums[slot * variables + index + 1] += factor * values[index]
      }
      if let value = values.first { open[slot].square += weight * value * value }
    }
    flush(&touched, &open, &openSums, store)
  }

  private mutating func slot(of group: Int) -> Int {
    if slotOfGroup[group] >= 0 { return Int(slotOfGroup[group]) }
    slotOfGroup[group] = Int32(slotCount)
    slotCount += 1
    sums += [Double](repeating: 0, count: variables * width)
    lost += [Double](repeating: 0, count: variables * width)
    sizes.append(0)
    squares.append(CompensatedSum())
    isCensus.append(true)
    return slotCount - 1
  }

  private mutating func flush(
    _ touched: inout [Int],
    _ open: inout [Cell],
    _ openSums: inout [Double],
    _ store: ReplicateStore
  ) {
    for slot in touched {
      let cell = open[slot]
      let pattern = Int(cell.pattern)
      sizes[slot] += cell.size
      squares[slot].add(cell.square)
      isCensus[slot] = isCensus[slot] && !store.isComplete.isEmpty && store.isComplete[pattern]
      cells.slots.append(Int32(slot))
      cells.patterns.append(cell.pattern)
      cells.squares.append(cell.factorSquare)
      for index in 0..<variables {
        let part = openSums[slot * variables + index]
        guard part != 0 else { continue }
        let entries = store.values.span.extracting(pattern * width..<(pattern + 1) * width)
        let first = (slot * variables + index) * width
        Self.add(part, times: entries, to: &sums, &lost, at: first)
      }
      open[slot].pattern = -1
    }
    touched.removeAll(keepingCapacity: true)
  }

  private static func add(
    _ part: Double,
    times entries: Span<Double>,
    to sums: inout [Double],
    _ lost: inout [Double],
    at first: Int
  ) {
    var sum = sums.mutableSpan
    var error = lost.mutableSpan
    for index in 0..<entries.count {
      let (old, term) = (sum[first + index], part * entries[index])
      let next = old + term
      let rounded = next - old
      error[first + index] += (old - (next - rounded)) + (term - rounded)
      sum[first + index] = next
    }
  }
}

extension ReplicateSums {
  /// Whether a group has rows at all.
  private func slot(known group: Int) -> Int? {
    slotOfGroup[group] < 0 ? nil : Int(slotOfGroup[group])
  }

  /// Sums of a variable, 0 for the weights: by the full weights first, then by replicate.
  ///
  /// Nil for a group in which no row has a weight above 0.
  func sums(of variable: Int, in group: Int) -> [Double]? {
    guard let slot = slot(known: group), sizes[slot] > 0 else { return nil }
    let first = (slot * variables + variable) * width
    return (first..<first + width).map { sums[$0] + lost[$0] }
  }

  /// Sums by the full weights, of the first column.
  func moments(of group: Int) -> DomainMoments? {
    guard let slot = slot(known: group), let weight = sums(of: 0, in: group)?[0],
      weight > 0
    else { return nil }
    let product = variables > 1 ? sums(of: 1, in: group)?[0] ?? 0 : 0
    return DomainMoments(
      sampleSize: sizes[slot],
      weight: weight,
      product: product,
      square: squares[slot].value
    )
  }

  /// Whether all rows of a group are in strata that were sampled completely.
  func isCensus(_ group: Int) -> Bool { slot(known: group).map { isCensus[$0] } ?? false }

  /// The degrees of freedom of the rows that were added up, for each group.
  func degreesOfFreedom(in design: ReplicateDesign) -> [Int] {
    let slots = cellsOfSlots()
    return slotOfGroup.map { slot in
      slot < 0 ? 0 : degreesOfFreedom(of: slots[Int(slot)], design)
    }
  }

  /// The degrees of freedom of the rows of several groups taken together.
  func degreesOfFreedom(ofAll groups: [Int], in design: ReplicateDesign) -> Int {
    let slots = cellsOfSlots()
    return degreesOfFreedom(
      of: groups.compactMap { slot(known: $0) }.flatMap { slots[$0] },
      design
    )
  }

  private func cellsOfSlots() -> [ArraySlice<Int32>] {
    let order = stableOrder(of: cells.slots, count: slotCount)
    var result: [ArraySlice<Int32>] = []
    var start = 0
    for slot in 0..<slotCount {
      var end = start
      while end < order.count, cells.slots[Int(order[end])] == Int32(slot) { end += 1 }
      result.append(order[start..<end])
      start = end
    }
    return result
  }

  /// Rank minus 1, as R survey's `degf` of the subset; not above what the caller gave.
  private func degreesOfFreedom(
    of positions: some Collection<Int32>,
    _ design: ReplicateDesign
  ) -> Int {
    // Patterns of rows without weight alone are no part of the matrix.
    if positions.count == design.store.patternCount, Self.areDistinct(positions, cells.patterns),
      positions.allSatisfy({ cells.squares[Int($0)] > 0 })
    {
      return design.degreesOfFreedom
    }
    let rank = ReplicateRank.rank(
      patterns: positions.map { cells.patterns[Int($0)] },
      lengths: positions.map { cells.squares[Int($0)].squareRoot() },
      design.store
    )
    return min(max(0, rank - 1), design.givenDegreesOfFreedom ?? .max)
  }

  private static func areDistinct(
    _ positions: some Collection<Int32>,
    _ patterns: [Int32]
  ) -> Bool {
    var seen = [Bool](repeating: false, count: positions.count)
    for position in positions {
      let pattern = Int(patterns[Int(position)])
      guard !seen[pattern] else { return false }
      seen[pattern] = true
    }
    return true
  }
}
