/// How several groups that are decided together share the error.
public enum FamilyAdjustment: String, Hashable, Sendable, CaseIterable {
  /// Each group at α: among many groups some false verdict is likely.
  case none
  /// Each group at α/m; the chance of any false verdict is at most α.
  case bonferroni
  /// Holm (1979), step down; the chance of any false verdict is at most α.
  case holm
  /// Benjamini and Hochberg (1995); the expected share of false verdicts among those given is at
  /// most α.
  case benjaminiHochberg
}

/// Decisions about groups that are named together, each with the error at which it was tested.
///
/// Each group has one false claim available ("met" or "missed"), so m groups need a correction for
/// m claims on the smaller of the two p values. For groups that are independent, Holm's and
/// Bonferroni's methods keep the chance of any false claim at α (``DirectionalHolm``), and that of
/// Benjamini and Hochberg keeps the expected share of false claims among the claims at α: whether
/// the false claim of a group is made depends on the others only through their number R of claims,
/// and its p value is at most αR/m with probability αR/m.
///
/// The bounds at a group's ``Decision/localAlpha`` agree with its outcome.
public struct FamilyDecisions: Hashable, Sendable {
  /// A group's answer within its family.
  public struct Decision: Hashable, Sendable {
    /// The answer that holds for the family.
    public let outcome: TargetDecision.Outcome
    /// The adjusted p value of the claim that the data favour.
    public let adjustedPValue: Double
    /// The α whose bounds agree with the outcome.
    public let localAlpha: Double
  }

  /// The decisions in the order of the family; nil where there was no p value.
  public let decisions: [Decision?]

  /// Judges a family at the error `alpha`.
  public init(
    _ family: [TargetDecision?],
    adjustment: FamilyAdjustment,
    alpha: Double = 0.05
  ) {
    let claims = family.map { decision -> (p: Double, outcome: TargetDecision.Outcome)? in
      guard let met = decision?.pValueMet, let missed = decision?.pValueMissed, !met.isNaN,
        !missed.isNaN
      else { return nil }
      return met <= missed ? (met, .met) : (missed, .missed)
    }
    let values = claims.map { $0?.p }
    let count = Double(max(1, values.count { $0 != nil }))
    let adjusted: [Double?]
    switch adjustment {
    case .none: adjusted = values
    case .bonferroni: adjusted = PValueAdjustment.bonferroni(values)
    case .holm:
      let holm = DirectionalHolm(family, alpha: alpha).decisions
      let stop = holm.compactMap { $0 }.filter { $0.outcome == .undecided }.map(\.localAlpha).min()
      decisions = holm.map { decision in
        decision.map {
          Decision(
            outcome: $0.outcome,
            adjustedPValue: $0.adjustedPValue,
            localAlpha: $0.outcome == .undecided ? stop ?? $0.localAlpha : $0.localAlpha
          )
        }
      }
      return
    case .benjaminiHochberg: adjusted = PValueAdjustment.benjaminiHochberg(values)
    }
    let claimed = Double(max(1, adjusted.count { ($0 ?? 1) <= alpha }))
    let local =
      switch adjustment {
      case .none, .holm: alpha
      case .bonferroni: alpha / count
      case .benjaminiHochberg: alpha * claimed / count
      }
    decisions = zip(claims, adjusted).map { claim, adjusted in
      guard let claim, let adjusted else { return nil }
      return Decision(
        outcome: adjusted <= alpha ? claim.outcome : .undecided,
        adjustedPValue: adjusted,
        localAlpha: local
      )
    }
  }
}
