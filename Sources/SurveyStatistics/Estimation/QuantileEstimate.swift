/// A quantile with its limits, which need not be symmetric.
public struct QuantileEstimate: Hashable, Sendable {
  /// The quantile, in the unit of the values.
  public let value: Double
  /// Half the width of the interval over t, or the root of the replicates' variance.
  ///
  /// NaN when there is no interval.
  public let standardError: Double
  /// The lower limit; nil without degrees of freedom, or where the values end before it.
  public let lower: Double?
  /// The upper limit; nil without degrees of freedom, or where the values end before it.
  public let upper: Double?
  /// The confidence level of the limits.
  public let level: Double
  /// The degrees of freedom of the group.
  public let degreesOfFreedom: Int
  /// The number of analysed rows.
  public let sampleSize: Int
  /// The sum of the weights of the analysed rows.
  public let weightedSize: Double
}

extension QuantileEstimate {
  /// Both limits, or nil when one is missing.
  public var interval: ConfidenceInterval? {
    guard let lower, let upper else { return nil }
    return ConfidenceInterval(lower: lower, upper: upper, level: level)
  }

  /// Puts limits around a quantile by those of the share of values up to it.
  ///
  /// Woodruff (1952): if the share lies within l and u, the quantile lies between the
  /// quantiles for l and u. The standard error is the width of the interval over 2t.
  init(
    _ value: Double,
    _ share: Estimate,
    _ method: ProportionInterval,
    level: Double,
    quantile: (Double) -> Double
  ) {
    var (lower, upper): (Double?, Double?)
    var error = Double.nan
    if share.isCensus {
      (lower, upper, error) = (value, value, 0)
    } else if let limits = method.interval(for: share, level: level), limits.width > 0 {
      // A share of 1 from a sample, with no width, says nothing about the values beyond.
      lower = limits.lower >= 0 ? quantile(limits.lower) : nil
      upper = limits.upper <= 1 ? quantile(limits.upper) : nil
      let t = share.criticalValue(alpha: (1 - level) / 2) ?? .nan
      if let lower, let upper { error = (upper - lower) / (2 * t) }
    }
    self.init(
      value: value,
      standardError: error,
      lower: lower,
      upper: upper,
      level: level,
      degreesOfFreedom: share.degreesOfFreedom,
      sampleSize: share.sampleSize,
      weightedSize: share.weightedSize
    )
  }

  /// A quantile whose variance was estimated by itself.
  init(_ estimate: Estimate, level: Double) {
    let interval = ProportionInterval.mean.interval(for: estimate, level: level)
    self.init(
      value: estimate.value,
      standardError: estimate.standardError,
      lower: interval?.lower,
      upper: interval?.upper,
      level: level,
      degreesOfFreedom: estimate.degreesOfFreedom,
      sampleSize: estimate.sampleSize,
      weightedSize: estimate.weightedSize
    )
  }
}
