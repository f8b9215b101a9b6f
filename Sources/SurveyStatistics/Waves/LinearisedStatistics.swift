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

  /// Estimates a weighted sum of statistics of several groups, such as ratios or indices.
  ///
  ///     θ = Σ_g c_g θ_g        z = c_g z_g for a row of group g
  ///
  /// As ``contrast(of:by:coefficients:)`` does for means: what groups have in common is counted.
  ///
  /// - Parameters:
  ///   - statistics: Statistics made with this design.
  ///   - coefficients: A coefficient per group; groups with 0 do not take part.
  /// - Returns: nil when a group with a coefficient has no analysed row.
  /// - Throws: ``SampleDesignError/unequalCoefficients(_:expected:)``,
  ///   ``SampleDesignError/unequalColumns(_:rows:expected:)`` for statistics of another design,
  ///   and ``SampleDesignError/lonelyPSU(stratum:stage:row:)``.
  public func contrast(
    of statistics: LinearisedStatistics,
    coefficients: [Double]
  ) throws(SampleDesignError) -> Estimate? {
    guard coefficients.count == statistics.count else {
      throw .unequalCoefficients(coefficients.count, expected: statistics.count)
    }
    try check(statistics.influence, nil)
    var value = CompensatedSum()
    for (theta, coefficient) in zip(statistics.values, coefficients) where coefficient != 0 {
      guard let theta else { return nil }
      value.add(coefficient * theta)
    }
    var influence = [Double](repeating: .nan, count: rows)
    for row in 0..<rows {
      let group = statistics.group(of: row)
      guard group >= 0, coefficients[group] != 0 else { continue }
      influence[row] = coefficients[group] * statistics.influence[row]
    }
    let theta: Double? = value.value
    return try linearised(values: [theta], influence: influence, by: nil).first.flatMap { $0 }
  }
}
