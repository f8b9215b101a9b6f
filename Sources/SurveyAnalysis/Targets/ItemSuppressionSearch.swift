import SurveyStatistics

/// Finds the questions and means that cover questions of too few people.
///
/// What is hidden at first are the questions that fewer people answered than the plan allows. As long
/// as the means that are shown can be combined to something about these alone
/// (``LinearDisclosure``), the cheapest of what was combined is hidden too: questions before means, small
/// ones before large ones, wholes last. What turns out needless is shown again.
struct ItemSuppressionSearch {
  /// The questions that are hidden.
  private(set) var questions: Set<String>
  /// The positions of the means that are hidden.
  private(set) var means: Set<Int>

  private let figures: ItemFigures
  /// The questions that too few people answered.
  private let small: Set<String>

  init(_ minimum: Int, _ figures: ItemFigures) {
    func isSmall(_ people: Int) -> Bool { people > 0 && people < minimum }
    self.figures = figures
    small = Set(figures.items.filter { isSmall($0.people) }.map(\.question))
    questions = small
    means = Set(figures.means.indices.filter { isSmall(figures.means[$0].people) })
    var covers: [Cover] = []
    while let leak, let cover = cheapest(of: leak) {
      hide(cover)
      covers.append(cover)
    }
    for cover in covers.reversed() {
      show(cover)
      if leak != nil { hide(cover) }
    }
  }

  // MARK: What is given away

  /// Means that tell, taken together, of small questions alone.
  private var leak: [Int]? {
    if small.isEmpty { return nil }
    var columns: [Int: Range<Int>] = [:]
    var protected: Set<Int> = []
    var width = 0
    for (place, item) in figures.items.enumerated() where questions.contains(item.question) {
      columns[place] = width..<width + item.freedom
      width += item.freedom
      if small.contains(item.question) { protected.formUnion(columns[place] ?? 0..<0) }
    }
    let shown = figures.means.indices.filter { place in
      !means.contains(place) && figures.means[place].terms.contains { columns[$0.item] != nil }
    }
    let rows = shown.map { place in
      var row = Array(repeating: 0.0, count: width)
      for term in figures.means[place].terms {
        guard let range = columns[term.item] else { continue }
        for (column, coefficient) in zip(range, term.coefficients) { row[column] += coefficient }
      }
      return row
    }
    return LinearDisclosure.combination(of: rows, revealing: protected)?.map { shown[$0] }
  }

  // MARK: Covers

  private enum Cover {
    case question(String)
    case mean(Int)
  }

  private func cheapest(of leak: [Int]) -> Cover? {
    var candidates: [(cost: (Int, Int), cover: Cover)] = leak.map { place in
      let mean = figures.means[place]
      let cost =
        switch mean.path.count {
        case 0: 4
        case 1: 2
        default: 1
        }
      return ((cost, mean.people), .mean(place))
    }
    let told = Set(figures.alone.values)
    for place in Set(leak.flatMap { figures.means[$0].terms.map(\.item) }).sorted() {
      let item = figures.items[place]
      guard !questions.contains(item.question) else { continue }
      let cost = told.contains(item.question) ? 3 : 0
      candidates.append(((cost, item.people), .question(item.question)))
    }
    return candidates.min { $0.cost < $1.cost }?.cover
  }

  private mutating func hide(_ cover: Cover) {
    switch cover {
    case .question(let question): questions.insert(question)
    case .mean(let place): means.insert(place)
    }
  }

  private mutating func show(_ cover: Cover) {
    switch cover {
    case .question(let question): questions.remove(question)
    case .mean(let place): means.remove(place)
    }
  }
}
