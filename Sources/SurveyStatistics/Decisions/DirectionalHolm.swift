/// Decisions about a family of groups that are named together.
///
/// Each group has one false claim available ("met" or "missed"), so a family of m groups
/// needs a correction for m claims, not 2m: Holm's method (1979) on the smaller of the two
/// p values of each group keeps the chance of any false claim at most α when groups are
/// independent. Groups without p values are not counted.
public struct DirectionalHolm: Hashable, Sendable {
  /// A group's answer within its family.
  public struct Decision: Hashable, Sendable {
    /// The answer that holds for the family.
    public let outcome: TargetDecision.Outcome
    /// The adjusted p value of the claim that the data favour.
    public let adjustedPValue: Double
    /// The α at which this group was tested; its bounds at this α agree with the outcome.
    public let localAlpha: Double
  }

  /// The decisions in the order of the family; nil where there was no p value.
  public let decisions: [Decision?]

  /// Judges a family at the family-wise error rate `alpha`.
  public init(_ family: [TargetDecision?], alpha: Double = 0.05) {
    let claims = family.map { decision -> (p: Double, outcome: TargetDecision.Outcome)? in
      guard let met = decision?.pValueMet, let missed = decision?.pValueMissed else { return nil }
      return met <= missed ? (met, .met) : (missed, .missed)
    }
    let adjusted = PValueAdjustment.holm(claims.map { $0?.p })
    let order = claims.indices.filter { claims[$0] != nil }
      .sorted { (claims[$0]?.p ?? 1, $0) < (claims[$1]?.p ?? 1, $1) }
    var decisions = [Decision?](repeating: nil, count: family.count)
    for (rank, index) in order.enumerated() {
      guard let claim = claims[index], let p = adjusted[index] else { continue }
      decisions[index] = Decision(
        outcome: p <= alpha ? claim.outcome : .undecided,
        adjustedPValue: p,
        localAlpha: alpha / Double(order.count - rank)
      )
    }
    self.decisions = decisions
  }
}
