extension ReplicateDesign {
  /// Estimates a weighted sum of the means of several groups.
  ///
  ///     θ = Σ_g c_g m_g        θ_r = Σ_g c_g m_gr
  ///
  /// Each replicate has all groups in it, so that their covariance is counted. Groups with
  /// coefficient 0 do not take part. There is no design effect.
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
    let sums = try sums(of: [values], by: groups, centres: [SampleDesign.centre(of: values)])
    var thetas = [CompensatedSum](repeating: CompensatedSum(), count: store.width)
    var taking: [Int] = []
    var (size, weight) = (0, CompensatedSum())
    for (group, coefficient) in coefficients.enumerated() where coefficient != 0 {
      guard let moments = sums.moments(of: group),
        let means = means(of: 1, in: group, from: sums)
      else { return nil }
      for (index, mean) in means.enumerated() { thetas[index].add(coefficient * mean) }
      taking.append(group)
      size += moments.sampleSize
      weight.add(moments.weight)
    }
    return estimate(
      thetas.map(\.value),
      moments: DomainMoments(sampleSize: size, weight: weight.value, product: 0, square: 0),
      simpleRandomVariance: nil,
      degreesOfFreedom: sums.degreesOfFreedom(ofAll: taking, in: self),
      isCensus: !taking.isEmpty && taking.allSatisfy { sums.isCensus($0) }
    )
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
  /// Rows and columns of empty groups are NaN.
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
    let sums = try sums(of: [values], by: groups, centres: [SampleDesign.centre(of: values)])
    return matrix(among.map { means(of: 1, in: $0, from: sums) })
  }

  /// The covariance matrix of the means of several columns in a domain, or overall.
  ///
  /// The rows are those with a value in every column, as with R survey's
  /// `svymean(na.rm = TRUE)`. With the indicators of the cells of a table this is the
  /// covariance matrix of the cell proportions, which a Rao-Scott test needs. Everything is
  /// NaN when there are no rows.
  public func covariances(
    of columns: [[Double]],
    in domain: [Bool]? = nil
  ) throws(SampleDesignError) -> [[Double]] {
    let sums = try sums(
      of: columns,
      by: domain.map { Grouping(domain: $0) },
      centres: columns.map { SampleDesign.centre(of: $0) }
    )
    return matrix(columns.indices.map { means(of: $0 + 1, in: 0, from: sums) })
  }

  /// The covariance matrix of the totals of several columns in a domain, or overall.
  ///
  /// Rows are those of ``covariances(of:in:)``.
  public func covariancesOfTotals(
    of columns: [[Double]],
    in domain: [Bool]? = nil
  ) throws(SampleDesignError) -> [[Double]] {
    let sums = try sums(
      of: columns,
      by: domain.map { Grouping(domain: $0) },
      centres: columns.map { _ in 0 }
    )
    return matrix(columns.indices.map { sums.sums(of: $0 + 1, in: 0) })
  }

  private func matrix(_ thetas: [[Double]?]) -> [[Double]] {
    let empty = [Double](repeating: .nan, count: thetas.count)
    var matrix = [[Double]](repeating: empty, count: thetas.count)
    let known = thetas.map { theta in theta.map { ($0[0], Array($0.dropFirst())) } }
    for (i, first) in known.enumerated() {
      for (j, second) in known.enumerated().prefix(i + 1) {
        guard let first, let second else { continue }
        matrix[i][j] = covariance(first, second)
        matrix[j][i] = matrix[i][j]
      }
    }
    return matrix
  }

  /// Estimates a weighted sum of means, such as an index over several items.
  ///
  ///     θ = Σ_k c_k m_k        θ_r = Σ_k c_k m_kr
  ///
  /// Each item has its mean over its own valid answers. The analysed rows are those with an
  /// answer to any of the items. There is no design effect.
  ///
  /// - Returns: an estimate per group, nil when an item has no answers there.
  /// - Throws: ``SampleDesignError/unequalCoefficients(_:expected:)`` when there are not as
  ///   many coefficients as columns, and what ``means(of:by:)`` throws.
  public func linearCombination(
    of columns: [[Double]],
    coefficients: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    guard columns.count == coefficients.count else {
      throw .unequalCoefficients(coefficients.count, expected: columns.count)
    }
    let count = groups?.count ?? 1
    let zeros = [CompensatedSum](repeating: CompensatedSum(), count: store.width)
    var thetas = [[CompensatedSum]?](repeating: columns.isEmpty ? nil : zeros, count: count)
    for (column, coefficient) in zip(columns, coefficients) {
      let sums = try sums(of: [column], by: groups, centres: [SampleDesign.centre(of: column)])
      for group in thetas.indices {
        guard var theta = thetas[group], let means = means(of: 1, in: group, from: sums) else {
          thetas[group] = nil
          continue
        }
        for (index, mean) in means.enumerated() { theta[index].add(coefficient * mean) }
        thetas[group] = theta
      }
    }
    let answered = (0..<rows).map { row in columns.contains { !$0[row].isNaN } ? 1 : Double.nan }
    let sums = try sums(of: [answered], by: groups, centres: [0])
    let degrees = sums.degreesOfFreedom(in: self)
    return thetas.enumerated().map { group, theta in
      guard let theta, let moments = sums.moments(of: group) else { return nil }
      return estimate(
        theta.map(\.value),
        moments: moments,
        simpleRandomVariance: nil,
        degreesOfFreedom: degrees[group],
        isCensus: sums.isCensus(group)
      )
    }
  }
}
