package import SurveyModel
package import SurveyStatistics

/// The item indices of one index, 0...100, and the rule that combines them.
package struct IndexScores: Sendable {
  private let index: Index
  private let rows: Int
  private let columns: ItemColumns
  /// Where each item stands in ``coded``.
  private let place: [String: Int]
  /// The answers with the index of each code; nil when an item is no closed question of few levels.
  private let coded: (items: CodedItems, values: [[Double]])?

  /// Scores every item of `index` in `data`.
  ///
  /// `known` are answers that were packed before.
  package init(_ index: Index, in data: Dataset, known: PackedAnswers? = nil) {
    self.index = index
    rows = data.count
    columns = ItemColumns(index.itemFormula, in: data)
    place = Dictionary(
      index.items.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let values = index.items.compactMap { Self.values($0, index.itemFormula, in: data) }
    if values.count == index.items.count, Set(index.items).count == values.count,
      let items = (known ?? PackedAnswers(data)).items(index.items)
    {
      coded = (items, values)
    } else {
      coded = nil
    }
  }

  /// One item's index of each code; nil when it is no closed question with levels.
  private static func values(
    _ item: String,
    _ formula: ItemFormula,
    in data: Dataset
  ) -> [Double]? {
    guard let position = data.questionnaire.index(of: item),
      case .choice(let positions) = data.columns[position].values, positions.bytes != nil,
      let list = data.questionnaire.questions[position].kind.choiceList
    else { return nil }
    let used = (levels(of: list, formula) ?? []).prefix(AnswerByte.mostChoices)
    return used + Array(repeating: .nan, count: 256 - used.count)
  }

  /// The index of each answer of a list, 0...100; nil when its codes say nothing to the formula.
  static func levels(of list: ChoiceList, _ formula: ItemFormula) -> [Double]? {
    if formula == .topLevels { return list.choices.map { $0.isPositive ? 100 : 0 } }
    guard let levels = list.numericCodes, let score = ItemScore(list, formula) else { return nil }
    return levels.map { score.index(of: $0) }
  }

  /// The index over several sets of elements, overall or by group.
  ///
  /// - `items-equal`: mean of the item indices, each item the same.
  /// - `elements-equal`: mean of the elements, each of which is the mean of its items.
  /// - `answers-pooled`: sum of all answers over their number (a ratio of totals).
  func statistics(
    of sets: [[Index.Element]],
    design: SampleDesign,
    by groups: Grouping?
  ) throws(SampleDesignError) -> [DomainStatistics] {
    let combinations = sets.compactMap { elements -> ItemCombination? in
      let items = elements.flatMap(\.items).compactMap { place[$0] }
      return coefficients(of: elements).flatMap { coefficients in
        coefficients.count == items.count
          ? ItemCombination(items: items, coefficients: coefficients) : nil
      }
    }
    if let coded, combinations.count == sets.count,
      let all = try design.statistics(
        of: combinations,
        coded.items,
        values: coded.values,
        by: groups
      )
    {
      return all
    }
    var all: [DomainStatistics] = []
    for elements in sets {
      all.append(try design.statistics(of: linearised(elements, design: design, by: groups)))
    }
    return all
  }

  /// The index over some elements with its influence by unit.
  package func estimate(
    _ elements: [Index.Element],
    design: SampleDesign,
    by groups: Grouping?
  ) throws(SampleDesignError) -> [Estimate?] {
    try statistics(of: [elements], design: design, by: groups).first?.estimates ?? []
  }

  /// The index over some elements with the influence of each interview.
  package func linearised(
    _ elements: [Index.Element],
    design: SampleDesign,
    by groups: Grouping?
  ) throws(SampleDesignError) -> LinearisedStatistics {
    let scores = elements.flatMap(\.items).map { columns[$0] }
    if let coefficients = coefficients(of: elements) {
      return try design.linearisedCombination(of: scores, coefficients: coefficients, by: groups)
    }
    let pooled = pool(scores)
    return try design.linearisedRatios(of: pooled.sums, to: pooled.counts, by: groups)
  }

  /// Each interview's mean over the items that it answers.
  func means(over items: [String]) -> [Double] {
    let places = items.compactMap { place[$0] }
    if let coded, places.count == items.count {
      return coded.items.rowMeans(of: places, values: coded.values)
    }
    let pooled = pool(items.map { columns[$0] })
    return zip(pooled.sums, pooled.counts).map { $0 / $1 }
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
  var personMeans: [Double] { means(over: index.items) }

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
