/// How the importance of an item is derived from the answers.
public enum ImportanceMeasure: String, Hashable, Sendable, CaseIterable {
  /// The correlation of the item with the overall rating.
  case correlation
  /// The standardised coefficient of the item in a regression of the overall rating on all
  /// items.
  case regression
}

/// Where an item stands among the others (Martilla and James 1977).
public enum ImportanceQuadrant: String, Hashable, Sendable, CaseIterable {
  /// Important and good.
  case keepUp
  /// Important and not good.
  case concentrateHere
  /// Not important and not good.
  case lowPriority
  /// Not important and good.
  case possibleOverkill
}

/// The importance and performance of the items of a survey.
public struct ImportancePerformance: Hashable, Sendable {
  /// One of the two coordinates of an item.
  public struct Coordinate: Hashable, Sendable {
    /// The estimated coordinate.
    public let value: Double
    /// Its standard error under the design.
    public let standardError: Double
    /// Its interval; nil without degrees of freedom.
    public let interval: ConfidenceInterval?
    /// The distance from the mean of this coordinate over all items.
    public let distance: Double
    /// The standard error of that distance, with the covariance of the items.
    public let distanceStandardError: Double
  }

  /// One item.
  public struct Item: Hashable, Sendable {
    /// The mean answer, over all who answered the item.
    public let performance: Coordinate
    /// The derived importance.
    public let importance: Coordinate
    /// The quadrant; coordinates equal to the mean count as above.
    public let quadrant: ImportanceQuadrant
    /// Whether both distances from the means differ from 0 at the level of the intervals.
    public let isClear: Bool
  }

  /// The items, in their order.
  public let items: [Item]
  /// The mean performance of the items, where the quadrants meet.
  public let meanPerformance: Double
  /// The mean importance of the items.
  public let meanImportance: Double
  /// How importance was derived.
  public let measure: ImportanceMeasure
  /// Primary units minus strata, over rows with any item.
  public let degreesOfFreedom: Int
}
