import RealModule

extension SampleSize {
  /// The interval whose half width is the margin.
  public enum MarginRule: String, Hashable, Sendable, CaseIterable {
    /// z √(pq/n), the usual formula.
    case wald
    /// Half the width of Wilson's interval, which is what is published for rates near 0 or 1.
    case wilson
  }

  /// The size at which an interval at `level` reaches `margin` to either side of `rate`.
  ///
  ///     Wald    n₀ = z² pq / e²                       (Cochran 1977, 4.4)
  ///     Wilson  e² n² + z²(2e² - pq) n + z⁴(e² - ¼) = 0  (the positive root; Piegorsch 2004)
  ///
  /// `rate` is what the survey is expected to find; one half is the most cautious guess.
  public static func forMargin(
    _ margin: Double,
    rate: Double = 0.5,
    level: Double = 0.95,
    rule: MarginRule = .wald,
    conditions: SurveyConditions = SurveyConditions()
  ) throws(PlanningError) -> SampleSize {
    guard margin > 0, margin < 1 else { throw .notAShare(.margin, margin) }
    guard rate > 0, rate < 1 else { throw .notAShare(.rate, rate) }
    guard level > 0, level < 1 else { throw .notAShare(.level, level) }
    let z = -NormalDistribution.quantile((1 - level) / 2)
    let (square, spread) = (margin * margin, rate * (1 - rate))
    let simple: Double
    switch rule {
    case .wald: simple = z * z * spread / square
    case .wilson:
      let linear = z * z * (2 * square - spread)
      let constant = z * z * z * z * (square - 0.25)
      let root = max(0, linear * linear - 4 * square * constant).squareRoot()
      simple = max(0, (root - linear) / (2 * square))
    }
    return try SampleSize(simple: simple, conditions: conditions)
  }

  /// The margin that a number of interviews leaves, the other way round.
  ///
  /// By the usual formula with Cochran's correction; 0 when everybody is asked.
  public static func margin(
    of interviews: Int,
    rate: Double = 0.5,
    level: Double = 0.95,
    conditions: SurveyConditions = SurveyConditions()
  ) throws(PlanningError) -> Double {
    try conditions.check()
    guard interviews > 0 else { throw .invalidSampleSize(interviews) }
    guard rate > 0, rate < 1 else { throw .notAShare(.rate, rate) }
    guard level > 0, level < 1 else { throw .notAShare(.level, level) }
    let n = Double(interviews)
    var correction = 1.0
    if let population = conditions.population {
      guard n <= population else {
        throw .sampleExceedsFrame(sample: interviews, units: Int(min(population, 1e15)))
      }
      correction = population > 1 ? (population - n) / (population - 1) : 0
    }
    let z = -NormalDistribution.quantile((1 - level) / 2)
    return z * (conditions.designEffect * rate * (1 - rate) / n * correction).squareRoot()
  }
}
