extension SampleDesign {
  /// Estimates the total of `values` in each group.
  ///
  ///     T = Σ w y        z = w y
  ///
  /// Rows, groups, missing values, errors and cost are those of ``means(of:by:)``. The
  /// weights must add up to the population; with normalised weights a total means nothing.
  public func totals(
    of values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    let sums = try sums(of: values, by: groups, centre: 0)
    var estimates: [Estimate?] = []
    for group in sums.sampleSizes.indices {
      estimates.append(try total(of: group, from: sums))
    }
    return estimates
  }

  /// Estimates the total of `values` in a domain, or overall; nil when nobody is in it.
  ///
  /// See ``totals(of:by:)``.
  public func total(
    of values: [Double],
    in domain: [Bool]? = nil
  ) throws(SampleDesignError) -> Estimate? {
    try totals(of: values, by: domain.map { Grouping(domain: $0) }).first.flatMap { $0 }
  }

  private func total(of group: Int, from sums: DomainSums) throws(SampleDesignError) -> Estimate? {
    let moments = sums.moments(of: group)
    guard moments.weight > 0 else { return nil }
    let variance = try VarianceSum.of(sums.influence(of: group), in: self)
    return Estimate(
      value: moments.product,
      variance: variance,
      simpleRandomVariance: moments.simpleRandomVarianceOfTotal,
      moments: moments
    )
  }
}

extension DomainMoments {
  /// s² W² / n, the variance of a total from a simple random sample with replacement.
  var simpleRandomVarianceOfTotal: Double? {
    elementVariance.map { $0 * weight * weight / Double(sampleSize) }
  }
}
