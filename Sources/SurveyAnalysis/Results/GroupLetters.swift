import SurveyModel
import SurveyStatistics

/// Letters that say which groups of one question differ, over the groups that are published.
///
/// Groups that are kept back take no part: their letters would tell of them; nor do groups in which
/// all agree, whose sampling error is not known. All pairs of groups are
/// compared with the covariance of the design, adjusted after Holm (``SignificanceLetters``).
struct GroupLetters {
  let design: SampleDesign
  let gate: PublicationGate
  /// The chance of any false difference among the groups of a question.
  static let alpha = 0.05
  /// More groups than this would need letters that nobody can read.
  static let mostGroups = 26

  /// The letters of the groups of `breakdown`; none when fewer than two are published.
  func letters(
    of breakdown: DomainEstimates.Breakdown,
    by variable: GroupVariable,
    isProportion: Bool,
    keptBack: Set<Int> = [],
    statistics: (Grouping) throws(SampleDesignError) -> LinearisedStatistics?
  ) -> [String] {
    let decisions = gate.decisions(
      for: breakdown.groups.map(\.estimate),
      isProportion: isProportion,
      keptBack: keptBack
    )
    // The error of a group in which all agree is 0, which is no certainty.
    let shown = zip(decisions, breakdown.groups).map { decision, group in
      decision.suppression == nil && group.estimate?.lacksSpread == false
    }
    guard (2...Self.mostGroups).contains(shown.count(where: { $0 })) else { return [] }
    let codes = variable.codes.map { $0 >= 0 && shown[$0] ? $0 : -1 }
    guard let grouping = try? Grouping(codes: codes, count: variable.levels.count),
      let found = try? statistics(grouping),
      let letters = try? design.significanceLetters(of: found, alpha: Self.alpha)
    else { return [] }
    return letters.letters
  }
}

extension IndicatorEstimator {
  /// Gives letters to the groups of `result` that are published.
  ///
  /// Ratios and options have none.
  func addLetters(
    to result: inout IndicatorResult,
    by variables: [GroupVariable],
    gate: PublicationGate,
    _ groups: GroupSuppression
  ) {
    if case .ratio = result.indicator.kind { return }
    let indicator = result.indicator
    let letters = GroupLetters(design: design, gate: gate)
    let scores: IndexScores? =
      if case .index(let index) = indicator.kind, !variables.isEmpty {
        IndexScores(index, in: data)
      } else { nil }
    for (place, breakdown) in result.estimates.breakdowns.enumerated() {
      result.estimates.breakdowns[place].letters = letters.letters(
        of: breakdown,
        by: variables[place],
        isProportion: result.unit == .share,
        keptBack: groups.keptBack(
          breakdown.question.id,
          in: indicator.id,
          among: breakdown.groups.map(\.level)
        )
      ) { grouping throws(SampleDesignError) in
        try linearised(indicator, by: grouping, scores: scores)
      }
    }
  }
}
