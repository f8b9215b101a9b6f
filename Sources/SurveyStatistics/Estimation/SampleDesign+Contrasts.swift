extension SampleDesign {
  /// Estimates a weighted sum of the means of several groups.
  ///
  ///     θ = Σ_g c_g m_g        z = c_g w (y - m_g) / Σ w_g   for a row of group g
  ///
  /// Groups that share primary units are not independent; the influence values of all
  /// groups enter one variance, so that their covariance is counted. Groups with
  /// coefficient 0 do not take part.
  ///
  /// - Returns: nil when a group with a coefficient has no analysed row.
  /// - Throws: ``SampleDesignError/unequalCoefficients(_:expected:)`` when there are not as
  ///   many coefficients as groups, and what ``means(of:by:)`` throws.
  public func contrast(
    of values: [Double],
    by groups: Grouping,
    coefficients: [Double]
  ) throws(SampleDesignError) -> Estimate? {
    guard coefficients.count == groups.count else {
      throw .unequalCoefficients(coefficients.count, expected: groups.count)
    }
    let centre = values.first { $0.isFinite } ?? 0
    let sums = try sums(of: values, by: groups, centre: centre)
    let moments = (0..<groups.count).map { sums.moments(of: $0) }
    var value = CompensatedSum()
    for (coefficient, group) in zip(coefficients, moments) where coefficient != 0 {
      guard group.weight > 0 else { return nil }
      value.add(coefficient * (centre + group.mean))
    }
    var influence = [Double](repeating: .nan, count: rows)
    for (row, code) in groups.codes.enumerated() where code >= 0 && coefficients[code] != 0 {
      let distance = values[row] - centre - moments[code].mean
      influence[row] = coefficients[code] * distance / moments[code].weight
    }
    let theta: Double? = value.value
    return try linearised(values: [theta], influence: influence, by: nil).first.flatMap { $0 }
  }

  /// Estimates the difference of the means of two groups, first minus second.
  ///
  /// See ``contrast(of:by:coefficients:)``; nil also when the groups are the same or do
  /// not exist.
  public func difference(
    of values: [Double],
    by groups: Grouping,
    between first: Int,
    and second: Int
  ) throws(SampleDesignError) -> Estimate? {
    let all = 0..<groups.count
    guard first != second, all.contains(first), all.contains(second) else { return nil }
    let coefficients = all.map { $0 == first ? 1.0 : $0 == second ? -1.0 : 0.0 }
    return try contrast(of: values, by: groups, coefficients: coefficients)
  }

  /// The covariance matrix of the means of some groups, in their order.
  ///
  /// Off the diagonal `cov(a, b) = [V(a + b) - V(a - b)] / 4`, each V by the design over
  /// the units of both groups. Rows and columns of empty groups are NaN. The cost grows
  /// with the square of the number of groups asked for.
  ///
  /// - Throws: ``SampleDesignError/invalidGroup(_:row:)`` with the position in `among` for
  ///   a group that does not exist, and what ``means(of:by:)`` throws.
  public func covariances(
    of values: [Double],
    by groups: Grouping,
    among: [Int]
  ) throws(SampleDesignError) -> [[Double]] {
    for (position, group) in among.enumerated() where group < 0 || group >= groups.count {
      throw .invalidGroup(group, row: position)
    }
    let sums = try sums(of: values, by: groups, centre: values.first { $0.isFinite } ?? 0)
    let influences = among.map { group -> UnitInfluence? in
      let moments = sums.moments(of: group)
      guard moments.weight > 0 else { return nil }
      return sums.influence(of: group, mean: moments.mean, size: moments.weight)
    }
    return try covariances(among: influences)
  }

  /// The covariance matrix of statistics; rows and columns of those without influence are NaN.
  func covariances(among influences: [UnitInfluence?]) throws(SampleDesignError) -> [[Double]] {
    let empty = [Double](repeating: .nan, count: influences.count)
    var matrix = [[Double]](repeating: empty, count: influences.count)
    for (i, first) in influences.enumerated() {
      for (j, second) in influences.enumerated().prefix(i + 1) {
        guard let first, let second else { continue }
        if i == j {
          matrix[i][i] = try VarianceSum.of(first, in: self).variance
          continue
        }
        let sum = try VarianceSum.of(first.adding(second, times: 1), in: self)
        let difference = try VarianceSum.of(first.adding(second, times: -1), in: self)
        matrix[i][j] = (sum.variance - difference.variance) / 4
        matrix[j][i] = matrix[i][j]
      }
    }
    return matrix
  }
}
