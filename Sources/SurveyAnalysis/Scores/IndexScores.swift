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
    let items = elements.flatMap(\.items)
    let scores = items.map { columns[$0] ?? Array(repeating: .nan, count: rows) }
    switch index.combine {
    case .itemsEqual:
      let share = 1 / Double(max(1, items.count))
      return try design.linearCombination(
        of: scores,
        coefficients: items.map { _ in share },
        by: groups
      )
    case .elementsEqual:
      let coefficients = elements.flatMap { element in
        element.items.map { _ in 1 / Double(elements.count * element.items.count) }
      }
      return try design.linearCombination(of: scores, coefficients: coefficients, by: groups)
    case .answersPooled:
      let pooled = pool(scores)
      return try design.ratios(of: pooled.sums, to: pooled.counts, by: groups)
    }
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
