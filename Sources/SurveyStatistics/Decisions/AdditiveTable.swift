/// Counts of people that add up: cells, margins and totals.
public struct AdditiveTable: Hashable, Sendable {
  /// One cell that is the sum of others.
  public struct Relation: Hashable, Sendable {
    /// The position of the sum.
    public let total: Int
    /// The positions of what it sums.
    public let parts: [Int]

    /// States that the cell `total` is the sum of the cells `parts`.
    public init(total: Int, parts: [Int]) {
      self.total = total
      self.parts = parts
    }
  }

  /// The counts.
  public let counts: [Int]
  /// How they add up.
  public let relations: [Relation]

  /// Nil when a count is negative or above 10⁹, a position does not exist, or a sum is wrong.
  public init?(counts: [Int], relations: [Relation]) {
    guard counts.allSatisfy({ (0...1_000_000_000).contains($0) }) else { return nil }
    for relation in relations {
      guard relation.parts.count < 1 << 20, counts.indices.contains(relation.total),
        relation.parts.allSatisfy(counts.indices.contains),
        relation.parts.reduce(0, { $0 + counts[$1] }) == counts[relation.total]
      else { return nil }
    }
    self.counts = counts
    self.relations = relations
  }

  /// The groups of one question, followed by their total.
  public init?(groups: [Int]) {
    guard groups.count < 1 << 20, groups.allSatisfy({ (0...1_000_000_000).contains($0) }) else {
      return nil
    }
    self.init(
      counts: groups + [groups.reduce(0, +)],
      relations: [Relation(total: groups.count, parts: Array(groups.indices))]
    )
  }

  /// A table with both margins: each row followed by its sum, then the sums of the columns.
  ///
  /// Nil also when the rows have unequal lengths or there are none.
  public init?(rows: [[Int]]) {
    guard let width = rows.first?.count, width > 0, width * rows.count < 1 << 20,
      rows.allSatisfy({ $0.count == width && $0.allSatisfy((0...1_000_000).contains) })
    else { return nil }
    var counts: [Int] = []
    for row in rows { counts += row + [row.reduce(0, +)] }
    let margins = (0...width).map { column in
      rows.indices.reduce(0) { $0 + counts[$1 * (width + 1) + column] }
    }
    let height = rows.count
    let across = (0...height).map { row in
      Relation(
        total: row * (width + 1) + width,
        parts: (0..<width).map { row * (width + 1) + $0 }
      )
    }
    let down = (0...width).map { column in
      Relation(
        total: height * (width + 1) + column,
        parts: (0..<height).map { $0 * (width + 1) + column }
      )
    }
    self.init(counts: counts + margins, relations: across + down)
  }

  /// How often sums were taken to reach a cell: 0 for inner cells, 1 for their sums, and so on.
  var levels: [Int] {
    var levels = [Int](repeating: 0, count: counts.count)
    // Relations come in any order; no sum is deeper than there are relations.
    for _ in relations {
      var isSettled = true
      for relation in relations {
        let level = 1 + (relation.parts.map { levels[$0] }.max() ?? 0)
        if level > levels[relation.total], level <= relations.count {
          levels[relation.total] = level
          isSettled = false
        }
      }
      if isSettled { break }
    }
    return levels
  }
}
