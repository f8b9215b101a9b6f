package import SurveyModel
package import SurveyStatistics

/// The elements of a satisfaction index by how they are rated and how much they count.
///
/// Importance is derived: the correlation of an element with the respondent's mean over all elements
/// of the index. An index with few elements is shown by its items.
package struct ImportanceResult: Sendable {
  /// The indicator.
  package let indicator: Indicator
  /// What is placed: elements or items.
  package let labels: [LocalizedText]
  /// The places.
  package let places: ImportancePerformance
  /// Whether items are placed rather than elements.
  package let isByItem: Bool

  /// The fewest elements of which an index is shown by elements.
  private static let fewestElements = 4
  /// Above this many answers items would take too much memory.
  private static let mostAnswers = 20_000_000

  /// Places what `result` holds; nil when it is no index of satisfaction or does not vary.
  init?(_ result: IndicatorResult, _ estimator: IndicatorEstimator) {
    guard case .index(let tree) = result.detail, result.indicator.measure == .satisfaction else {
      return nil
    }
    let (data, design) = (estimator.data, estimator.design)
    let scores = estimator.scores(of: tree.index)
    let elements = tree.parts.flatMap(\.elements)
    isByItem = elements.count < Self.fewestElements
    let groups: [(label: LocalizedText, items: [String])] =
      isByItem
      ? elements.flatMap(\.items).map { ($0.question.label, [$0.question.id]) }
      : elements.map { ($0.element.label, $0.element.items) }
    guard groups.count >= Self.fewestElements, groups.count * data.count <= Self.mostAnswers else {
      return nil
    }
    let sets = groups.map(\.items) + [groups.flatMap(\.items)]
    let means = concurrently(sets.count) { scores.means(over: sets[$0]) }
    let (columns, overall) = (Array(means.dropLast()), means[sets.count - 1])
    guard let places = try? design.importancePerformance(of: columns, overall: overall) else {
      return nil
    }
    indicator = result.indicator
    labels = groups.map(\.label)
    self.places = places
  }
}
