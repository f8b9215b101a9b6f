extension ReplicateDesign {
  /// Estimates the mean of `values` in each group.
  ///
  ///     m = Σ w y / Σ w        m_r = Σ w_r y / Σ w_r
  ///
  /// summed over the rows of the group with a value; NaN is a missing one. One pass over the
  /// rows serves all groups and replicates.
  ///
  /// Degrees of freedom are one less than the rank of the replicate weights of the analysed
  /// rows (R survey's `degf` of the subset), and not above those given to the design. Design
  /// effects are those of ``SampleDesign/means(of:by:)``. Sample sizes count rows with a full
  /// weight above 0.
  ///
  /// - Returns: an estimate per group, nil for an empty group; one element when there are
  ///   no groups. The standard error is NaN as ``UndefinedReplicates/notANumber`` says.
  /// - Throws: ``SampleDesignError/unequalColumns(_:rows:expected:)`` for a wrong length.
  /// - Complexity: O(rows + cells · R + rank), where a cell is a pair of pattern and group.
  public func means(
    of values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    let sums = try sums(of: [values], by: groups, centres: [SampleDesign.centre(of: values)])
    let degrees = sums.degreesOfFreedom(in: self)
    return degrees.indices.map { group in
      guard let moments = sums.moments(of: group), let thetas = means(of: 1, in: group, from: sums)
      else { return nil }
      return estimate(
        thetas,
        moments: moments,
        simpleRandomVariance: moments.elementVariance.map { $0 / Double(moments.sampleSize) },
        degreesOfFreedom: degrees[group],
        isCensus: sums.isCensus(group)
      )
    }
  }

  /// Estimates the mean of `values` in a domain, or overall; nil when nobody is in it.
  ///
  /// See ``means(of:by:)``.
  public func mean(
    of values: [Double],
    in domain: [Bool]? = nil
  ) throws(SampleDesignError) -> Estimate? {
    try means(of: values, by: domain.map { Grouping(domain: $0) }).first.flatMap { $0 }
  }

  /// Estimates the share of ones in each group, where `values` are 0, 1 or NaN (missing).
  ///
  /// A proportion is the mean of an indicator; see ``means(of:by:)``. Its limits come from
  /// ``ProportionInterval``.
  ///
  /// - Throws: also ``SampleDesignError/notZeroOrOne(_:row:)``.
  public func proportions(
    of values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    if let row = values.firstIndex(where: { $0 != 0 && $0 != 1 && !$0.isNaN }) {
      throw .notZeroOrOne(values[row], row: row)
    }
    return try means(of: values, by: groups)
  }

  /// Estimates the share of ones in a domain, or overall; nil when nobody is in it.
  ///
  /// See ``proportions(of:by:)``.
  public func proportion(
    of values: [Double],
    in domain: [Bool]? = nil
  ) throws(SampleDesignError) -> Estimate? {
    try proportions(of: values, by: domain.map { Grouping(domain: $0) }).first.flatMap { $0 }
  }

  /// Estimates the total of `values` in each group.
  ///
  ///     T = Σ w y        T_r = Σ w_r y
  ///
  /// Everything else is as in ``means(of:by:)``.
  public func totals(
    of values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    let sums = try sums(of: [values], by: groups, centres: [0])
    let degrees = sums.degreesOfFreedom(in: self)
    return degrees.indices.map { group in
      guard let moments = sums.moments(of: group), let thetas = sums.sums(of: 1, in: group)
      else { return nil }
      return estimate(
        thetas,
        moments: moments,
        simpleRandomVariance: moments.simpleRandomVarianceOfTotal,
        degreesOfFreedom: degrees[group],
        isCensus: sums.isCensus(group)
      )
    }
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
}
