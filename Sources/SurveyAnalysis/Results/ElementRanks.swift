package import SurveyModel
package import SurveyStatistics

/// What respondents wish for most: the elements of an index, or the options of a multiple choice,
/// from the highest to the lowest, with the ranks that each may have.
package struct ElementRanks: Sendable {
  /// One element or option.
  package struct Entry: Sendable {
    /// How it is shown.
    package let label: LocalizedText
    /// Its figure in the unit of the indicator.
    package let estimate: Estimate
    /// The ranks that it may have, all with one confidence.
    package let ranks: ClosedRange<Int>
  }

  /// The indicator.
  package let indicator: Indicator
  /// The scale on which it is read.
  package let unit: IndicatorUnit
  /// The entries from the highest to the lowest.
  package let entries: [Entry]

  /// The most entries that are compared pair by pair.
  private static let most = 60

  /// Ranks what `result` holds; nil when it is no index and no multiple choice, or a figure of it
  /// does not exist.
  init?(_ result: IndicatorResult, design: SampleDesign) {
    let found: [(label: LocalizedText, estimate: Estimate?)]
    let columns: [DomainStatistics?]
    switch result.detail {
    case .index(let tree):
      let elements = tree.parts.flatMap(\.elements)
      found = elements.map { ($0.element.label, $0.estimate) }
      columns = elements.map(\.statistics)
    case .choices(let choices):
      found = choices.map { ($0.choice.label, $0.estimates.overall) }
      columns = choices.map(\.estimates.whole)
    case .none, .points: return nil
    }
    let estimates = found.compactMap(\.estimate)
    let statistics = columns.compactMap { $0 }
    guard (2...Self.most).contains(found.count), estimates.count == found.count,
      statistics.count == found.count,
      let matrix = try? design.covariances(of: statistics),
      let ranks = RankIntervals(
        estimates,
        covariances: matrix,
        isProportion: result.unit == .share
      )
    else { return nil }
    indicator = result.indicator
    unit = result.unit
    entries = found.indices.compactMap { index in
      ranks.ranks[index].map {
        Entry(label: found[index].label, estimate: estimates[index], ranks: $0)
      }
    }
    .sorted { $0.estimate.value > $1.estimate.value }
  }
}
