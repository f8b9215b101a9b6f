extension SampleDesign {
  /// Estimates the variance of `values` in the population of each group.
  ///
  ///     s² = n/(n - 1) · Σ w (y - m)² / Σ w
  ///
  /// with the standard error of a mean of (y - m)²; that m is estimated too adds nothing to
  /// first order (R survey's `svyvar`). In squared units of `values`; rows, groups, missing
  /// values, errors and cost are those of ``means(of:by:)``.
  ///
  /// - Returns: an estimate per group, nil for a group of fewer than two rows.
  public func variances(
    of values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    let means = try means(of: values, by: groups)
    let squares = (0..<rows).map { row -> Double in
      let group = group(of: row, in: groups)
      guard group >= 0, let mean = means[group], mean.sampleSize > 1 else { return .nan }
      let n = Double(mean.sampleSize)
      let distance = values[row] - mean.value
      return distance * distance * (n / (n - 1))
    }
    return try self.means(of: squares, by: groups)
  }

  /// Estimates the variance in a domain, or overall; nil with fewer than two rows.
  ///
  /// See ``variances(of:by:)``.
  public func variance(
    of values: [Double],
    in domain: [Bool]? = nil
  ) throws(SampleDesignError) -> Estimate? {
    try variances(of: values, by: domain.map { Grouping(domain: $0) }).first.flatMap { $0 }
  }
}
