extension SampleDesign {
  /// Estimates the mean of `values` in each group.
  ///
  /// The Hájek mean, linearised (Wolter 2007, ch. 6):
  ///
  ///     m = Σ w y / Σ w        z = w (y - m) / Σ w
  ///
  /// summed over the analysed rows of the group: those in the group, with a value and a
  /// weight above 0. NaN is a missing value. Rows outside keep their stratum and unit with
  /// z = 0, so that a group is never a filter. The variance of Σz follows the design:
  /// all stages with population sizes, else ultimate clusters.
  ///
  /// - Returns: an estimate per group in the unit of `values`, nil for an empty group; one
  ///   element when there are no groups.
  /// - Throws: ``SampleDesignError/lonelyPSU(stratum:stage:row:)`` when a stratum with
  ///   analysed rows has one sampled unit and the design says ``LonelyPSU/fail``;
  ///   ``SampleDesignError/unequalColumns(_:rows:expected:)`` for a wrong length.
  /// - Complexity: O(rows + groups), with memory for the pairs of unit and group that occur.
  public func means(
    of values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    let sums = try sums(of: values, by: groups, centre: Self.centre(of: values))
    var estimates: [Estimate?] = []
    for group in sums.sampleSizes.indices {
      estimates.append(try mean(of: group, from: sums))
    }
    return estimates
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
  /// A proportion is the mean of an indicator; see ``means(of:by:)``. Shares of exactly 0
  /// and 1 come out exact, with a standard error of exactly 0.
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

  func mean(of group: Int, from sums: DomainSums) throws(SampleDesignError) -> Estimate? {
    let moments = sums.moments(of: group)
    guard moments.weight > 0 else { return nil }
    let influence = sums.influence(of: group, mean: moments.mean, size: moments.weight)
    let variance = try VarianceSum.of(influence, in: self)
    let simple = moments.elementVariance.map { $0 / Double(moments.sampleSize) }
    return Estimate(
      value: sums.centre + moments.mean,
      variance: variance,
      simpleRandomVariance: simple,
      moments: moments
    )
  }

  func sums(
    of values: [Double],
    by groups: Grouping?,
    centre: Double
  ) throws(SampleDesignError) -> DomainSums {
    try check(values, groups)
    return DomainSums(
      values,
      groups?.codes.compact ?? [],
      groups: groups?.count ?? 1,
      centre: centre,
      design: self
    )
  }

  func check(_ values: [Double], _ groups: Grouping?) throws(SampleDesignError) {
    guard values.count == rows else {
      throw .unequalColumns(.values, rows: values.count, expected: rows)
    }
    if let groups, groups.codes.count != rows {
      throw .unequalColumns(.groups, rows: groups.codes.count, expected: rows)
    }
  }

  /// A value near the data, subtracted before anything is squared.
  ///
  /// Zero for indicators, which keeps shares of 0 and 1 exact.
  static func centre(of values: [Double]) -> Double {
    var (least, most, sum, count) = (Double.infinity, -Double.infinity, CompensatedSum(), 0)
    for value in values where value.isFinite {
      least = min(least, value)
      most = max(most, value)
      sum.add(value)
      count += 1
    }
    if count == 0 || (least >= 0 && most <= 1) { return 0 }
    return least == most ? least : sum.value / Double(count)
  }
}

extension Estimate {
  /// Puts together a figure and its variance under the design.
  ///
  /// `simpleRandomVariance` is that of a simple random sample of the same size drawn with
  /// replacement; without replacement it is smaller by the factor (W - n)/W.
  init(
    value: Double,
    variance: DesignVariance,
    simpleRandomVariance: Double?,
    moments: DomainMoments
  ) {
    let size = Double(moments.sampleSize)
    var withReplacement: Double?
    var withoutReplacement: Double?
    if let simple = simpleRandomVariance, simple > 0 {
      let effect = variance.variance / simple
      let unsampled = (moments.weight - size) / moments.weight
      withReplacement = effect
      if unsampled.magnitude < 1e-12 {
        withoutReplacement = effect > 0 ? .infinity : nil
      } else if unsampled > 0 {
        withoutReplacement = effect / unsampled
      }
    }
    self.init(
      value: value,
      standardError: variance.variance.squareRoot(),
      degreesOfFreedom: variance.degreesOfFreedom,
      sampleSize: moments.sampleSize,
      weightedSize: moments.weight,
      designEffect: withoutReplacement,
      designEffectWithReplacement: withReplacement,
      isCensus: variance.isCensus
    )
  }
}
