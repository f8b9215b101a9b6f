extension SampleDesign {
  /// Compares any statistic of all pairs of groups, such as an index, and gives letters.
  ///
  /// Each analysed row gets the value whose weighted mean in its group is the statistic and whose
  /// influence on that mean is its influence on the statistic:
  ///
  ///     y_i = θ_g + W_g z_i/w_i        W_g = Σ w over the analysed rows of group g
  ///
  /// so that means of these values have the variances and covariances of the statistics.
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
    guard let groups = statistics.groups else { throw InferenceError.tooFewGroups(1) }
    try check(statistics.influence, groups)
    var sizes = statistics.values.map { _ in CompensatedSum() }
    for (row, group) in groups.codes.enumerated()
    where group >= 0 && !statistics.influence[row].isNaN {
      sizes[group].add(weights[row])
    }
    let totals = sizes.map(\.value)
    let values = groups.codes.enumerated().map { row, group -> Double in
      guard group >= 0, let theta = statistics.values[group] else { return .nan }
      return theta + totals[group] * statistics.influence[row]
    }
    return try significanceLetters(of: values, by: groups, alpha: alpha)
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
