/// What weight adjustments did to the variance: a chain of projections, linear in z.
///
/// An adjustment to known totals of columns X takes from any influence values z (weights
/// included) what the columns explain (Deville and Särndal 1992, section 2):
///
///     u = Σ m x z        B = S⁻¹ u        z ← z - c x'B
///
/// with a multiplier m and a spread c per row. For calibration from w₀ to w₁ = g w₀ with
/// variance σ² these are m = 1/(g σ²), c = w₁ and S = Σ w₀ x x'/σ². The adjustment made last
/// is projected first: the result is then the derivative of the adjusted estimator with
/// respect to the first weights.
///
/// As u is linear in z, nobody needs z row by row. For the mean of y in a domain it is
///
///     u = [Σ m w x y - ȳ Σ m w x] / Σ w        over the rows of the domain
///
/// so that one pass over the rows serves all domains. Iterate like this:
///
/// ```swift
/// for block in calibration.blocks {
///   for row in rows {
///     let factor = block.multiplier[row] * weights[row]
///     block.columns.forEach(in: row) { column, x in
///       u[block.firstColumn + column] += factor * x * y[row]
///     }
///   }
/// }
/// let b = calibration.adjustment(sums: u)
/// // For each unit j: total[j] -= Σ over calibration.unitSums.row(j) of value * b[column]
/// ```
struct Calibration: Sendable {
  /// Columns with one multiplier and one spread.
  struct Block: Sendable {
    let columns: AuxiliaryColumns
    /// Where its columns begin among all.
    let firstColumn: Int
    /// m of each row.
    let multiplier: [Double]
    /// c of each row.
    let spread: [Double]
    /// m c of each row, where that is known without rounding.
    let product: [Double]?

    var range: Range<Int> { firstColumn..<(firstColumn + columns.count) }
  }

  /// One projection on the columns of a block.
  private struct Projection: Sendable {
    let block: Int
    let solver: ColumnSolver
    /// Blocks that are projected on afterwards.
    var later: [Int] = []
  }

  private(set) var blocks: [Block] = []
  /// A = Σ c x over the rows of each unit of the last stage.
  private(set) var unitSums: ColumnUnitSums
  private var projections: [Projection] = []
  /// Σ m x (c x*) for x of one block and x* of another, where it is needed.
  private var cross: [Int: [Double]] = [:]

  /// The number of columns of all blocks.
  var columnCount: Int { blocks.last?.range.upperBound ?? 0 }

  /// What one block adds to the chain.
  struct Addition {
    let columns: AuxiliaryColumns
    let multiplier: [Double]
    let spread: [Double]
    /// The a in S = Σ a x x'.
    let metric: [Double]
    /// Whether a = m c.
    var isProjection = false
  }

  /// Puts projections in front of those of `earlier` adjustments.
  ///
  /// The additions are projected in their order, all of them `cycles` times.
  init(
    _ earlier: Calibration?,
    adding additions: [Addition],
    cycles: Int = 1,
    unitOfRow: [Int32],
    unitCount: Int
  ) {
    blocks = earlier?.blocks ?? []
    cross = earlier?.cross ?? [:]
    var new: [Projection] = []
    for addition in additions {
      let first = blocks.last?.range.upperBound ?? 0
      new.append(
        Projection(
          block: blocks.count,
          solver: ColumnSolver(addition.columns, addition.metric)
        )
      )
      blocks.append(
        Block(
          columns: addition.columns,
          firstColumn: first,
          multiplier: addition.multiplier,
          spread: addition.spread,
          product: addition.isProjection ? addition.metric : nil
        )
      )
    }
    let repeated = (0..<max(1, cycles)).flatMap { _ in new }
    projections = repeated + (earlier?.projections ?? [])
    unitSums = ColumnUnitSums(blocks, unitOfRow: unitOfRow, unitCount: unitCount)
    prepareCross()
  }

  private mutating func prepareCross() {
    var seen = [Bool](repeating: false, count: blocks.count)
    for index in projections.indices.reversed() {
      projections[index].later = seen.indices.filter { seen[$0] }
      seen[projections[index].block] = true
    }
    for projection in projections {
      let second = blocks[projection.block]
      for later in projection.later where cross[key(later, projection.block)] == nil {
        let first = blocks[later]
        let factors = zip(first.multiplier, second.spread).map { $0 * $1 }
        cross[key(later, projection.block)] =
          first.columns.crossProducts(factors, with: second.columns)
      }
    }
  }

  private func key(_ first: Int, _ second: Int) -> Int { first << 32 | second }

  /// B of all columns for u of all columns: afterwards z has lost Σ c x'B.
  ///
  /// - Complexity: O(columns²) at worst, for each projection of the chain.
  func adjustment(sums u: [Double]) -> [Double] {
    var remaining = u
    var adjustment = [Double](repeating: 0, count: columnCount)
    for projection in projections {
      let range = blocks[projection.block].range
      let b = projection.solver.solve(remaining[range])
      guard b.contains(where: { $0 != 0 }) else { continue }
      for (offset, value) in b.enumerated() { adjustment[range.lowerBound + offset] += value }
      for later in projection.later {
        guard let matrix = cross[key(later, projection.block)] else { continue }
        for (i, target) in blocks[later].range.enumerated() {
          var sum = CompensatedSum()
          for (j, value) in b.enumerated() { sum.add(matrix[i * b.count + j] * value) }
          remaining[target] -= sum.value
        }
      }
    }
    return adjustment
  }
}
