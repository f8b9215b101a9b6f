package import SurveyStatistics

/// One figure in two waves and its change.
package struct WaveChange: Sendable {
  /// What may be said of a change, at the error that is asked for.
  package enum Direction: String, Hashable, Sendable {
    case rise
    case fall
    /// The two samples cannot tell.
    case unclear
  }

  /// The figure of the earlier wave; `nil` without valid answers.
  package let before: Estimate?
  /// The figure of the later wave; `nil` without valid answers.
  package let after: Estimate?
  /// The later figure minus the earlier one; `nil` when one of them is missing, suppressed or not
  /// the same quantity.
  package let difference: Estimate?
  /// Why none of the three is published, when one of the two figures is not.
  package let suppression: SuppressionReason?
  /// What a reader must be told beside either figure.
  package let cautions: [PublicationGate.Caution]
  /// Whether the change is above 0, with the one-sided bounds at ``error``; `nil` when there is no
  /// change or nothing that tells its error.
  package let decision: TargetDecision?
  /// What is said of the change.
  package let direction: Direction
  /// The one-sided error of each of the two claims: half of that of the interval.
  package let error: Double

  /// The two-sided interval of the change.
  package var interval: ConfidenceInterval? {
    guard let lower = decision?.lowerBound, let upper = decision?.upperBound else { return nil }
    return ConfidenceInterval(lower: lower, upper: upper, level: 1 - 2 * error)
  }

  /// The two-sided p value of "nothing changed".
  package var pValue: Double? {
    guard let rise = decision?.pValueMet, let fall = decision?.pValueMissed else { return nil }
    return isNothing ? 1 : min(1, 2 * min(rise, fall))
  }

  /// Whether the change is 0 but for the noise of binary fractions.
  package var isNothing: Bool {
    RawChange(before: before, after: after, difference: difference).isNothing
  }
}

/// Two figures before they are judged together with others.
struct RawChange {
  let before: Estimate?
  let after: Estimate?
  let difference: Estimate?

  /// Whether the change is 0 but for the noise of binary fractions.
  var isNothing: Bool {
    guard let change = difference?.value.magnitude else { return false }
    let figures = [before, after].compactMap { $0?.value.magnitude }
    return change <= 1e-12 * max(1, figures.max() ?? 1)
  }
}

/// Judges changes: what may be published, and which way they surely went.
struct ChangeJudge {
  /// The error of a claim in either direction; each direction gets half of it.
  let error: Double
  let gate: PublicationGate
  let isProportion: Bool

  /// The change of a figure that stands alone; `isKeptBack` where either wave does not show it.
  func judge(_ raw: RawChange, isKeptBack: Bool = false) -> WaveChange {
    func decision(_ figure: Estimate?) -> PublicationGate.Decision {
      gate.decision(for: figure, isProportion: isProportion, isKeptBack: isKeptBack)
    }
    return change(raw, gates: (decision(raw.before), decision(raw.after)), family: nil)
  }

  /// The changes of the groups of one question, which share the error by Holm's method.
  ///
  /// `keptBack` are the groups that other tables of either wave do not show.
  func judge(_ raw: [RawChange], keptBack: Set<Int> = []) -> [WaveChange] {
    func decisions(_ figures: [Estimate?]) -> [PublicationGate.Decision] {
      gate.decisions(for: figures, isProportion: isProportion, keptBack: keptBack)
    }
    let before = decisions(raw.map(\.before))
    let after = decisions(raw.map(\.after))
    let decided = raw.indices.map { index -> TargetDecision? in
      Self.suppression(before[index], after[index]) == nil
        ? decision(raw[index], error: error / 2) : nil
    }
    let family = FamilyDecisions(decided, adjustment: .holm, alpha: error / 2).decisions
    return raw.indices.map {
      change(raw[$0], gates: (before[$0], after[$0]), family: family[$0])
    }
  }

  private func change(
    _ raw: RawChange,
    gates: (before: PublicationGate.Decision, after: PublicationGate.Decision),
    family: FamilyDecisions.Decision?
  ) -> WaveChange {
    if let reason = Self.suppression(gates.before, gates.after) {
      return WaveChange(
        before: raw.before,
        after: raw.after,
        difference: nil,
        suppression: reason,
        cautions: [],
        decision: nil,
        direction: .unclear,
        error: error / 2
      )
    }
    let alpha = family?.localAlpha ?? error / 2
    let decided = decision(raw, error: alpha)
    let direction: WaveChange.Direction =
      switch family?.outcome ?? decided?.outcome {
      case .met where !raw.isNothing: .rise
      case .missed where !raw.isNothing: .fall
      case .met, .missed, .undecided, nil: .unclear
      }
    return WaveChange(
      before: raw.before,
      after: raw.after,
      difference: raw.difference,
      suppression: nil,
      cautions: Self.cautions(gates.after)
        + Self.cautions(gates.before).filter {
          !Self.cautions(gates.after).contains($0)
        },
      decision: decided,
      direction: direction,
      error: alpha
    )
  }

  /// A figure that does not vary in its sample has no error, and then neither has the change.
  private func decision(_ raw: RawChange, error: Double) -> TargetDecision? {
    guard let difference = raw.difference, let before = raw.before, let after = raw.after,
      !before.lacksSpread, !after.lacksSpread
    else { return nil }
    let decision = difference.decision(target: 0, method: .mean, alpha: error)
    return decision.lowerBound == nil ? nil : decision
  }

  /// What hides either figure hides both and the change: two of them would give the third away.
  private static func suppression(
    _ before: PublicationGate.Decision,
    _ after: PublicationGate.Decision
  ) -> SuppressionReason? {
    let reasons = [after.suppression, before.suppression].compactMap { $0 }
    return reasons.first { $0.isConfidential } ?? reasons.first { $0 != .noData }
      // A figure that one wave only has is published beside an empty cell.
      ?? (reasons.count == 2 ? .noData : nil)
  }

  private static func cautions(_ decision: PublicationGate.Decision) -> [PublicationGate.Caution] {
    if case .caution(let cautions) = decision { cautions } else { [] }
  }
}

extension SuppressionReason {
  /// Whether people could be recognised, rather than the figure being unreliable.
  package var isConfidential: Bool {
    switch self {
    case .disclosure, .complementary: true
    case .noData, .smallSample, .wideInterval, .wideRelativeInterval, .noInterval: false
    }
  }
}
