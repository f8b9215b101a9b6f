package import SurveyModel
package import SurveyStatistics

/// Decides which figures of a one-way table may be published.
///
/// In this order: disclosure (groups that are too small, and the groups that would give a hidden one
/// away by subtraction from the total), census or most of a small population, NCHS 2017 for samples.
package struct PublicationGate: Sendable {
  /// Whether and how a figure may be published.
  package enum Decision: Hashable, Sendable {
    case publish
    /// May be published with a caution.
    case caution([Caution])
    case suppress(SuppressionReason)
  }

  /// What a reader must be told beside a figure.
  package enum Caution: Hashable, Sendable {
    /// Fewer interviews than the plan's flag.
    case fewInterviews
    /// Fewer than 8 degrees of freedom.
    case fewDegreesOfFreedom
    /// Nobody or everybody is positive.
    case unanimous
    /// The complement of the share is unreliable.
    case unreliableComplement
  }

  private let rule: Plan.Suppression

  /// A gate with the rule of a plan.
  package init(_ rule: Plan.Suppression) {
    self.rule = rule
  }

  /// Judges an overall figure; `isExact` says that its bounds are those of a small population,
  /// `isKeptBack` that it would give another figure away.
  package func decision(
    for estimate: Estimate?,
    isProportion: Bool,
    isExact: Bool = false,
    isKeptBack: Bool = false
  ) -> Decision {
    guard let estimate, estimate.sampleSize > 0 else { return .suppress(.noData) }
    if estimate.sampleSize < rule.below { return .suppress(.disclosure(minimum: rule.below)) }
    if isKeptBack { return .suppress(.complementary) }
    if estimate.isCensus || isExact { return .publish }
    var cautions: [Caution] = estimate.sampleSize < rule.flagBelow ? [.fewInterviews] : []
    guard rule.usesNCHS, isProportion else {
      return cautions.isEmpty ? .publish : .caution(cautions)
    }
    switch PresentationStandard.nchs2017.decision(for: estimate) {
    case .present: break
    case .footnote: cautions.append(.unreliableComplement)
    case .suppress(let reason): return .suppress(SuppressionReason(reason))
    case .review(let reasons, let footnote):
      if reasons.contains(.fewDegreesOfFreedom) { cautions.append(.fewDegreesOfFreedom) }
      if reasons.contains(.noOrAllEvents) { cautions.append(.unanimous) }
      if footnote { cautions.append(.unreliableComplement) }
    }
    return cautions.isEmpty ? .publish : .caution(cautions)
  }

  /// Judges the groups of one question together.
  ///
  /// When the groups that are hidden are too small even together, the next smallest is hidden too;
  /// so are those that other tables keep back, also where nobody of theirs has an answer.
  package func decisions(
    for groups: [Estimate?],
    isProportion: Bool,
    isExact: [Bool] = [],
    keptBack: Set<Int> = []
  ) -> [Decision] {
    var decisions = groups.indices.map { index in
      decision(
        for: groups[index],
        isProportion: isProportion,
        isExact: isExact.indices.contains(index) && isExact[index]
      )
    }
    let hidden = hiddenCells(groups.map { $0?.sampleSize ?? 0 }, keptBack: keptBack)
    for index in hidden where !decisions[index].hidesSmallGroup {
      decisions[index] = .suppress(.complementary)
    }
    return decisions
  }
}

extension PublicationGate {
  /// The cells of a table of counts that are kept back.
  ///
  /// Cells with a few people but fewer than the plan allows, and those that would give them away by
  /// subtraction from the total (``CellSuppression``), and those that other tables keep back. Else
  /// empty cells tell of nobody.
  package func hiddenCells(_ counts: [Int], keptBack: Set<Int> = []) -> Set<Int> {
    guard let table = AdditiveTable(groups: counts) else { return Set(counts.indices) }
    let kept = keptBack.intersection(counts.indices)
    let hidden = CellSuppression(
      table,
      minimum: rule.below,
      // Nobody knows which of several hidden groups is empty.
      alsoHidden: kept.contains { counts[$0] > 0 } ? kept : []
    ).hidden
    // The total has a gate of its own.
    return hidden.intersection(counts.indices).union(kept)
  }
}

extension PublicationGate.Decision {
  /// Why the figure is not published, if it is not.
  package var suppression: SuppressionReason? {
    if case .suppress(let reason) = self { reason } else { nil }
  }

  fileprivate var hidesSmallGroup: Bool {
    if case .suppress(.disclosure) = self { true } else { false }
  }
}

extension SuppressionReason {
  init(_ reason: PresentationStandard.SuppressionReason) {
    self =
      switch reason {
      case .smallSample: .smallSample
      case .wideInterval: .wideInterval
      case .wideRelativeInterval: .wideRelativeInterval
      case .noInterval: .noInterval
      }
  }
}
