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
    /// What comparisons of the groups need.
    let statistics: DomainStatistics
  }

  /// The overall figure; `nil` when nobody has a valid answer.
  package let overall: Estimate?
  /// One breakdown for each question.
  package internal(set) var breakdowns: [Breakdown]
  /// The overall figure as one group; `nil` when nothing was estimated.
  let whole: DomainStatistics?

  /// No figure at all.
  static let nothing = DomainEstimates()

  private init() {
    overall = nil
    breakdowns = []
    whole = nil
  }

  /// Estimates by `compute`, which gets no grouping for the overall figure.
  ///
  /// What `known` holds already is not estimated again.
  init(
    by variables: [GroupVariable],
    known: DomainEstimates? = nil,
    compute: (Grouping?) throws(SampleDesignError) -> DomainStatistics
  ) throws(SampleDesignError) {
    let whole = if let known = known?.whole { known } else { try compute(nil) }
    var breakdowns: [Breakdown] = []
    for variable in variables {
      if var breakdown = known?.breakdowns.first(where: { $0.question.id == variable.question.id })
      {
        breakdown.letters = []
        breakdowns.append(breakdown)
        continue
      }
      guard variable.levels.count <= Grouping.maximumCount else {
        throw .tooManyGroups(variable.levels.count)
      }
      let statistics = try compute(variable.grouping)
      breakdowns.append(
        Breakdown(
          question: variable.question,
          groups: Array(zip(variable.levels, statistics.estimates)),
          statistics: statistics
        )
      )
    }
    self.whole = whole
    overall = whole.estimates.first.flatMap { $0 }
    self.breakdowns = breakdowns
  }
}
