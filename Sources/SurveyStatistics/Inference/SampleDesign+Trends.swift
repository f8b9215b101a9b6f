extension SampleDesign {
  /// Tests whether means rise or fall over ordered waves.
  ///
  /// The slope of the straight line through the wave means, each wave counting the same:
  ///
  ///     slope = Σ_g c_g m_g        c_g = (x_g - x̄) / Σ (x - x̄)²
  ///
  /// Waves that share primary units are not independent; their covariance is counted. The
  /// degrees of freedom are those of a regression on the time, primary units - strata - 1,
  /// so that the trend over two waves is the t test between them. For shares see also
  /// ``logisticTrend(of:by:times:)``.
  ///
  /// - Parameters:
  ///   - values: The answers, or 0 and 1 for the trend of a share.
  ///   - waves: The wave of each row.
  ///   - times: The time of each wave, by default 0, 1, 2 and so on; the slope is per unit.
  ///   - alternative: Which slopes count.
  ///   - level: The confidence level of the interval.
  /// - Returns: The test of the slope.
  /// - Throws: ``InferenceError/invalidTimes``, ``InferenceError/emptyGroup(_:)``, what
  ///   ``TTest`` throws, and ``SampleDesignError``.
  public func trend(
    of values: [Double],
    by waves: Grouping,
    times: [Double]? = nil,
    alternative: Alternative = .twoSided,
    level: Double = 0.95
  ) throws -> TTest {
    try requireFinite(values)
    let times = try Self.times(times, waves: waves.count)
    let means = try means(of: values, by: waves)
    if let empty = means.firstIndex(where: { $0 == nil }) {
      throw InferenceError.emptyGroup(empty)
    }
    let middle = CompensatedSum.of(times) / Double(times.count)
    let spread = CompensatedSum.of(times.map { ($0 - middle) * ($0 - middle) })
    guard spread > 0, spread.isFinite else { throw InferenceError.invalidTimes }
    let coefficients = times.map { ($0 - middle) / spread }
    guard
      let slope = try contrast(of: values, by: waves, coefficients: coefficients)
    else { throw InferenceError.noRows }
    return try TTest(
      value: slope.value,
      standardError: slope.standardError,
      degreesOfFreedom: slope.degreesOfFreedom - 1,
      alternative: alternative,
      level: level,
      sampleSize: slope.sampleSize
    )
  }

  /// The logistic regression of a share on the time of the wave.
  ///
  /// The second coefficient is the change of the log-odds per unit of time, its exponential
  /// the factor by which the odds change. Empty waves do no harm.
  ///
  /// - Throws: ``InferenceError/invalidTimes``, and what
  ///   ``logisticRegression(of:on:intercept:in:)`` throws.
  public func logisticTrend(
    of values: [Double],
    by waves: Grouping,
    times: [Double]? = nil
  ) throws -> Regression {
    let times = try Self.times(times, waves: waves.count)
    try check(values, waves)
    let time = waves.codes.map { $0 < 0 ? Double.nan : times[$0] }
    return try logisticRegression(of: values, on: [Predictor(name: "time", values: time)])
  }

  private static func times(
    _ times: [Double]?,
    waves: Int
  ) throws(InferenceError) -> [Double] {
    let times = times ?? (0..<waves).map { Double($0) }
    guard times.count == waves else { throw .unequalCounts(times.count, expected: waves) }
    guard times.allSatisfy(\.isFinite), Set(times).count > 1 else { throw .invalidTimes }
    return times
  }
}
