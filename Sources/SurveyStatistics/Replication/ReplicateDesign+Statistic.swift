/// Any statistic with its replicates.
public struct ReplicatedStatistic: Hashable, Sendable {
  /// The results with the full weights.
  public let values: [Double]
  /// The results with each replicate.
  public let replicates: [[Double]]
  /// The covariance matrix of the results.
  public let covariances: [[Double]]

  /// The variance of each result.
  public var variances: [Double] { covariances.indices.map { covariances[$0][$0] } }

  /// The square root of each variance.
  public var standardErrors: [Double] { variances.map { $0.squareRoot() } }
}

extension ReplicateDesign {
  /// Replicates any statistic of the weights.
  ///
  /// ```swift
  /// let result = try design.variance { weights in [gini(income, weights)] }
  /// ```
  ///
  /// The statistic is called with the full weights and then with those of each replicate,
  /// row by row, and returns as many numbers each time. Numbers that are not finite are
  /// treated as ``undefinedReplicates`` says.
  ///
  /// - Throws: what the statistic throws; ``ReplicateDesignError/unequalResults(_:expected:replicate:)``
  ///   when the number of results changes.
  public func variance(
    of statistic: ([Double]) throws -> [Double]
  ) throws -> ReplicatedStatistic {
    let full = try statistic(weights)
    var replicates: [[Double]] = []
    for replicate in rscales.indices {
      let results = try statistic(replicateWeights(of: replicate) ?? [])
      guard results.count == full.count else {
        throw ReplicateDesignError.unequalResults(
          results.count,
          expected: full.count,
          replicate: replicate
        )
      }
      replicates.append(results)
    }
    let columns = full.indices.map { index in (full[index], replicates.map { $0[index] }) }
    return ReplicatedStatistic(
      values: full,
      replicates: replicates,
      covariances: columns.map { first in columns.map { covariance(first, $0) } }
    )
  }
}
