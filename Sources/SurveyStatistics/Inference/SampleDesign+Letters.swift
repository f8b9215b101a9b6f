extension SampleDesign {
  /// Compares any statistic of all pairs of groups, such as an index, and gives letters.
  ///
  /// - Parameters:
  ///   - statistics: Statistics by group, made with this design.
  ///   - alpha: The chance of any false difference that is accepted.
  /// - Returns: The letters, with all comparisons.
  /// - Throws: What ``significanceLetters(of:by:alpha:adjustment:)`` throws, and
  ///   ``InferenceError/tooFewGroups(_:)`` for statistics that are not by group.
  public func significanceLetters(
    of statistics: LinearisedStatistics,
    alpha: Double = 0.05
  ) throws -> SignificanceLetters {
    guard statistics.groups != nil else { throw InferenceError.tooFewGroups(1) }
    return try significanceLetters(of: try self.statistics(of: statistics), alpha: alpha)
  }

  /// The covariance matrix of several statistics of the whole sample, such as the elements of an
  /// index.
  ///
  /// - Parameter statistics: Statistics without groups, made with this design.
  /// - Returns: A row and a column per statistic.
  /// - Throws: ``SampleDesignError/unequalColumns(_:rows:expected:)`` for statistics of another
  ///   design, and ``SampleDesignError/lonelyPSU(stratum:stage:row:)``.
  public func covariances(
    of statistics: [LinearisedStatistics]
  ) throws(SampleDesignError) -> [[Double]] {
    var analysed = [Bool](repeating: false, count: rows)
    for statistic in statistics {
      try check(statistic.influence, nil)
      for row in 0..<rows where weights[row] != 0 && !statistic.influence[row].isNaN {
        analysed[row] = true
      }
    }
    return try covariance(columns: statistics.count, analysed: analysed) { column in
      statistics[column].influence.enumerated().map { $1 * weights[$0] }
    }.matrix
  }
}
