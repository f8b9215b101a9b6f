/// A figure with everything that must be known to publish or judge it.
public struct Estimate: Hashable, Sendable {
  /// The estimated mean, proportion, total, ratio or difference.
  public let value: Double
  /// The square root of the estimated variance over samples.
  ///
  /// NaN when ``LonelyPSU/average`` found no stratum of two units to average over; there
  /// are no intervals and no decisions then.
  public let standardError: Double
  /// Primary units minus strata, both counted over analysed rows.
  public let degreesOfFreedom: Int
  /// The number of analysed rows: in the domain, answered, weight above 0.
  public let sampleSize: Int
  /// The sum of the weights of the analysed rows.
  public let weightedSize: Double
  /// The variance over that of a simple random sample drawn without replacement.
  ///
  /// Infinite when the weights add up to the sample size, nil when they add up to less or
  /// the values do not vary.
  public let designEffect: Double?
  /// The variance over that of a simple random sample drawn with replacement.
  public let designEffectWithReplacement: Double?
  /// Whether all units of the domain were observed, so that nothing is left to chance.
  public let isCensus: Bool

  /// Makes an estimate from figures that are known.
  public init(
    value: Double,
    standardError: Double,
    degreesOfFreedom: Int,
    sampleSize: Int,
    weightedSize: Double,
    designEffect: Double? = nil,
    designEffectWithReplacement: Double? = nil,
    isCensus: Bool = false
  ) {
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.sampleSize = sampleSize
    self.weightedSize = weightedSize
    self.designEffect = designEffect
    self.designEffectWithReplacement = designEffectWithReplacement
    self.isCensus = isCensus
  }
}

extension Estimate {
  /// The estimated variance over samples.
  public var variance: Double { standardError * standardError }

  /// The size of the simple random sample that would be as precise: n / deff.
  ///
  /// By the design effect with replacement; nil when that is not defined.
  public var effectiveSampleSize: Double? {
    guard let effect = designEffectWithReplacement, effect > 0 else { return nil }
    return Double(sampleSize) / effect
  }

  /// The number of independent yes-or-no answers that would be as precise: p(1 - p)/V.
  ///
  /// Not above the number of rows, and that number when the variance is 0, so that a sample
  /// in which all agree is not taken for certainty (NCHS 2017). Meant for proportions.
  public var effectiveProportionSize: Double {
    let size = Double(sampleSize)
    let spread = value * (1 - value)
    guard variance > 0, spread > 0 else { return size }
    return min(size, spread / variance)
  }
}
