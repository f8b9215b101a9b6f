/// Why a sample cannot be planned or drawn.
///
/// Rows and groups count from 0.
public enum PlanningError: Error, Hashable, Sendable {
  /// A share, level, chance or margin is not above 0 and below 1.
  case notAShare(PlanningQuantity, Double)
  /// A quantity must be a number above 0.
  case notPositive(PlanningQuantity, Double)
  /// A response rate is not above 0 and at most 1.
  case invalidResponseRate(Double)
  /// The two rates that are to be told apart are the same.
  case sameRates(Double)
  /// The upper threshold of a lot quality plan is not above the lower one.
  case thresholdsReversed(lower: Double, upper: Double)
  /// More than `limit` interviews would be needed.
  case tooMany(limit: Int)
  /// Nobody is to be drawn, or fewer than none.
  case invalidSampleSize(Int)
  /// The frame has no units.
  case emptyFrame
  /// Columns of the frame differ in their number of rows.
  case unequalColumns(Int, Int)
  /// More units are to be drawn than there are.
  case sampleExceedsFrame(sample: Int, units: Int)
  /// More units are to be drawn from a stratum than it has; strata count from 0.
  case sampleExceedsStratum(Int, sample: Int, units: Int)
  /// A size is missing, not finite, negative or 0: the unit could never be drawn.
  case invalidSize(Double, row: Int)
  /// Sampford's procedure would need a table larger than memory allows.
  case tooLargeForSampford(units: Int, sample: Int)
  /// A quantity of a group is not a number of at least 0.
  case invalidGroupValue(PlanningQuantity, Double, group: Int)
  /// A group's least number is above its largest.
  case floorAboveCap(group: Int, floor: Int, cap: Int)
  /// The least numbers of all groups add up to more than the sample.
  case floorsExceedSample(floors: Int, sample: Int)
  /// The groups cannot take the whole sample.
  case notEnoughRoom(room: Int, sample: Int)
}

/// What a planner enters.
public enum PlanningQuantity: String, Hashable, Sendable, CaseIterable {
  /// The half width of an interval.
  case margin
  /// A rate that is expected or compared.
  case rate
  /// A target.
  case target
  /// The confidence level.
  case level
  /// The chance of a wrong claim.
  case error
  /// The chance of the right verdict.
  case power
  /// The number of people.
  case population
  /// The design effect.
  case designEffect
  /// The number of interviews in a cluster.
  case clusterSize
  /// The intraclass correlation.
  case intraclassCorrelation
  /// The number of respondents so far.
  case respondents
  /// The standard deviation within a group.
  case deviation
  /// The cost of an interview.
  case cost
}
