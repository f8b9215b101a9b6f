extension SampleDesign {
  /// Estimates whose influence values are given row by row.
  ///
  /// `influence` is z/w, NaN outside the domain. The design effect compares with a simple
  /// random sample of the same rows, as R survey does for ratios.
  func linearised(
    values: [Double?],
    influence: [Double],
    by groups: Grouping?
  ) throws(SampleDesignError) -> [Estimate?] {
    let sums = try sums(of: influence, by: groups, centre: 0)
    var estimates: [Estimate?] = []
    for (group, value) in values.enumerated() {
      let moments = sums.moments(of: group)
      guard let value, moments.weight > 0 else {
        estimates.append(nil)
        continue
      }
      let variance = try VarianceSum.of(sums.influence(of: group), in: self)
      estimates.append(
        Estimate(
          value: value,
          variance: variance,
          simpleRandomVariance: moments.simpleRandomVarianceOfTotal,
          moments: moments
        )
      )
    }
    return estimates
  }

  /// The group of a row: 0 for everybody when there is no breakdown, -1 for none.
  func group(of row: Int, in groups: Grouping?) -> Int {
    groups.map { $0.codes[row] } ?? 0
  }
}
