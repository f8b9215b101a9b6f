package import SurveyModel

/// Which questions, means and indicators of a whole study a report keeps back.
///
/// A question that very few answered shows through a mean of which everything else is known, and what
/// one table keeps back may stand in another. So all means of a report are looked at together, with the
/// shares of each answer as unknowns (``ItemSuppressionSearch``): a question that has to be hidden
/// somewhere is hidden everywhere, with the indicators that tell of it alone.
package struct ItemSuppression: Sendable {
  /// The questions whose answers no table shows.
  package private(set) var questions: Set<String> = []
  /// The indicators that no table shows, neither as a whole nor by group.
  package private(set) var indicators: Set<String> = []
  private var paths: [String: Set<[Int]>] = [:]

  /// Finds what has to be kept back of what `results` show of the whole study.
  package init(_ rule: Plan.Suppression, _ results: [IndicatorResult]) {
    let figures = ItemFigures(results)
    let search = ItemSuppressionSearch(rule.below, figures)
    questions = search.questions
    for mean in search.means.map({ figures.means[$0] }) {
      paths[mean.indicator, default: []].insert(mean.path)
      if mean.path.isEmpty { indicators.insert(mean.indicator) }
    }
    for (indicator, question) in figures.alone where questions.contains(question) {
      indicators.insert(indicator)
    }
    for result in results { keepItemsBack(of: result) }
  }

  /// Whether everything is shown.
  package var isEmpty: Bool { questions.isEmpty && paths.isEmpty }

  /// The means of an index or of points that are kept back, by the positions that lead to them; none
  /// for the whole.
  package func keptBack(in indicator: String) -> Set<[Int]> { paths[indicator] ?? [] }

  private mutating func keepItemsBack(of result: IndicatorResult) {
    let id = result.indicator.id
    switch result.detail {
    case .index(let tree):
      for (first, part) in tree.parts.enumerated() {
        for (second, element) in part.elements.enumerated() {
          for (third, item) in element.items.enumerated()
          where questions.contains(item.question.id) {
            paths[id, default: []].insert([first, second, third])
            // An element of one question is that question.
            if element.items.count == 1 { paths[id, default: []].insert([first, second]) }
          }
        }
      }
    case .points(let items):
      for (place, item) in items.enumerated() where questions.contains(item.question.id) {
        paths[id, default: []].insert([place])
      }
    case .none, .choices: break
    }
  }
}
