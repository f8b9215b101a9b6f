package import SurveyModel
package import SurveyStatistics

/// One quantity, overall and in the groups of some questions.
package struct DomainEstimates: Sendable {
  /// The groups of one question.
  package struct Breakdown: Sendable {
    /// The question.
    package let question: Question
    /// The groups with their estimates; `nil` where a group has no valid answer.
    package let groups: [(level: GroupVariable.Level, estimate: Estimate?)]
    /// For each group the letters that it shares with groups it does not differ from; empty where
    /// there are none.
    package var letters: [String] = []
  }

  /// The overall figure; `nil` when nobody has a valid answer.
  package let overall: Estimate?
  /// One breakdown for each question.
  package internal(set) var breakdowns: [Breakdown]

  /// Estimates by `compute`, which gets no grouping for the overall figure.
  init(
    by variables: [GroupVariable],
    compute: (Grouping?) throws(SampleDesignError) -> [Estimate?]
  ) throws(SampleDesignError) {
    overall = try compute(nil).first.flatMap { $0 }
    var breakdowns: [Breakdown] = []
    for variable in variables {
      guard variable.levels.count <= Grouping.maximumCount else {
        throw .tooManyGroups(variable.levels.count)
      }
      let estimates = try compute(variable.grouping)
      breakdowns.append(
        Breakdown(question: variable.question, groups: Array(zip(variable.levels, estimates)))
      )
    }
    self.breakdowns = breakdowns
  }
}
