package import SurveyModel
package import SurveyStatistics

/// Holds estimates against a target: gates first, then one-sided bounds.
///
/// The overall figure is decided at the plan's error. The groups of one question are one family and
/// share that error as the plan says (``FamilyDecisions``).
package struct TargetJudge: Sendable {
  private let decision: Target.Decision
  private let gate: PublicationGate
  private let threshold: Double
  private let unit: IndicatorUnit
  private let isFinite: Bool

  /// A judge for a target with this threshold, in the indicator's unit.
  ///
  /// `isFinite` says that weights add up to a known population, beyond which nobody can be asked.
  package init(
    decision: Target.Decision,
    suppression: Plan.Suppression,
    threshold: Double,
    unit: IndicatorUnit,
    isFinite: Bool = false
  ) {
    self.decision = decision
    self.gate = PublicationGate(suppression)
    self.threshold = threshold
    self.unit = unit
    self.isFinite = isFinite
  }

  /// Judges the overall figure; by its exact bounds where there are any.
  ///
  /// One that would give another figure away is not judged.
  package func judge(
    _ estimate: Estimate?,
    exact: FinitePopulationBounds? = nil,
    isKeptBack: Bool = false
  ) -> TargetAssessment.Line {
    line(
      level: nil,
      estimate: estimate,
      exact: exact,
      gated: gate.decision(
        for: estimate,
        isProportion: unit == .share,
        isExact: exact != nil,
        isKeptBack: isKeptBack
      ),
      error: decision.error,
      familyOutcome: nil
    )
  }

  /// Judges the groups of one question; by their exact bounds where there are any.
  ///
  /// Groups that other tables keep back are not judged.
  package func judge(
    _ groups: [(level: GroupVariable.Level, estimate: Estimate?)],
    exact: [FinitePopulationBounds?] = [],
    keptBack: Set<Int> = []
  ) -> [TargetAssessment.Line] {
    let estimates = groups.map(\.estimate)
    let exact = groups.indices.map { exact.indices.contains($0) ? exact[$0] : nil }
    let gated = gate.decisions(
      for: estimates,
      isProportion: unit == .share,
      isExact: exact.map { $0 != nil },
      keptBack: keptBack
    )
    let family = groups.indices.map { index in
      gated[index].suppression == nil
        ? estimates[index].map { decide($0, exact: exact[index], error: decision.error) } : nil
    }
    let decisions = self.family(family).decisions
    return groups.indices.map { index in
      line(
        level: groups[index].level,
        estimate: estimates[index],
        exact: exact[index],
        gated: gated[index],
        error: decisions[index]?.localAlpha ?? decision.error,
        familyOutcome: decisions[index]?.outcome
      )
    }
  }

  /// The intervals that may be defended for the unit, the plan's first.
  var methods: [Target.Decision.Method] {
    guard unit == .share else { return [decision.method] }
    return [decision.method] + Target.Decision.Method.allCases.filter { $0 != decision.method }
  }

  /// What other figures for the same lines would give.
  ///
  /// Nil where a line is not published or the method says nothing, as logit does at 0 and 100%; the
  /// family is the same size all the same.
  func outcomes(
    _ lines: [TargetAssessment.Line],
    _ estimates: [Estimate?],
    exact: [FinitePopulationBounds?],
    method: Target.Decision.Method,
    isFamily: Bool
  ) -> [TargetDecision.Outcome?] {
    var says = [Bool](repeating: true, count: lines.count)
    let decided = lines.indices.map { index -> TargetDecision? in
      if case .suppressed = lines[index].verdict { return nil }
      guard let estimate = estimates[index] else { return nil }
      func decided(_ method: Target.Decision.Method?) -> TargetDecision {
        decide(estimate, exact: exact[index], error: decision.error, method: method)
      }
      let first = decided(method)
      says[index] = first.lowerBound != nil
      return says[index] ? first : decided(.kornGraubard)
    }
    let family = isFamily ? family(decided).decisions : []
    return decided.indices.map { index in
      guard says[index], let alone = decided[index] else { return nil }
      return isFamily ? family[index]?.outcome ?? .undecided : alone.outcome
    }
  }

  /// What one figure says at `error`.
  func decide(
    _ estimate: Estimate,
    exact: FinitePopulationBounds?,
    error: Double,
    method: Target.Decision.Method? = nil
  ) -> TargetDecision {
    exact?.decision(target: threshold, alpha: error)
      ?? estimate.decision(
        target: threshold,
        method: interval(of: method ?? decision.method),
        alpha: error
      )
  }

  private func family(_ decisions: [TargetDecision?]) -> FamilyDecisions {
    let adjustment: FamilyAdjustment =
      switch decision.adjustment {
      case .holm: .holm
      case .bonferroni: .bonferroni
      case .benjaminiHochberg: .benjaminiHochberg
      case .none: .none
      }
    return FamilyDecisions(decisions, adjustment: adjustment, alpha: decision.error)
  }

  private func line(
    level: GroupVariable.Level?,
    estimate: Estimate?,
    exact: FinitePopulationBounds?,
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
        decision: nil,
        exact: nil,
        outlook: nil
      )
    }
    let cautions: [PublicationGate.Caution] =
      if case .caution(let cautions) = gated { cautions } else { [] }
    let decided = estimate.map { decide($0, exact: exact, error: error) }
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
      interval: interval(decided, estimate, exact: exact, error: error),
      verdict: verdict,
      decidingBound: bound,
      error: error,
      cautions: cautions,
      decision: decided,
      exact: exact,
      outlook: verdict == .undecided
        ? outlook(of: estimate, exact: exact, error: error) : nil
    )
  }

  private func outlook(
    of estimate: Estimate?,
    exact: FinitePopulationBounds?,
    error: Double
  ) -> DecisionOutlook? {
    if let exact { return exact.outlook(toDecide: threshold, alpha: error) }
    guard let estimate else { return nil }
    // Weights that add up to the answers only are no counts of people.
    let isCounted = isFinite && estimate.weightedSize >= Double(estimate.sampleSize) + 1
    return estimate.outlook(
      toDecide: threshold,
      method: interval(of: decision.method),
      alpha: error,
      population: isCounted ? Int(min(1e9, estimate.weightedSize.rounded())) : nil
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
  private func interval(
    _ decided: TargetDecision?,
    _ estimate: Estimate?,
    exact: FinitePopulationBounds?,
    error: Double
  ) -> ConfidenceInterval? {
    if exact != nil, let lower = decided?.lowerBound, let upper = decided?.upperBound {
      return ConfidenceInterval(lower: lower, upper: upper, level: 1 - 2 * error)
    }
    return estimate.flatMap {
      interval(of: decision.method).interval(for: $0, level: 1 - 2 * error)
    }
  }

  private func interval(of method: Target.Decision.Method) -> ProportionInterval {
    guard unit == .share else { return .mean }
    return switch method {
    case .kornGraubard: .beta
    case .wilson: .wilson
    case .logit: .xlogit
    }
  }
}
