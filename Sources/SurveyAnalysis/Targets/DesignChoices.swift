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
    let estimator: IndicatorEstimator
  }

  let study: StudyDesign
  let all: [Choice]

  init(_ study: StudyDesign, data: Dataset) {
    self.study = study
    let own = study.design
    let weights = Set(own.weights.filter { $0 > 0 })
    var all: [Choice] = []
    for usesWeights in weights.count > 1 ? [true, false] : [true] {
      for rule in Self.rules(own) {
        if usesWeights, rule == own.lonelyPSU {
          let estimator = IndicatorEstimator(data: data, design: own)
          all.append(Choice(usesWeights: true, lonelyPSU: rule, estimator: estimator))
          continue
        }
        let other = try? StudyDesign(
          study.declaration,
          of: data,
          lonelyPSU: rule,
          usesWeights: usesWeights
        )
        guard let other else { continue }
        let estimator = IndicatorEstimator(data: data, design: other.design)
        all.append(Choice(usesWeights: usesWeights, lonelyPSU: rule, estimator: estimator))
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
