import RealModule

/// What stands between the sample of a formula and the sample in the field.
public struct SurveyConditions: Hashable, Sendable {
  /// How many people there are, nil when they are too many to matter.
  public var population: Double?
  /// The variance over that of a simple random sample of the same size.
  public var designEffect: Double
  /// The share of those invited who answer.
  public var responseRate: Double

  /// Names the conditions; the defaults are a simple random sample in which everybody answers.
  public init(population: Double? = nil, designEffect: Double = 1, responseRate: Double = 1) {
    self.population = population
    self.designEffect = designEffect
    self.responseRate = responseRate
  }

  /// The design effect of equal clusters with unequal weights (Kish 1965, 1992).
  ///
  ///     deff = (1 + (m - 1) ρ) (1 + cv²)
  ///
  /// with m interviews a cluster, ρ the intraclass correlation and cv the coefficient of
  /// variation of the weights.
  public static func designEffect(
    clusterSize: Double,
    intraclassCorrelation: Double,
    weightVariation: Double = 0
  ) throws(PlanningError) -> Double {
    guard clusterSize >= 1, clusterSize.isFinite else {
      throw .notPositive(.clusterSize, clusterSize)
    }
    guard intraclassCorrelation >= 0, intraclassCorrelation <= 1 else {
      throw .notAShare(.intraclassCorrelation, intraclassCorrelation)
    }
    guard weightVariation >= 0, weightVariation.isFinite else {
      throw .notPositive(.deviation, weightVariation)
    }
    let clusters = 1 + (clusterSize - 1) * intraclassCorrelation
    return clusters * (1 + weightVariation * weightVariation)
  }

  /// Refuses a population, design effect or response rate that makes no sense.
  public func check() throws(PlanningError) {
    if let population, !(population >= 1 && population.isFinite) {
      throw .notPositive(.population, population)
    }
    guard designEffect > 0, designEffect.isFinite else {
      throw .notPositive(.designEffect, designEffect)
    }
    guard responseRate > 0, responseRate <= 1 else { throw .invalidResponseRate(responseRate) }
  }
}

/// How many interviews a survey needs.
public struct SampleSize: Hashable, Sendable {
  /// The most interviews that are ever answered.
  public static let limit = 1_000_000_000

  /// What a simple random sample from a large population would need, not rounded.
  public let simple: Double
  /// With the design effect and the correction for a small population, not rounded.
  public let exact: Double
  /// How many interviews are needed.
  public let interviews: Int
  /// How many people must be invited so that as many answer.
  public let invitations: Int

  /// Applies the conditions to what a simple random sample would need.
  ///
  /// The design effect comes first; then, with n₀ the sample for a large population and N the
  /// population, n = n₀/(1 + (n₀ - 1)/N) (Cochran 1977, 4.4); non-response comes last. At most
  /// everybody is invited.
  public init(simple: Double, conditions: SurveyConditions) throws(PlanningError) {
    try conditions.check()
    let large = simple * conditions.designEffect
    var exact = large
    if let population = conditions.population { exact = large / (1 + (large - 1) / population) }
    guard exact >= 0, exact / conditions.responseRate < Double(Self.limit) else {
      throw .tooMany(limit: Self.limit)
    }
    self.simple = simple
    self.exact = exact
    interviews = max(1, Self.ceiling(exact))
    let invited = Self.ceiling(Double(interviews) / conditions.responseRate)
    let everybody = conditions.population.map { min($0, Double(Self.limit)) }
    invitations = max(interviews, min(invited, everybody.map { Int($0) } ?? invited))
  }

  /// Rounds up, but not what is a whole number up to rounding errors.
  static func ceiling(_ value: Double) -> Int {
    Int((value - 1e-9 * max(1, value)).rounded(.up))
  }
}
