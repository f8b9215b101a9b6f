/// Which deviations from the null value count.
public enum Alternative: String, Hashable, Sendable, CaseIterable {
  /// Either way.
  case twoSided
  /// The figure is below the null value.
  case less
  /// The figure is above the null value.
  case greater
}

/// A t test of one figure under the design, with the interval that belongs to it.
public struct TTest: Hashable, Sendable {
  /// The tested figure: a mean, a difference or a slope.
  public let value: Double
  /// The standard error of the figure under the design.
  public let standardError: Double
  /// The value that the figure is tested against.
  public let nullValue: Double
  /// Which deviations count.
  public let alternative: Alternative
  /// (value - null value) / standard error.
  public let statistic: Double
  /// The degrees of freedom of the t distribution.
  public let degreesOfFreedom: Int
  /// The probability of a statistic at least as extreme when the null value is true.
  public let pValue: Double
  /// The values that the test would not reject; one end is infinite in a one-sided test.
  public let interval: ConfidenceInterval
  /// The number of analysed rows.
  public let sampleSize: Int

  /// Tests a figure whose standard error is known.
  ///
  /// - Throws: ``InferenceError/noDegreesOfFreedom(_:)``, ``InferenceError/noVariance`` for
  ///   a standard error of 0 or NaN, ``InferenceError/invalidLevel(_:)``. A sample in which
  ///   all agree is not evidence beyond doubt, so no p value of 0 is made of it.
  public init(
    value: Double,
    standardError: Double,
    degreesOfFreedom: Int,
    against nullValue: Double = 0,
    alternative: Alternative = .twoSided,
    level: Double = 0.95,
    sampleSize: Int
  ) throws(InferenceError) {
    guard level > 0, level < 1 else { throw .invalidLevel(level) }
    guard degreesOfFreedom > 0 else { throw .noDegreesOfFreedom(degreesOfFreedom) }
    guard standardError > 0, standardError.isFinite, value.isFinite, nullValue.isFinite
    else { throw .noVariance }
    let distribution = StudentT(degreesOfFreedom: Double(degreesOfFreedom))
    let t = (value - nullValue) / standardError
    self.value = value
    self.standardError = standardError
    self.nullValue = nullValue
    self.alternative = alternative
    self.degreesOfFreedom = degreesOfFreedom
    self.sampleSize = sampleSize
    statistic = t
    switch alternative {
    case .twoSided:
      let half = -distribution.quantile((1 - level) / 2) * standardError
      pValue = 2 * distribution.upperTail(t.magnitude)
      interval = ConfidenceInterval(lower: value - half, upper: value + half, level: level)
    case .less:
      let half = -distribution.quantile(1 - level) * standardError
      pValue = distribution.cumulative(t)
      interval = ConfidenceInterval(lower: -.infinity, upper: value + half, level: level)
    case .greater:
      let half = -distribution.quantile(1 - level) * standardError
      pValue = distribution.upperTail(t)
      interval = ConfidenceInterval(lower: value - half, upper: .infinity, level: level)
    }
  }
}
