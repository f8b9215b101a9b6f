package import SurveyStatistics

/// Why a request cannot be answered.
///
/// Rows count from 1, as a reader of the table counts them.
package enum EstimateRequestError: Error, Hashable, Sendable {
  case unknownColumn(String, suggestion: String?)
  /// Several columns have the name.
  case ambiguousColumn(String)
  case notANumber(column: String, row: Int, text: String)
  /// A number with which sums and squares cannot be computed.
  case outOfScale(column: String, row: Int, Double)
  case missingDesignCell(column: String, row: Int)
  /// All weights are 0.
  case noWeight(column: String)
  case noRows
  case nothingAsked
  case tooManyGroups(columns: [String], count: Int)
  /// An error of the statistics that has no place in the table.
  case statistics(SampleDesignError)
  /// An error of the statistics in a column, with the text of the stratum or cluster it names.
  case design(SampleDesignError, column: String, unit: String?)
  case replicates(ReplicateDesignError, column: String?)
  case weighting(WeightingError, AdjustmentNames)
  /// Two margins with different totals.
  case marginsDiffer(column: String, total: Double, other: String, otherTotal: Double)
  case noReplicates(pattern: String, count: Int)
  case notInMargin(column: String, value: String, row: Int)
  case notInSample(column: String, value: String)
  case replicatesAndDesign
}

/// What the margins, groups and columns of an adjustment are called.
package struct AdjustmentNames: Hashable, Sendable {
  /// The column and the groups of each margin.
  package let margins: [Margin]
  /// The columns of values.
  package let columns: [String]
  /// The column of the replicate weights that were being adjusted.
  package var replicate: String?

  /// One margin.
  package struct Margin: Hashable, Sendable {
    let column: String
    let groups: [String]
  }

  func name(_ column: CalibrationColumn, _ language: StatisticsLanguage) -> String {
    switch column {
    case .cell(let cell, let margin):
      guard margins.indices.contains(margin), margins[margin].groups.indices.contains(cell) else {
        return column.name(language)
      }
      let (name, group) = (margins[margin].column, margins[margin].groups[cell])
      return switch language {
      case .vietnamese: "nhóm '\(group)' của cột '\(name)'"
      case .english: "group '\(group)' of column '\(name)'"
      }
    case .column(let index):
      guard columns.indices.contains(index) else { return column.name(language) }
      return switch language {
      case .vietnamese: "cột '\(columns[index])'"
      case .english: "column '\(columns[index])'"
      }
    }
  }
}
