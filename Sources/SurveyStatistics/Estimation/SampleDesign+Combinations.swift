extension SampleDesign {
  /// Estimates a weighted sum of means, such as an index over several items.
  ///
  /// Each item has its mean over its own valid answers:
  ///
  ///     θ = Σ_k c_k m_k        z = Σ_k c_k w (y_k - m_k) / Σ w_k
  ///
  /// The analysed rows are those with an answer to any of the items; sample size and
  /// degrees of freedom are counted over them. Missing answers are NaN.
  ///
  /// - Returns: an estimate per group, nil when an item has no answers there.
  /// - Throws: ``SampleDesignError/unequalCoefficients(_:expected:)`` when there are not as
  ///   many coefficients as columns, and what ``means(of:by:)`` throws.
  public func linearCombination(
    of columns: [[Double]],
    coefficients: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    let index = try linearisedCombination(of: columns, coefficients: coefficients, by: groups)
    return try linearised(values: index.values, influence: index.influence, by: groups)
  }

  /// Weighted sums of means with their influence values; see
  /// ``linearCombination(of:coefficients:by:)``.
  public func linearisedCombination(
    of columns: [[Double]],
    coefficients: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> LinearisedStatistics {
    guard columns.count == coefficients.count else {
      throw .unequalCoefficients(coefficients.count, expected: columns.count)
    }
    let count = groups?.count ?? 1
    var values = [Double?](repeating: columns.isEmpty ? nil : 0, count: count)
    var influence = [Double](repeating: .nan, count: rows)
    let codes = groups?.codes.compact ?? []
    for (column, coefficient) in zip(columns, coefficients) {
      let centre = column.first { $0.isFinite } ?? 0
      let sums = try sums(of: column, by: groups, centre: centre)
      let moments = (0..<count).map { sums.moments(of: $0) }
      for (group, item) in moments.enumerated() {
        guard item.weight > 0, let value = values[group] else {
          values[group] = nil
          continue
        }
        values[group] = value + coefficient * (centre + item.mean)
      }
      let (means, weights) = (moments.map(\.mean), moments.map(\.weight))
      let (answers, group) = (column.span, codes.span)
      var influences = influence.mutableSpan
      for row in 0..<rows {
        let group = group.isEmpty ? 0 : Int(group[row])
        guard group >= 0, !answers[row].isNaN, weights[group] > 0 else { continue }
        let known = influences[row].isNaN ? 0 : influences[row]
        let distance = answers[row] - centre - means[group]
        influences[row] = known + coefficient * distance / weights[group]
      }
    }
    return LinearisedStatistics(values: values, influence: influence, groups: groups)
  }
}
