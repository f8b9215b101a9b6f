/// Why weights cannot be adjusted.
///
/// Rows, margins, cells and columns count from 0.
public enum WeightingError: Error, Hashable, Sendable {
  /// A column or breakdown has another number of rows than the design.
  case unequalRows(Int, expected: Int)
  /// The number of totals differs from that of cells or columns.
  case unequalTotals(Int, expected: Int)
  /// No margin and no column to adjust to.
  case noColumns
  /// More columns than can be solved together.
  case tooManyColumns(Int, limit: Int)
  /// A total is not a number, or negative for a cell.
  case invalidTotal(Double, CalibrationColumn)
  /// A row with a weight is in no cell of a margin.
  case rowWithoutCell(row: Int, margin: Int)
  /// The population has members of a cell, the sample has none.
  case cellWithoutSample(CalibrationColumn, total: Double)
  /// The sample has members of a cell of which the population has none.
  case cellWithoutPopulation(CalibrationColumn)
  /// Two margins have different totals.
  case marginsDiffer(Double, margin: Int, otherTotal: Double, otherMargin: Int)
  /// A value of a column is not a finite number.
  case invalidValue(Double, CalibrationColumn, row: Int)
  /// A variance is not a positive number.
  case invalidVariance(Double, row: Int)
  /// A column is 0 everywhere or a combination of the columns before it.
  case singularColumn(CalibrationColumn)
  /// Bounds that do not lie around 1, or limits of weights of which the lower is above the upper.
  case invalidBounds(lower: Double, upper: Double)
  /// No weights within the bounds reach the total of a column.
  case unreachableTotal(Double, CalibrationColumn, least: Double, most: Double)
  /// Linear calibration gives a weight below 0, or gave one earlier.
  case negativeWeight(Double, row: Int)
  /// The totals were not reached; the column is the one furthest away.
  case didNotConverge(iterations: Int, CalibrationColumn, misfit: Double)
  /// Weights are to be equal within units of a stage that the design does not have.
  case noSuchStage(Int, stages: Int)
  /// A tolerance or number of iterations is not positive.
  case invalidTolerance(Double)
  /// The limits leave no weight that could take what was cut off.
  case cannotTrim(lower: Double, upper: Double)
  /// Nobody of a cell responded.
  case cellWithoutRespondents(CalibrationColumn)
}

/// A column whose total is known: one cell of a margin, or a column of values.
public enum CalibrationColumn: Hashable, Sendable {
  /// A cell of a margin.
  case cell(Int, margin: Int)
  /// A column of values.
  case column(Int)
}
