/// A table of two variables, with what tests of independence need to know.
///
/// Made by ``SampleDesign/crossTable(of:and:in:)``, or from figures that another program or
/// replicate weights gave.
public struct CrossTable: Hashable, Sendable {
  /// The groups that the rows of the table stand for; groups without answers are left out.
  public let rows: [Int]
  /// The groups that the columns of the table stand for.
  public let columns: [Int]
  /// The estimated totals of the cells, row by row.
  public let totals: [Double]
  /// The covariance matrix of the cell totals.
  public let covarianceOfTotals: [[Double]]
  /// The covariance matrix of the cell proportions.
  public let covariance: [[Double]]
  /// The number of answers in each cell, row by row; empty when unknown.
  public let counts: [Int]
  /// The number of analysed rows, which is the scale of the Pearson statistic.
  public let sampleSize: Int
  /// Primary units minus strata, or those of replicate weights.
  public let degreesOfFreedom: Int

  /// Makes a table from estimated cells, row by row, without empty rows and columns.
  ///
  /// - Throws: ``InferenceError/tableTooSmall(rows:columns:)``,
  ///   ``InferenceError/unequalCounts(_:expected:)`` for cells or matrices of another size,
  ///   ``InferenceError/noRows`` when the totals do not add up to a positive number.
  public init(
    rows: [Int],
    columns: [Int],
    totals: [Double],
    covarianceOfTotals: [[Double]],
    covarianceOfProportions: [[Double]],
    counts: [Int] = [],
    sampleSize: Int,
    degreesOfFreedom: Int
  ) throws(InferenceError) {
    guard rows.count > 1, columns.count > 1 else {
      throw .tableTooSmall(rows: rows.count, columns: columns.count)
    }
    let cells = rows.count * columns.count
    for size in [totals.count, covarianceOfTotals.count, covarianceOfProportions.count] {
      guard size == cells else { throw .unequalCounts(size, expected: cells) }
    }
    for row in covarianceOfTotals + covarianceOfProportions {
      guard row.count == cells else { throw .unequalCounts(row.count, expected: cells) }
    }
    let sum = CompensatedSum.of(totals)
    guard sampleSize > 0, sum > 0, sum.isFinite, totals.allSatisfy({ $0 >= 0 }) else {
      throw .noRows
    }
    self.rows = rows
    self.columns = columns
    self.totals = totals
    self.covarianceOfTotals = covarianceOfTotals
    covariance = covarianceOfProportions
    self.counts = counts
    self.sampleSize = sampleSize
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The most cells that a table can have.
  public static let mostCells = 1000

  /// The estimated share of each cell in all, row by row.
  public var proportions: [Double] {
    let sum = CompensatedSum.of(totals)
    return totals.map { $0 / sum }
  }

  /// The sums of the cells of each row and of each column.
  func margins(of cells: [Double]) -> (rows: [Double], columns: [Double]) {
    let width = columns.count
    return (
      rows.indices.map { r in
        CompensatedSum.of(columns.indices.lazy.map { cells[r * width + $0] })
      },
      columns.indices.map { c in
        CompensatedSum.of(rows.indices.lazy.map { cells[$0 * width + c] })
      }
    )
  }
}

extension SampleDesign {
  /// Estimates the table of two variables, with the covariance of its cells.
  ///
  /// The analysed rows have both variables. Groups without any of them are left out, as R
  /// does; cells without answers stay, with proportion 0.
  ///
  /// - Throws: ``InferenceError/tableTooSmall(rows:columns:)`` when fewer than two rows or
  ///   columns have answers, ``InferenceError/tooLarge(_:most:)`` above
  ///   ``CrossTable/mostCells``, ``InferenceError/noRows``, and ``SampleDesignError``.
  /// - Complexity: O(rows × cells + units × cells²).
  public func crossTable(
    of first: Grouping,
    and second: Grouping,
    in domain: [Bool]? = nil
  ) throws -> CrossTable {
    for groups in [first, second] where groups.codes.count != rows {
      throw SampleDesignError.unequalColumns(.groups, rows: groups.codes.count, expected: rows)
    }
    let both = zip(first.codes, second.codes).map { $0 >= 0 && $1 >= 0 }
    let inside = domain.map { zip(both, $0).map { $0 && $1 } }
    if let domain, domain.count != rows {
      throw SampleDesignError.unequalColumns(.groups, rows: domain.count, expected: rows)
    }
    let analysed = (0..<rows).filter { weights[$0] != 0 && (inside ?? both)[$0] }
    guard !analysed.isEmpty else { throw InferenceError.noRows }
    let upper = Set(analysed.map { first.codes[$0] }).sorted()
    let left = Set(analysed.map { second.codes[$0] }).sorted()
    guard upper.count > 1, left.count > 1 else {
      throw InferenceError.tableTooSmall(rows: upper.count, columns: left.count)
    }
    let (cells, overflow) = upper.count.multipliedReportingOverflow(by: left.count)
    guard !overflow, cells <= CrossTable.mostCells else {
      throw InferenceError.tooLarge(overflow ? .max : cells, most: CrossTable.mostCells)
    }
    let rowOf = Dictionary(uniqueKeysWithValues: upper.enumerated().map { ($1, $0) })
    let columnOf = Dictionary(uniqueKeysWithValues: left.enumerated().map { ($1, $0) })
    var cellOf = [Int](repeating: -1, count: rows)
    var counts = [Int](repeating: 0, count: cells)
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: cells)
    for row in analysed {
      guard let r = rowOf[first.codes[row]], let c = columnOf[second.codes[row]] else { continue }
      let cell = r * left.count + c
      cellOf[row] = cell
      counts[cell] += 1
      sums[cell].add(weights[row])
    }
    let inTable = mask(analysed)
    let totals = sums.map(\.value)
    let sum = CompensatedSum.of(totals)
    let negative = analysed.first { weights[$0] < 0 && cellOf[$0] >= 0 && totals[cellOf[$0]] < 0 }
    if let row = negative { throw InferenceError.negativeWeight(row: row) }
    let ofTotals = try covariance(columns: cells, analysed: inTable) { cell in
      zip(cellOf, weights).map { $0 == cell ? $1 : 0 }
    }
    let ofShares = try covariance(columns: cells, analysed: inTable) { cell in
      let share = totals[cell] / sum
      return zip(cellOf, weights).map { ($0 == cell ? 1 - share : -share) * $1 / sum }
    }
    return try CrossTable(
      rows: upper,
      columns: left,
      totals: totals,
      covarianceOfTotals: ofTotals.matrix,
      covarianceOfProportions: ofShares.matrix,
      counts: counts,
      sampleSize: analysed.count,
      degreesOfFreedom: ofTotals.degreesOfFreedom
    )
  }
}
