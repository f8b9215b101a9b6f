/// Statistics of the groups of one sample with the influence of each row on them.
///
/// What ``WaveSeries`` compares between samples: means, shares, totals, ratios and indices all
/// come in this form, by ``SampleDesign/linearisedMeans(of:by:)`` and the methods beside it.
public struct LinearisedStatistics: Hashable, Sendable {
  /// The statistic of each group; nil for a group without analysed rows.
  public let values: [Double?]
  /// The influence of each row on the statistic of its group, over the weight; NaN when the
  /// row is not analysed.
  let influence: [Double]
  /// The group of each row; nil when all rows are in one group.
  let groups: Grouping?

  /// The number of groups.
  public var count: Int { values.count }

  /// The group of a row, or -1.
  func group(of row: Int) -> Int { groups.map { $0.codes[row] } ?? 0 }
}

extension SampleDesign {
  /// Means with their influence values; see ``means(of:by:)``.
  ///
  ///     z/w = (y - m) / Σ w
  ///
  /// Shares are means of 0 and 1.
  public func linearisedMeans(
    of values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> LinearisedStatistics {
    try linearisedCombination(of: [values], coefficients: [1], by: groups)
  }

  /// Totals with their influence values z/w = y; see ``totals(of:by:)``.
  public func linearisedTotals(
    of values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> LinearisedStatistics {
    let sums = try sums(of: values, by: groups, centre: 0)
    let totals = (0..<(groups?.count ?? 1)).map { group -> Double? in
      let moments = sums.moments(of: group)
      return moments.weight > 0 ? moments.product : nil
    }
    return LinearisedStatistics(values: totals, influence: values, groups: groups)
  }
}
