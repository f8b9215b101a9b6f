import SurveyModel
import SurveyStatistics

/// The answers to questions and the means that a report makes of them, over the whole study.
struct ItemFigures {
  /// The shares of the answers to a question among a number of people.
  struct Item {
    let question: String
    let people: Int
    /// How many shares are free: one less than there are answers.
    let freedom: Int
  }

  /// A mean that an index or a sum of points shows.
  struct Mean {
    let indicator: String
    /// The positions that lead to it; none for the whole.
    let path: [Int]
    let people: Int
    /// What each free share adds to it.
    let terms: [(item: Int, coefficients: [Double])]
  }

  private(set) var items: [Item] = []
  /// Those of few questions before those of many.
  private(set) var means: [Mean] = []
  /// By indicator, the single question that it tells of.
  private(set) var alone: [String: String] = [:]

  /// States figures.
  init(items: [Item], means: [Mean], alone: [String: String] = [:]) {
    self.items = items
    self.means = means
    self.alone = alone
  }

  /// Collects what `results` show.
  init(_ results: [IndicatorResult]) {
    for result in results {
      switch result.detail {
      case .index(let tree): add(tree, of: result)
      case .points(let items): add(items, of: result)
      case .none, .choices: break
      }
    }
    means.sort { $0.path.count > $1.path.count }
    for result in results {
      let people = result.estimates.overall?.sampleSize ?? 0
      // Of more people than answered an indicator says something else.
      guard let question = Self.single(result.indicator),
        items.contains(where: { $0.question == question && $0.people == people })
      else { continue }
      alone[result.indicator.id] = question
    }
  }

  /// The question that an indicator reads alone.
  private static func single(_ indicator: Indicator) -> String? {
    switch indicator.kind {
    case .share(let item, _), .mean(let item), .netPromoter(let item): item
    case .allPositive, .anyPositive, .atLeast, .test:
      indicator.items.count == 1 ? indicator.items.first : nil
    case .index, .points, .ratio, .countOfChoices: nil
    }
  }

  // MARK: Means

  /// A question in a mean, before it is weighed.
  private struct Leaf {
    let item: Int
    let values: [Double]
    /// How much its answers weigh.
    let weight: Double
  }

  private mutating func add(_ tree: IndexResult, of result: IndicatorResult) {
    let formula = tree.index.itemFormula
    var whole: [[Leaf]] = []
    func add(_ path: [Int], _ estimate: Estimate?, _ elements: [[Leaf]]) {
      guard let estimate else { return }
      means.append(
        Mean(
          indicator: result.indicator.id,
          path: path,
          people: estimate.sampleSize,
          terms: Self.terms(elements, tree.index.combine)
        )
      )
    }
    for (first, part) in tree.parts.enumerated() {
      var elements: [[Leaf]] = []
      for (second, element) in part.elements.enumerated() {
        let leaves = element.items.compactMap { item in
          leaf(item.question, item.estimate) { IndexScores.levels(of: $0, formula) }
        }
        elements.append(leaves)
        // An element of one question is that question.
        if element.items.count > 1 { add([first, second], element.estimate, [leaves]) }
      }
      // A single part is the whole, and no table shows it.
      if tree.parts.count > 1 { add([first], part.estimate, elements) }
      whole += elements
    }
    add([], result.estimates.overall, whole)
  }

  private mutating func add(
    _ items: [(question: Question, estimate: Estimate?)],
    of result: IndicatorResult
  ) {
    let leaves = items.compactMap { item in
      leaf(item.question, item.estimate) { $0.choices.map { $0.points ?? 0 } }
    }
    guard let overall = result.estimates.overall else { return }
    means.append(
      Mean(
        indicator: result.indicator.id,
        path: [],
        people: overall.sampleSize,
        terms: leaves.map { (item: $0.item, coefficients: $0.values) }
      )
    )
  }

  /// Finds or adds the answers to `question` of the people of `estimate`.
  private mutating func leaf(
    _ question: Question,
    _ estimate: Estimate?,
    _ levels: (ChoiceList) -> [Double]?
  ) -> Leaf? {
    guard let estimate, estimate.sampleSize > 0 else { return nil }
    // Shares add up to one: the last of them is told by the others.
    var values = [1.0]
    if let list = question.kind.choiceList, list.choices.count > 1, let levels = levels(list),
      let last = levels.last
    {
      values = levels.dropLast().map { ($0.isNaN ? 0 : $0) - (last.isNaN ? 0 : last) }
    }
    let known = items.firstIndex {
      $0.question == question.id && $0.people == estimate.sampleSize && $0.freedom == values.count
    }
    if known == nil {
      items.append(
        Item(question: question.id, people: estimate.sampleSize, freedom: values.count)
      )
    }
    return Leaf(item: known ?? items.count - 1, values: values, weight: estimate.weightedSize)
  }

  /// Items with their part in the mean of elements.
  private static func terms(
    _ elements: [[Leaf]],
    _ rule: CombineRule
  ) -> [(item: Int, coefficients: [Double])] {
    let elements = elements.filter { !$0.isEmpty }
    let leaves = elements.flatMap { $0 }
    let weights: [Double] =
      switch rule {
      case .itemsEqual: leaves.map { _ in 1 }
      case .elementsEqual:
        elements.flatMap { element in element.map { _ in 1 / Double(element.count) } }
      case .answersPooled: leaves.map(\.weight)
      }
    return zip(leaves, weights).map { leaf, weight in
      (item: leaf.item, coefficients: leaf.values.map { $0 * weight })
    }
  }
}
