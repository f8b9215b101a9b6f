import SurveyModel
import SurveyStatistics

/// Works out what a report hides of questions from the means that it shows.
///
/// The attacker knows the formulas and how much the answers to each question weigh. The shares of all
/// answers are unknowns; what is told are equations. Something is given away of small questions when in
/// all worlds that fit the equations something about these alone is the same: when the worlds vary in
/// fewer directions than these questions have free shares.
struct ItemAttack {
  let form: RandomForm
  let data: Dataset

  /// How many people answered each question.
  var people: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: form.items.map { item in
        (item.id, data.column(item.id).map { data.count - $0.missing.count } ?? 0)
      }
    )
  }

  /// The questions that too few people answered.
  var small: Set<String> {
    Set(people.filter { (1..<form.suppression.below).contains($0.value) }.keys)
  }

  /// Whether what is `told` gives small questions away.
  func succeeds(_ told: Set<PublishedItems.Place>) -> Bool {
    let small = small
    if small.isEmpty { return false }
    var columns: [String: Range<Int>] = [:]
    var width = 0
    for item in form.items {
      columns[item.id] = width..<width + item.list.choices.count
      width += item.list.choices.count
    }
    func row(_ cells: [(column: Int, value: Double)]) -> [Double] {
      var row = Array(repeating: 0.0, count: width)
      for cell in cells { row[cell.column] += cell.value }
      return row
    }
    var rows = columns.values.map { range in row(range.map { ($0, 1) }) }
    for place in told {
      switch place {
      case .item(let id): rows += (columns[id] ?? 0..<0).map { row([($0, 1)]) }
      case .mean(let label), .whole(let label):
        guard let terms = terms(label) else { continue }
        rows.append(
          row(
            terms.flatMap { item, values in
              zip(columns[item] ?? 0..<0, values).map { (column: $0, value: $1) }
            }
          )
        )
      }
    }
    let protected = small.flatMap { columns[$0].map(Array.init) ?? [] }
    let worlds = Self.directions(rows, width).map { world in protected.map { world[$0] } }
    return Self.reduced(worlds).rank < protected.count - small.count
  }

  // MARK: What figures are made of

  /// What each answer adds to the mean or indicator of this name.
  private func terms(_ label: String) -> [(item: String, values: [Double])]? {
    for indicator in form.indicators {
      let isWhole = indicator.label.text(in: .vietnamese) == label
      switch indicator.kind {
      case .index(let index):
        if isWhole { return terms(index, index.parts.flatMap(\.elements)) }
        for part in index.parts {
          if part.label.text(in: .vietnamese) == label { return terms(index, part.elements) }
          for element in part.elements where element.label.text(in: .vietnamese) == label {
            return terms(index, [element])
          }
        }
      case .points(let items, _) where isWhole:
        return items.map { id in (id, choices(id).map { $0.points ?? 0 }) }
      case .share(let item, _) where isWhole:
        return [(item, choices(item).map { $0.isPositive ? 1 : 0 })]
      default: continue
      }
    }
    return nil
  }

  private func terms(
    _ index: Index,
    _ elements: [Index.Element]
  ) -> [(item: String, values: [Double])] {
    elements.flatMap { element in
      element.items.map { id in
        let weight: Double =
          switch index.combine {
          case .itemsEqual: 1
          case .elementsEqual: 1 / Double(element.items.count)
          case .answersPooled: weighed(id)
          }
        return (id, scores(id, index.itemFormula).map { $0 * weight })
      }
    }
  }

  private func choices(_ id: String) -> [Choice] {
    form.items.first { $0.id == id }?.list.choices ?? []
  }

  /// Codes rise from 1 by 1 with approval.
  private func scores(_ id: String, _ formula: ItemFormula) -> [Double] {
    let choices = choices(id)
    return choices.enumerated().map { place, choice in
      switch formula {
      case .topLevels: choice.isPositive ? 1 : 0
      case .meanOverMaximum: Double(place + 1) / Double(choices.count)
      case .rescaledMean: Double(place) / Double(choices.count - 1)
      }
    }
  }

  /// The weights of those who answered.
  private func weighed(_ id: String) -> Double {
    guard case .number(let weights)? = data.column("w")?.values, let column = data.column(id) else {
      return 0
    }
    return weights.indices.reduce(0) { $0 + (column.missing[$1] == nil ? weights[$1] : 0) }
  }

  // MARK: Linear algebra

  /// The directions in which nothing changes that the rows tell.
  private static func directions(_ rows: [[Double]], _ width: Int) -> [[Double]] {
    let (reduced, pivots, _) = reduced(rows)
    return (0..<width).filter { !pivots.contains($0) }.map { free in
      var direction = Array(repeating: 0.0, count: width)
      direction[free] = 1
      for (row, pivot) in pivots.enumerated() { direction[pivot] = -reduced[row][free] }
      return direction
    }
  }

  /// The rows with a leading one each, by the largest of what is left.
  private static func reduced(
    _ rows: [[Double]]
  ) -> (rows: [[Double]], pivots: [Int], rank: Int) {
    var rows = rows
    var pivots: [Int] = []
    for column in rows.first?.indices ?? 0..<0 {
      let open = rows.indices.dropFirst(pivots.count)
      guard let best = open.max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[best][column]) > 1e-7
      else { continue }
      rows.swapAt(pivots.count, best)
      let lead = rows[pivots.count].map { $0 / rows[pivots.count][column] }
      rows[pivots.count] = lead
      for row in rows.indices where row != pivots.count && rows[row][column] != 0 {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], lead).map { $0 - factor * $1 }
      }
      pivots.append(column)
    }
    return (rows, pivots, pivots.count)
  }
}
