extension SampleDesign {
  /// Tests the mean of `values` against a given value.
  ///
  ///     t = (m - m₀) / SE(m)        df = primary units - strata
  ///
  /// R's `svyttest` takes one degree of freedom less, for which there is no reason.
  ///
  /// - Throws: ``InferenceError/noRows``, what ``TTest`` throws, and ``SampleDesignError``.
  public func tTest(
    of values: [Double],
    against nullValue: Double,
    in domain: [Bool]? = nil,
    alternative: Alternative = .twoSided,
    level: Double = 0.95
  ) throws -> TTest {
    try requireFinite(values)
    guard let mean = try mean(of: values, in: domain) else { throw InferenceError.noRows }
    return try TTest(
      value: mean.value,
      standardError: mean.standardError,
      degreesOfFreedom: mean.degreesOfFreedom,
      against: nullValue,
      alternative: alternative,
      level: level,
      sampleSize: mean.sampleSize
    )
  }

  /// Tests whether two measurements of the same people differ, first minus second.
  ///
  /// The one-sample test of the differences; people with one measurement only are outside.
  public func pairedTTest(
    of first: [Double],
    and second: [Double],
    against nullValue: Double = 0,
    in domain: [Bool]? = nil,
    alternative: Alternative = .twoSided,
    level: Double = 0.95
  ) throws -> TTest {
    try check(first, nil)
    try check(second, nil)
    return try tTest(
      of: zip(first, second).map { $0 - $1 },
      against: nullValue,
      in: domain,
      alternative: alternative,
      level: level
    )
  }

  /// Tests the difference of the means of two groups, first minus second.
  ///
  /// The weighted regression of the values on the group, with the covariance of groups that
  /// share primary units; df = primary units - strata - 1, as R's `svyttest`.
  ///
  /// - Throws: ``InferenceError/emptyGroup(_:)``, what ``TTest`` throws, and
  ///   ``SampleDesignError``.
  public func tTest(
    of values: [Double],
    by groups: Grouping,
    between first: Int,
    and second: Int,
    against nullValue: Double = 0,
    alternative: Alternative = .twoSided,
    level: Double = 0.95
  ) throws -> TTest {
    try requireFinite(values)
    let means = try means(of: values, by: groups)
    guard first != second else { throw InferenceError.tooFewGroups(1) }
    for group in [first, second] {
      guard means.indices.contains(group), means[group] != nil else {
        throw InferenceError.emptyGroup(group)
      }
    }
    guard
      let difference = try difference(of: values, by: groups, between: first, and: second)
    else { throw InferenceError.noRows }
    return try TTest(
      value: difference.value,
      standardError: difference.standardError,
      degreesOfFreedom: difference.degreesOfFreedom - 1,
      against: nullValue,
      alternative: alternative,
      level: level,
      sampleSize: difference.sampleSize
    )
  }

  /// Infinite values would make every figure NaN without saying where they were.
  func requireFinite(_ values: [Double]) throws(InferenceError) {
    if let row = values.firstIndex(where: \.isInfinite) { throw .notFinite(row: row) }
  }
}
