/// Finds cells that are hidden together with those that must be.
struct ComplementarySearch {
  private let table: AdditiveTable
  private let primary: Set<Int>
  private let protection: Int
  /// What hiding a cell costs: margins most, then any cell, then its people.
  private let costs: [Double]

  init(_ table: AdditiveTable, primary: Set<Int>, protection: Int) {
    self.table = table
    self.primary = primary
    self.protection = protection
    let largest = Double(table.counts.max() ?? 0) + 1
    costs = zip(table.counts, table.levels).map { count, level in
      1 + Double(count) / largest / Double(table.counts.count) + 1000 * Double(level)
    }
  }

  /// The primary cells with what protects them.
  func hidden(exactUpTo limit: Int) -> Set<Int> {
    if primary.isEmpty || protects(primary) { return primary }
    let candidates = table.counts.indices.filter {
      table.counts[$0] > 0 && !primary.contains($0)
    }
    guard protects(primary.union(candidates)) else { return primary.union(candidates) }
    return candidates.count <= limit ? smallest(candidates) : greedy(candidates)
  }

  /// Whether every hidden cell is wide enough.
  func protects(_ hidden: Set<Int>) -> Bool {
    // The only hidden cell of a sum is what is left of it.
    let isAlone = table.relations.contains { relation in
      let cells = relation.parts + [relation.total]
      return cells.count { hidden.contains($0) } == 1
    }
    if isAlone { return false }
    let audit = SuppressionAudit(table, hidden: hidden)
    return hidden.allSatisfy { cell in
      guard let width = audit.bounds(of: cell)?.width else { return true }
      return width >= (primary.contains(cell) ? protection : 1)
    }
  }

  /// The cheapest of all sets.
  private func smallest(_ candidates: [Int]) -> Set<Int> {
    let subsets = (1..<(1 << candidates.count)).map { bits -> (cost: Double, bits: Int) in
      let cost = candidates.indices.reduce(0.0) { sum, index in
        bits >> index & 1 == 1 ? sum + costs[candidates[index]] : sum
      }
      return (cost, bits)
    }
    for (_, bits) in subsets.sorted(by: { ($0.cost, $0.bits) < ($1.cost, $1.bits) }) {
      let chosen = candidates.indices.filter { bits >> $0 & 1 == 1 }.map { candidates[$0] }
      let hidden = primary.union(chosen)
      if protects(hidden) { return hidden }
    }
    return primary.union(candidates)
  }

  private func greedy(_ candidates: [Int]) -> Set<Int> {
    var hidden = primary
    for cell in primary.sorted(by: { (table.counts[$0], $0) < (table.counts[$1], $1) })
    where lacks(cell, hidden) {
      let down = min(table.counts[cell], protection)
      if down > 0 { hidden.formUnion(change(of: cell, by: -down, hidden, candidates)) }
      if lacks(cell, hidden), down < protection {
        hidden.formUnion(change(of: cell, by: protection - down, hidden, candidates))
      }
      if lacks(cell, hidden) {
        hidden.formUnion(change(of: cell, by: protection, hidden, candidates))
      }
    }
    if !protects(hidden) { hidden = primary.union(candidates) }
    for cell in hidden.subtracting(primary).sorted(by: { (costs[$0], $0) > (costs[$1], $1) })
    where protects(hidden.subtracting([cell])) {
      hidden.remove(cell)
    }
    return hidden
  }

  private func lacks(_ cell: Int, _ hidden: Set<Int>) -> Bool {
    guard let width = SuppressionAudit(table, hidden: hidden).bounds(of: cell)?.width else {
      return false
    }
    return width < protection
  }

  /// The cells of the cheapest change of the table that moves `cell` by `amount`.
  ///
  /// Two variables for each cell, its rise and its fall; a fall is at most the count.
  private func change(
    of cell: Int,
    by amount: Int,
    _ hidden: Set<Int>,
    _ candidates: [Int]
  ) -> Set<Int> {
    let cells = (hidden.union(candidates)).sorted()
    let place = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    let limited = cells.indices.filter { table.counts[cells[$0]] < amount.magnitude }
    let variables = 2 * cells.count + limited.count
    var constraints: [[Double]] = []
    var sums: [Double] = []
    for relation in table.relations {
      var row = [Double](repeating: 0, count: variables)
      for part in relation.parts {
        guard let index = place[part] else { continue }
        row[2 * index] += 1
        row[2 * index + 1] -= 1
      }
      if let index = place[relation.total] {
        row[2 * index] -= 1
        row[2 * index + 1] += 1
      }
      guard row.contains(where: { $0 != 0 }) else { continue }
      constraints.append(row)
      sums.append(0)
    }
    for (number, index) in limited.enumerated() {
      var row = [Double](repeating: 0, count: variables)
      row[2 * index + 1] = 1
      row[2 * cells.count + number] = 1
      constraints.append(row)
      sums.append(Double(table.counts[cells[index]]))
    }
    if let index = place[cell] {
      var row = [Double](repeating: 0, count: variables)
      row[2 * index] = 1
      row[2 * index + 1] = -1
      constraints.append(row)
      sums.append(Double(amount))
    }
    var objective = [Double](repeating: 0, count: variables)
    for (index, candidate) in cells.enumerated() {
      // A little for hidden cells too, so that nothing both rises and falls.
      let cost = hidden.contains(candidate) ? 1e-4 : costs[candidate]
      objective[2 * index] = -cost
      objective[2 * index + 1] = -cost
    }
    let program = LinearProgram(constraints, equal: sums, variables: variables)
    guard let best = program?.maximum(of: objective) else { return [] }
    return Set(
      cells.indices.filter { best.solution[2 * $0] + best.solution[2 * $0 + 1] > 1e-6 }
        .map { cells[$0] }
    )
  }
}
