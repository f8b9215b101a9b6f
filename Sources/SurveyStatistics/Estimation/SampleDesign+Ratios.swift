extension SampleDesign {
  /// Estimates the ratio of the totals of two variables in each group.
  ///
  ///     R = Σ w y / Σ w x        z = w (y - R x) / Σ w x
  ///
  /// Rows with a missing numerator or denominator are outside the domain. Everything else
  /// is as in ``means(of:by:)``; nil also when the denominator's total is 0.
  public func ratios(
    of numerator: [Double],
    to denominator: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    let ratios = try linearisedRatios(of: numerator, to: denominator, by: groups)
    return try linearised(values: ratios.values, influence: ratios.influence, by: groups)
  }

  /// Ratios with their influence values; see ``ratios(of:to:by:)``.
  public func linearisedRatios(
    of numerator: [Double],
    to denominator: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> LinearisedStatistics {
    try check(numerator, groups)
    try check(denominator, groups)
    let bothKnown = zip(numerator, denominator).map { !($0.isNaN || $1.isNaN) }
    let y = zip(numerator, bothKnown).map { $1 ? $0 : .nan }
    let x = zip(denominator, bothKnown).map { $1 ? $0 : .nan }
    let totalsOfY = try sums(of: y, by: groups, centre: 0)
    let totalsOfX = try sums(of: x, by: groups, centre: 0)
    let below = totalsOfX.sampleSizes.indices.map { totalsOfX.moments(of: $0).product }
    let ratios = below.enumerated().map { group, total -> Double? in
      let above = totalsOfY.moments(of: group)
      return above.weight > 0 && total != 0 ? above.product / total : nil
    }
    var influence = [Double](repeating: .nan, count: rows)
    for row in 0..<rows {
      let group = group(of: row, in: groups)
      guard group >= 0, let ratio = ratios[group] else { continue }
      influence[row] = (y[row] - ratio * x[row]) / below[group]
    }
    return LinearisedStatistics(values: ratios, influence: influence, groups: groups)
  }

  /// Estimates a ratio of totals in a domain, or overall.
  ///
  /// See ``ratios(of:to:by:)``.
  public func ratio(
    of numerator: [Double],
    to denominator: [Double],
    in domain: [Bool]? = nil
  ) throws(SampleDesignError) -> Estimate? {
    let groups = domain.map { Grouping(domain: $0) }
    return try ratios(of: numerator, to: denominator, by: groups).first.flatMap { $0 }
  }
}
