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
    isProportion: Bool,
    keptBack: Set<Int> = []
  ) -> [String] {
    let decisions = gate.decisions(
      for: breakdown.groups.map(\.estimate),
      isProportion: isProportion,
      keptBack: keptBack
    )
    // The error of a group in which all agree is 0, which is no certainty.
    let shown = breakdown.groups.indices.filter { group in
      decisions[group].suppression == nil
        && breakdown.groups[group].estimate?.lacksSpread == false
    }
    guard (2...Self.mostGroups).contains(shown.count) else { return [] }
    let letters = try? design.significanceLetters(
      of: breakdown.statistics,
      among: shown,
      alpha: Self.alpha
    )
    return letters?.letters ?? []
  }
}

extension IndicatorEstimator {
  /// Gives letters to the groups of `result` that are published.
  ///
  /// Ratios and options have none.
  func addLetters(
    to result: inout IndicatorResult,
    gate: PublicationGate,
    _ groups: GroupSuppression
  ) {
    if case .ratio = result.indicator.kind { return }
    let letters = GroupLetters(design: design, gate: gate)
    for (place, breakdown) in result.estimates.breakdowns.enumerated() {
      result.estimates.breakdowns[place].letters = letters.letters(
        of: breakdown,
        isProportion: result.unit == .share,
        keptBack: groups.keptBack(
          breakdown.question.id,
          in: result.indicator.id,
          among: breakdown.groups.map(\.level)
        )
      )
    }
  }
}
