package import SurveyModel
import SurveyStatistics

extension TargetAssessment {
  /// A promised change since an earlier wave.
  package struct Change: Sendable {
    /// What would decide a change that is undecided.
    package enum Outlook: Hashable, Sendable {
      /// So many further interviews of the later wave, with a chance of 80%, if the change stayed.
      case interviews(Int)
      /// None: the earlier wave, which is over, is too imprecise.
      case earlierWave
    }

    /// The indicator in both waves.
    package let indicator: IndicatorChange
    /// How the earlier wave is called.
    package let since: String
    /// Where it should go.
    package let direction: Target.ChangeDirection
    /// The change held against 0; its figure is the change.
    package let line: Line
    /// What would decide it; `nil` when it is decided, nobody can tell, or units are in both waves.
    package let outlook: Outlook?

    /// Holds a change against its direction at the one-sided error of the plan.
    ///
    /// Surely reached when the bound on that side is beyond 0, surely not when the other bound is on
    /// the wrong side of 0, undecided between.
    init(
      _ indicator: IndicatorChange,
      since: String,
      direction: Target.ChangeDirection,
      decision rule: Target.Decision,
      hasCommonUnits: Bool
    ) {
      self.indicator = indicator
      self.since = since
      self.direction = direction
      let change = indicator.overall
      let suppression: SuppressionReason? =
        change.suppression ?? (change.difference == nil ? .noData : nil)
        ?? (change.decision == nil ? .noInterval : nil)
      guard suppression == nil, let difference = change.difference else {
        line = Line(
          level: nil,
          estimate: nil,
          interval: nil,
          verdict: .suppressed(suppression ?? .noData),
          decidingBound: nil,
          error: rule.error,
          cautions: [],
          decision: nil,
          exact: nil,
          outlook: nil
        )
        outlook = nil
        return
      }
      let decided = difference.decision(
        target: 0,
        direction: direction == .increase ? .atLeast : .atMost,
        method: .mean,
        alpha: rule.error
      )
      let verdict = Self.verdict(decided, change, difference, direction)
      let (low, high) = (decided.lowerBound, decided.upperBound)
      let bound: Double? =
        switch (verdict, direction) {
        case (.met, .increase), (.notMet, .decrease): low
        case (.met, .decrease), (.notMet, .increase): high
        case (.undecided, _), (.suppressed, _): nil
        }
      let interval: ConfidenceInterval? =
        if let low, let high {
          ConfidenceInterval(lower: low, upper: high, level: 1 - 2 * rule.error)
        } else { nil }
      line = Line(
        level: nil,
        estimate: difference,
        interval: interval,
        verdict: verdict,
        decidingBound: bound,
        error: rule.error,
        cautions: change.cautions,
        decision: decided,
        exact: nil,
        outlook: nil
      )
      outlook =
        verdict == .undecided && !hasCommonUnits ? Self.outlook(change, error: rule.error) : nil
    }

    /// In a census a change of 0 is none; in a sample a bound of exactly 0 proves nothing.
    private static func verdict(
      _ decided: TargetDecision,
      _ change: WaveChange,
      _ difference: Estimate,
      _ direction: Target.ChangeDirection
    ) -> Verdict {
      if difference.isCensus {
        let size = direction == .increase ? difference.value : -difference.value
        return size > 0 && !change.isNothing ? .met : .notMet
      }
      guard !change.isNothing else { return .undecided }
      return switch decided.outcome {
      case .met: difference.standardError > 0 ? .met : .undecided
      case .missed: .notMet
      case .undecided: .undecided
      }
    }

    /// The interviews after which the change, if it stayed, were decided with a chance of 80%.
    ///
    ///     |d| ≥ (z_α + z_β) √(V₁ + V₂ n₂/(n₂ + a))
    ///
    /// only the later wave can grow.
    private static func outlook(_ change: WaveChange, error: Double) -> Outlook? {
      guard let difference = change.difference, let before = change.before,
        let after = change.after, difference.value != 0, error > 0, error < 0.5,
        after.variance > 0, before.variance.isFinite
      else { return nil }
      let factor = -NormalDistribution.quantile(error) - NormalDistribution.quantile(0.2)
      let allowed = (difference.value / factor) * (difference.value / factor) - before.variance
      guard allowed > 0 else { return .earlierWave }
      let growth = after.variance / allowed - 1
      let further = (Double(after.sampleSize) * growth).rounded(.up)
      guard further < 1e7 else { return .earlierWave }
      return .interviews(max(1, Int(further)))
    }
  }
}
