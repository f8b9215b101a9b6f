import SurveyModel
import SurveyStatistics

/// The designs that may be defended for one dataset, the study's own first.
///
/// Weights are a choice where they differ: without them the interviews speak for themselves. What a
/// stratum with a single cluster contributes is one where there is such a stratum.
struct DesignChoices: Sendable {
  struct Choice: Sendable {
    let usesWeights: Bool
    let lonelyPSU: LonelyPSU
    /// Whether it is the design of the study.
    let isOwn: Bool
    let estimator: IndicatorEstimator
  }

  let study: StudyDesign
  let all: [Choice]

  init(_ study: StudyDesign, _ estimator: IndicatorEstimator) {
    self.study = study
    let own = study.design
    let data = estimator.data
    let first = own.weights.first { $0 > 0 }
    let hasWeights = own.weights.contains { $0 > 0 && $0 != first }
    var all: [Choice] = []
    for usesWeights in hasWeights ? [true, false] : [true] {
      for rule in Self.rules(own) {
        if usesWeights, rule == own.lonelyPSU {
          all.append(
            Choice(usesWeights: true, lonelyPSU: rule, isOwn: true, estimator: estimator)
          )
          continue
        }
        let other = try? StudyDesign(
          study.declaration,
          of: data,
          lonelyPSU: rule,
          usesWeights: usesWeights
        )
        guard let other else { continue }
        all.append(
          Choice(
            usesWeights: usesWeights,
            lonelyPSU: rule,
            isOwn: false,
            estimator: estimator.under(other.design)
          )
        )
      }
    }
    self.all = all
  }

  /// The study's rule for single clusters, and the others where there are any.
  private static func rules(_ design: SampleDesign) -> [LonelyPSU] {
    let own = design.lonelyPSU
    guard own != .fail, design.rows > 1, design.hasLonelyStrata else { return [own] }
    // The unit that was certain contributes nothing, as one that is removed.
    let others: [LonelyPSU] = [.remove, .adjust, .average].filter {
      $0 != (own == .certainty ? .remove : own)
    }
    return [own] + others
  }
}
