package import SurveyModel
package import SurveyStatistics

/// Holds estimates against a target: gates first, then one-sided bounds.
///
/// The overall figure is decided at the plan's error. The groups of one question are one family;
/// by directional Holm the chance of any false claim among them is at most that error.
package struct TargetJudge: Sendable {
  private let decision: Target.Decision
  private let gate: PublicationGate
  private let threshold: Double
  private let unit: IndicatorUnit

  /// A judge for a target with this threshold, in the indicator's unit.
  package init(
    decision: Target.Decision,
    suppression: Plan.Suppression,
    threshold: Double,
    unit: IndicatorUnit
  ) {
    self.decision = decision
    self.gate = PublicationGate(suppression)
    self.threshold = threshold
    self.unit = unit
  }

  /// Judges the overall figure.
  package func judge(_ estimate: Estimate?) -> TargetAssessment.Line {
    line(
      level: nil,
      estimate: estimate,
      gated: gate.decision(for: estimate, isProportion: unit == .share),
      error: decision.error,
      familyOutcome: nil
    )
  }

  /// Judges the groups of one question.
  package func judge(
    _ groups: [(level: GroupVariable.Level, estimate: Estimate?)]
  ) -> [TargetAssessment.Line] {
    let estimates = groups.map(\.estimate)
    let gated = gate.decisions(for: estimates, isProportion: unit == .share)
    let family = zip(estimates, gated).map { estimate, gate in
      gate.suppression == nil ? estimate.map { decide($0, error: decision.error) } : nil
    }
    let holm =
      decision.adjustment == .holm ? DirectionalHolm(family, alpha: decision.error) : nil
    let undecided = Self.stoppingError(holm)
    return groups.indices.map { index in
      let decided = holm?.decisions[index]
      let error = decided?.outcome == .undecided ? undecided : decided?.localAlpha
      return line(
        level: groups[index].level,
        estimate: estimates[index],
        gated: gated[index],
        error: error ?? decision.error,
        familyOutcome: decided?.outcome
      )
    }
  }

  /// The error at which Holm's procedure stopped: all groups from there on are undecided at it.
  private static func stoppingError(_ holm: DirectionalHolm?) -> Double? {
    holm?.decisions.compactMap { $0 }.filter { $0.outcome == .undecided }.map(\.localAlpha).min()
  }

  private func line(
    level: GroupVariable.Level?,
    estimate: Estimate?,
    gated: PublicationGate.Decision,
    error: Double,
    familyOutcome: TargetDecision.Outcome?
  ) -> TargetAssessment.Line {
    if let reason = gated.suppression ?? withoutUncertainty(estimate) {
      return TargetAssessment.Line(
        level: level,
        estimate: estimate,
        interval: nil,
        verdict: .suppressed(reason),
        decidingBound: nil,
        error: error,
        cautions: [],
        furtherInterviews: nil
      )
    }
    let cautions: [PublicationGate.Caution] =
      if case .caution(let cautions) = gated { cautions } else { [] }
    let decided = estimate.map { decide($0, error: error) }
    let outcome = familyOutcome ?? decided?.outcome ?? .undecided
    let verdict: Verdict =
      switch outcome {
      case .met: .met
      case .missed: .notMet
      case .undecided: .undecided
      }
    let bound: Double? =
      switch verdict {
      case .met: decided?.lowerBound
      case .notMet: decided?.upperBound
      case .undecided, .suppressed: nil
      }
    return TargetAssessment.Line(
      level: level,
      estimate: estimate,
      interval: estimate.flatMap { interval(for: $0, error: error) },
      verdict: verdict,
      decidingBound: bound,
      error: error,
      cautions: cautions,
      furtherInterviews: verdict == .undecided
        ? estimate?.furtherInterviews(toDecide: threshold, method: method, alpha: error) : nil
    )
  }

  /// A mean of a sample whose values do not vary has no usable error, and so no verdict.
  private func withoutUncertainty(_ estimate: Estimate?) -> SuppressionReason? {
    guard let estimate, unit != .share, estimate.lacksSpread else { return nil }
    return .noInterval
  }

  /// The two-sided interval whose ends are the one-sided bounds at `error`.
  ///
  /// Where groups share the plan's error their intervals are wider than the overall figure's, so
  /// that a threshold lies inside exactly the intervals of the undecided.
  private func interval(for estimate: Estimate, error: Double) -> ConfidenceInterval? {
    method.interval(for: estimate, level: 1 - 2 * error)
  }

  private func decide(_ estimate: Estimate, error: Double) -> TargetDecision {
    estimate.decision(target: threshold, method: method, alpha: error)
  }

  private var method: ProportionInterval {
    guard unit == .share else { return .mean }
    return switch decision.method {
    case .kornGraubard: .beta
    case .wilson: .wilson
    case .logit: .xlogit
    }
  }
}
