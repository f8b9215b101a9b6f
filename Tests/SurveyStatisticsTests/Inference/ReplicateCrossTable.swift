import SurveyStatistics

/// A cross table whose covariances are those of replicate weights.
enum ReplicateCrossTable {
  /// Crosses cells, `width` of them in a row; `about` centres replicates on the whole sample.
  static func make(
    _ cells: Grouping,
    width: Int,
    weights: [Double],
    replicates: [[Double]],
    _ variance: (scale: Double, about: Bool),
    degreesOfFreedom: Int
  ) throws -> CrossTable {
    let totals = sums(cells, weights)
    let whole = totals.reduce(0, +)
    let parts = replicates.map { sums(cells, $0) }
    let shares = parts.map { part in part.map { $0 / part.reduce(0, +) } }
    let (scale, about) = variance
    return try CrossTable(
      rows: Array(0..<(cells.count / width)),
      columns: Array(0..<width),
      totals: totals,
      covarianceOfTotals: covariance(parts, about ? totals : nil, scale),
      covarianceOfProportions: covariance(shares, about ? totals.map { $0 / whole } : nil, scale),
      sampleSize: cells.codes.count,
      degreesOfFreedom: degreesOfFreedom
    )
  }

  private static func sums(_ cells: Grouping, _ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: cells.count)
    for (cell, weight) in zip(cells.codes, weights) { sums[cell] += weight }
    return sums
  }

  private static func covariance(
    _ parts: [[Double]],
    _ centre: [Double]?,
    _ scale: Double
  ) -> [[Double]] {
    let cells = parts[0].indices
    let middle =
      centre ?? cells.map { cell in parts.reduce(0) { $0 + $1[cell] } / Double(parts.count) }
    return cells.map { i in
      cells.map { j in
        scale * parts.reduce(0) { $0 + ($1[i] - middle[i]) * ($1[j] - middle[j]) }
      }
    }
  }
}
