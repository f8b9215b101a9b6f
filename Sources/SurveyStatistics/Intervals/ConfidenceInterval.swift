/// The ends of a two-sided confidence interval.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  /// The confidence level, such as 0.95.
  public let level: Double

  /// Makes an interval from its ends.
  public init(lower: Double, upper: Double, level: Double) {
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  /// Upper minus lower end.
  public var width: Double { upper - lower }
}
