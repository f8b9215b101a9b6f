package import SurveyModel
package import SurveyStatistics

/// The item indices of one index as columns, 0...100, and the rule that combines them.
package struct IndexScores: Sendable {
  private let index: Index
  private let columns: [String: [Double]]
  private let rows: Int

  /// Scores every item of `index` in `data`.
  package init(_ index: Index, in data: Dataset) {
    self.index = index
    rows = data.count
    var columns: [String: [Double]] = [:]
    for item in index.items { columns[item] = Self.column(item, index.itemFormula, in: data) }
    self.columns = columns
  }

  /// One item's index of each interview.
  private static func column(_ item: String, _ formula: ItemFormula, in data: Dataset) -> [Double] {
    if formula == .topLevels {
      return IndicatorScores.positive(item, codes: nil, in: data).map { $0 * 100 }
    }
    guard let position = data.questionnaire.index(of: item),
      let levels = data.questionnaire.questions[position].kind.choiceList?.numericCodes,
      let low = levels.min(), let high = levels.max(), high > low, high > 0
    else { return Array(repeating: .nan, count: data.count) }
    let descending =
      data.questionnaire.questions[position].kind.choiceList?.scale?.direction == .descending
    return IndicatorScores.numbers(of: item, in: data).map { code in
      let approval = descending ? low + high - code : code
      return switch formula {
      case .topLevels: .nan
      case .meanOverMaximum: approval / high * 100
      case .rescaledMean: (approval - low) / (high - low) * 100
      }
    }
  }

  /// The index over some elements, overall or by group.
  ///
  /// - `items-equal`: mean of the item indices, each item the same.
  /// - `elements-equal`: mean of the elements, each of which is the mean of its items.
  /// - `answers-pooled`: sum of all answers over their number (a ratio of totals).
  package func estimate(
    _ elements: [Index.Element],
    design: SampleDesign,
    by groups: Grouping?
  ) throws(SampleDesignError) -> [Estimate?] {
    let scores = scores(of: elements)
    if let coefficients = coefficients(of: elements) {
      return try design.linearCombination(of: scores, coefficients: coefficients, by: groups)
    }
    let pooled = pool(scores)
    return try design.ratios(of: pooled.sums, to: pooled.counts, by: groups)
  }

  /// The index over some elements with the influence of each interview.
  package func linearised(
    _ elements: [Index.Element],
    design: SampleDesign,
    by groups: Grouping?
  ) throws(SampleDesignError) -> LinearisedStatistics {
    let scores = scores(of: elements)
    if let coefficients = coefficients(of: elements) {
      return try design.linearisedCombination(of: scores, coefficients: coefficients, by: groups)
    }
    let pooled = pool(scores)
    return try design.linearisedRatios(of: pooled.sums, to: pooled.counts, by: groups)
  }

  /// Each interview's mean over the items that it answers.
  func means(over items: [String]) -> [Double] {
    let pooled = pool(items.map { columns[$0] ?? Array(repeating: .nan, count: rows) })
    return zip(pooled.sums, pooled.counts).map { $0 / $1 }
  }

  private func scores(of elements: [Index.Element]) -> [[Double]] {
    elements.flatMap(\.items).map { columns[$0] ?? Array(repeating: .nan, count: rows) }
  }

  /// The weight of each item; nil when answers are pooled.
  private func coefficients(of elements: [Index.Element]) -> [Double]? {
    switch index.combine {
    case .itemsEqual:
      let items = elements.flatMap(\.items)
      return items.map { _ in 1 / Double(max(1, items.count)) }
    case .elementsEqual:
      return elements.flatMap { element in
        element.items.map { _ in 1 / Double(elements.count * element.items.count) }
      }
    case .answersPooled: return nil
    }
  }

  /// The mean of the items that each interview answered; NaN where it answered none.
  var personMeans: [Double] {
    let items = index.items.map { columns[$0] ?? Array(repeating: .nan, count: rows) }
    let pooled = pool(items)
    return zip(pooled.sums, pooled.counts).map { $0 / $1 }
  }

  private func pool(_ scores: [[Double]]) -> (sums: [Double], counts: [Double]) {
    var sums = Array(repeating: 0.0, count: rows)
    var counts = Array(repeating: 0.0, count: rows)
    for column in scores {
      for row in column.indices where !column[row].isNaN {
        sums[row] += column[row]
        counts[row] += 1
      }
    }
    for row in counts.indices where counts[row] == 0 {
      sums[row] = .nan
      counts[row] = .nan
    }
    return (sums, counts)
  }
}
