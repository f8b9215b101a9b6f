/// Why a test, a model or a scale cannot be computed.
///
/// Rows, groups, columns and items count from 0.
public enum InferenceError: Error, Hashable, Sendable {
  /// No row is left for the analysis.
  case noRows
  /// Fewer than two groups have rows.
  case tooFewGroups(Int)
  /// A group or wave that takes part has no rows.
  case emptyGroup(Int)
  /// More groups or cells than can be compared.
  case tooLarge(Int, most: Int)
  /// A table has fewer than two rows or two columns with answers.
  case tableTooSmall(rows: Int, columns: Int)
  /// Primary units minus strata (and minus what the model takes) leave nothing.
  case noDegreesOfFreedom(Int)
  /// The standard error is zero or undefined, so that there is nothing to test with.
  case noVariance
  /// The covariance matrix of the tested figures has no inverse.
  case singularCovariance
  /// These columns are a linear combination of the columns before them.
  case dependentColumns([Int])
  /// Some combination of the columns tells the two answers apart without error, so that
  /// the coefficients have no finite value.
  case separated
  /// The iteration did not settle.
  case notConverged(iterations: Int)
  /// A value is infinite.
  case notFinite(row: Int)
  /// A weight is below 0, as linear calibration can make it, where that has no meaning.
  case negativeWeight(row: Int)
  /// Expected shares must be positive numbers, one per category.
  case invalidShares
  /// A confidence level is not between 0 and 1.
  case invalidLevel(Double)
  /// Numbers that must be as many as others are not, or a position does not exist.
  case unequalCounts(Int, expected: Int)
  /// The waves have no two different times, or a time is not a number.
  case invalidTimes
  /// A scale has fewer than two items.
  case tooFewItems(Int)
  /// All answers to an item, or all sums over the items, are the same.
  case constantItem(Int?)
}
