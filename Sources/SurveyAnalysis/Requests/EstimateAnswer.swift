package import SurveyStatistics

/// The estimates that a request asked for.
package struct EstimateAnswer: Sendable {
  /// What is known of the design.
  package struct Design: Sendable {
    /// Rows of the table.
    package let rows: Int
    /// Primary units and strata with a positive weight; nil for replicate weights.
    package var primaryUnits: Int?
    package var primaryStrata: Int?
    /// Replicates; nil for strata and clusters.
    package var replicates: Int?
    /// Degrees of freedom of the whole design.
    package let degreesOfFreedom: Int
    /// What was done to the weights.
    package var adjustments: [WeightAdjustment] = []
  }

  /// One estimate of one statistic in one domain.
  package struct Line: Sendable {
    /// `mean`, `total`, `proportion`, `ratio` or `quantile`.
    package let statistic: String
    /// The text that was asked for.
    package let variable: String
    /// Column and value of each name of the breakdown; empty for the overall figure.
    package let domain: [(column: String, value: String)]
    /// The estimate; `nil` for an empty domain.
    package let estimate: Estimate?
    /// Intervals in the order in which they were asked for.
    package let intervals: [(rule: ProportionInterval, interval: ConfidenceInterval?)]
  }

  /// The design.
  package let design: Design
  /// What was asked for.
  package let request: EstimateRequest
  /// The estimates: for each statistic the overall figure, then the breakdowns.
  package let lines: [Line]
}
