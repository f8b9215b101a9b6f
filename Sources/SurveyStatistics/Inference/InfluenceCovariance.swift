/// The design covariance of several sums of influence values.
public struct InfluenceCovariance: Hashable, Sendable {
  /// The variances and covariances, a row and a column per sum.
  ///
  /// NaN when ``LonelyPSU/average`` found no stratum to average over.
  public let matrix: [[Double]]
  /// The primary units with analysed rows.
  public let primaryUnits: Int
  /// The first-stage strata with analysed rows.
  public let primaryStrata: Int
  /// The number of analysed rows.
  public let sampleSize: Int
  /// Whether every stratum that took part was sampled completely, at every stage.
  public let isCensus: Bool

  /// Primary units minus first-stage strata, both counted over analysed rows.
  public var degreesOfFreedom: Int { primaryUnits - primaryStrata }
}
