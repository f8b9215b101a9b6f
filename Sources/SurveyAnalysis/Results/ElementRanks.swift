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
  init?(_ result: IndicatorResult, _ estimator: IndicatorEstimator) {
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
      let matrix = try? estimator.design.covariances(of: statistics)
        ?? Self.covariances(of: result, estimator),
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

  /// The covariances from the influence of each interview, where those of units are not kept.
  private static func covariances(
    of result: IndicatorResult,
    _ estimator: IndicatorEstimator
  ) throws(SampleDesignError) -> [[Double]] {
    let design = estimator.design
    var statistics: [LinearisedStatistics] = []
    switch (result.detail, result.indicator.kind) {
    case (.index(let tree), _):
      let scores = estimator.scores(of: tree.index)
      for element in tree.parts.flatMap(\.elements) {
        statistics.append(try scores.linearised([element.element], design: design, by: nil))
      }
    case (.choices(let choices), .countOfChoices(let item)):
      for choice in choices {
        let values = IndicatorScores.positive(
          item,
          codes: [choice.choice.code],
          in: estimator.data
        )
        statistics.append(try design.linearisedMeans(of: values))
      }
    default: break
    }
    return try design.covariances(of: statistics)
  }
}
