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
    return try statistics(values: values, influence: sums).estimates
  }

  /// The group of a row: 0 for everybody when there is no breakdown, -1 for none.
  func group(of row: Int, in groups: Grouping?) -> Int {
    groups.map { $0.codes[row] } ?? 0
  }
}
