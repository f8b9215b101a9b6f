@testable import SurveyStatistics

/// Works out what a report hides from what it shows.
///
/// The attacker has the report, knows which groups of one question make up those of another, that
/// nobody is counted twice, and that no count is negative. Counts are bounded by linear programming
/// over all tables at once; figures are found where equations leave a single answer.
struct DisclosureAttack {
  typealias Group = PublishedFigures.Group

  /// A place that the report hides, and what can be said of it all the same.
  struct Finding {
    let quantity: String
    let group: Group
    /// The least and the largest count that fit; no end above when nil.
    var low: Int
    var high: Int?
    /// The figure, where it can be computed.
    var value: Double?
  }

  let figures: PublishedFigures
  /// The groups that another group is made of.
  let parts: [Group: [Group]]
  /// Questions that everybody answers, such as where somebody lives.
  let complete: Set<String>

  private var numbers: [Unknown: Int] = [:]
  private var rows: [(cells: [Unknown: Double], sum: Double)] = []

  /// What is not published, or only bounded.
  private enum Unknown: Hashable {
    case count(String, Group)
    /// People who are in no group of a question.
    case nowhere(String, String)
    /// What is left up to a bound.
    case slack(Int)
  }

  init(
    _ figures: PublishedFigures,
    parts: [Group: [Group]] = [:],
    complete: Set<String> = []
  ) {
    self.figures = figures
    self.parts = parts
    self.complete = complete
    collect()
  }

  // MARK: Counts

  /// Every hidden count with its bounds; nil when nothing fits, which no report should bring about.
  func counts() -> [Finding]? {
    let order = numbers.sorted { $0.value < $1.value }.map(\.key)
    let matrix = rows.map { row in
      var line = [Double](repeating: 0, count: order.count)
      for (unknown, factor) in row.cells { line[numbers[unknown] ?? 0] += factor }
      return line
    }
    var findings: [Finding] = []
    // Unknowns that no equation connects are worked out apart.
    for block in blocks(matrix, order.count) {
      let hidden = block.unknowns.filter { place in
        guard case .count(let quantity, let group) = order[place] else { return false }
        return figures.quantities[quantity]?.groups[group]?.isHidden == true
      }
      if hidden.isEmpty { continue }
      guard
        let program = LinearProgram(
          block.rows.map { row in block.unknowns.map { matrix[row][$0] } },
          equal: block.rows.map { rows[$0].sum },
          variables: block.unknowns.count
        )
      else { return nil }
      for (place, unknown) in block.unknowns.enumerated() where hidden.contains(unknown) {
        guard case .count(let quantity, let group) = order[unknown] else { continue }
        var objective = [Double](repeating: 0, count: block.unknowns.count)
        objective[place] = 1
        let high = program.maximum(of: objective)?.value
        objective[place] = -1
        let low = program.maximum(of: objective)?.value ?? 0
        findings.append(
          Finding(
            quantity: quantity,
            group: group,
            low: Int((-low - 1e-6).rounded(.up)),
            high: high.map { Int(($0 + 1e-6).rounded(.down)) }
          )
        )
      }
    }
    return findings
  }

  /// Unknowns with the equations that connect them.
  private func blocks(
    _ matrix: [[Double]],
    _ count: Int
  ) -> [(unknowns: [Int], rows: [Int])] {
    var lead = Array(0..<count)
    func root(_ one: Int) -> Int {
      var one = one
      while lead[one] != one { one = lead[one] }
      return one
    }
    for row in matrix {
      let used = row.indices.filter { row[$0] != 0 }
      for other in used.dropFirst() { lead[root(other)] = root(used[0]) }
    }
    return Dictionary(grouping: 0..<count, by: root).map { lead, unknowns in
      let rows = matrix.indices.filter { row in
        matrix[row].firstIndex { $0 != 0 }.map { root($0) == lead } ?? false
      }
      return (unknowns, rows)
    }
  }

  private mutating func collect() {
    for (quantity, figure) in figures.quantities {
      let questions = Set(figure.groups.keys.map(\.question))
      for question in questions {
        var sum: [Unknown: Double] = [:]
        var known = 0.0
        for group in groups(of: question) {
          if let count = count(quantity, group) {
            known += Double(count)
          } else if figure.groups[group] != nil {
            sum[.count(quantity, group)] = 1
          }
        }
        if let total = figure.whole.count {
          if !complete.contains(question) { sum[.nowhere(quantity, question)] = 1 }
          add(sum, Double(total) - known)
        }
        if quantity == PublishedFigures.people, let answered = figures.answered[question],
          let total = figure.whole.count
        {
          add([.nowhere(quantity, question): 1], Double(total - answered))
        }
      }
    }
    boundByPeople()
    for (whole, parts) in parts {
      for (quantity, figure) in figures.quantities {
        let isTold = ([whole] + parts).allSatisfy { group in
          quantity == PublishedFigures.people
            ? figures.members[group.question]?.contains(group.group) == true
            : figure.groups[group] != nil
        }
        guard isTold else { continue }
        var sum: [Unknown: Double] = [:]
        var known = 0.0
        for (group, sign) in [(whole, -1.0)] + parts.map({ ($0, 1.0) }) {
          if let count = count(quantity, group) {
            known += sign * Double(count)
          } else {
            sum[.count(quantity, group)] = sign
          }
        }
        if !sum.isEmpty { add(sum, -known) }
      }
    }
  }

  /// Nobody answers who is not there: of each group no more answer than there are.
  private mutating func boundByPeople() {
    let people = PublishedFigures.people
    guard let all = figures.quantities[people]?.whole.count else { return }
    for question in figures.members.keys.sorted() {
      var sum: [Unknown: Double] =
        complete.contains(question) ? [:] : [.nowhere(people, question): 1]
      var known = 0.0
      let isListed = figures.quantities[people]?.groups.keys.contains { $0.question == question }
      for group in groups(of: question) {
        if let count = count(people, group) {
          known += Double(count)
        } else {
          sum[.count(people, group)] = 1
        }
        var most = 0
        for (quantity, figure) in figures.quantities
        where quantity != people && figure.groups[group] != nil {
          if let count = count(quantity, group) {
            most = max(most, count)
          } else {
            bound(.count(quantity, group), by: group)
          }
        }
        if most > 0, count(people, group) == nil {
          add([.count(people, group): 1, slack(): -1], Double(most))
        }
      }
      if isListed != true { add(sum, Double(all) - known) }
      for quantity in figures.quantities.keys
      where numbers[.nowhere(quantity, question)] != nil && quantity != people {
        add([.nowhere(people, question): 1, .nowhere(quantity, question): -1, slack(): -1], 0)
      }
    }
  }

  private mutating func bound(_ unknown: Unknown, by group: Group) {
    if let count = count(PublishedFigures.people, group) {
      add([unknown: 1, slack(): 1], Double(count))
    } else {
      add([.count(PublishedFigures.people, group): 1, unknown: -1, slack(): -1], 0)
    }
  }

  private mutating func slack() -> Unknown { .slack(numbers.count) }

  private mutating func add(_ cells: [Unknown: Double], _ sum: Double) {
    for unknown in cells.keys where numbers[unknown] == nil { numbers[unknown] = numbers.count }
    rows.append((cells, sum))
  }

  private func groups(of question: String) -> [Group] {
    (figures.members[question] ?? []).map { Group(question: question, group: $0) }
  }

  private func count(_ quantity: String, _ group: Group) -> Int? {
    figures.quantities[quantity]?.groups[group]?.count
  }

  // MARK: Figures

  /// Every hidden figure that sums over the groups tell, given bounds on `counts`.
  ///
  /// The sum over a group is its figure times its answers. Who is in no group, and groups without an
  /// answer, add nothing where the counts say that there is nobody.
  func values(_ counts: [Finding]) -> [Finding] {
    var findings: [Finding] = []
    for (quantity, figure) in figures.quantities {
      guard let value = figure.whole.value, let total = figure.whole.count else { continue }
      var unknowns: [Group] = []
      var equations: [(cells: [Group: Double], sum: Double)] = []
      func sum(_ group: Group) -> Double? {
        if let own = figure.groups[group], let value = own.value, let count = own.count {
          return value * Double(count)
        }
        let bounds = counts.first { $0.quantity == quantity && $0.group == group }
        return figure.groups[group]?.count == 0 || bounds?.high == 0 ? 0 : nil
      }
      for question in Set(figure.groups.keys.map(\.question)) {
        let groups = groups(of: question).filter { figure.groups[$0] != nil }
        var equation: [Group: Double] = [:]
        var rest = value * Double(total)
        for group in groups {
          if let sum = sum(group) { rest -= sum } else { equation[group] = 1 }
        }
        // People in no group are one unknown more, unless there are none.
        if !nobody(quantity, question, total, groups) {
          equation[Group(question: question, group: "")] = 1
        }
        equations.append((equation, rest))
      }
      for (whole, parts) in parts
      where figure.groups[whole] != nil && parts.allSatisfy({ figure.groups[$0] != nil }) {
        var equation: [Group: Double] = [:]
        var rest = 0.0
        for (group, sign) in [(whole, -1.0)] + parts.map({ ($0, 1.0) }) {
          if let sum = sum(group) { rest -= sign * sum } else { equation[group] = sign }
        }
        equations.append((equation, rest))
      }
      unknowns = Array(Set(equations.flatMap(\.cells.keys)))
      for (group, sum) in Self.solved(equations, unknowns)
      where figure.groups[group]?.isHidden == true {
        let known = counts.first { $0.quantity == quantity && $0.group == group }
        let size = figure.groups[group]?.count ?? (known?.low == known?.high ? known?.low : nil)
        findings.append(
          Finding(
            quantity: quantity,
            group: group,
            low: known?.low ?? 0,
            high: known?.high,
            value: size.map { sum / Double(max(1, $0)) } ?? sum
          )
        )
      }
    }
    return findings
  }

  /// Whether everybody is surely in a group of a question.
  private func nobody(
    _ quantity: String,
    _ question: String,
    _ total: Int,
    _ groups: [Group]
  ) -> Bool {
    if complete.contains(question) { return true }
    if let people = figures.quantities[PublishedFigures.people]?.whole.count,
      figures.answered[question] == people
    {
      return true
    }
    let shown = groups.compactMap { figures.quantities[quantity]?.groups[$0]?.count }
    return shown.count == groups.count && shown.reduce(0, +) == total
  }

  /// The unknowns that equations leave no choice for.
  private static func solved(
    _ equations: [(cells: [Group: Double], sum: Double)],
    _ unknowns: [Group]
  ) -> [(Group, Double)] {
    var matrix = equations.map { equation in
      unknowns.map { equation.cells[$0] ?? 0 } + [equation.sum]
    }
    var row = 0
    for column in unknowns.indices {
      guard let pivot = (row..<matrix.count).first(where: { abs(matrix[$0][column]) > 1e-9 }) else {
        continue
      }
      matrix.swapAt(row, pivot)
      let factor = matrix[row][column]
      matrix[row] = matrix[row].map { $0 / factor }
      for other in matrix.indices where other != row && matrix[other][column] != 0 {
        let factor = matrix[other][column]
        for index in matrix[other].indices { matrix[other][index] -= factor * matrix[row][index] }
      }
      row += 1
      if row == matrix.count { break }
    }
    return matrix.compactMap { line in
      let used = unknowns.indices.filter { abs(line[$0]) > 1e-9 }
      return used.count == 1 ? (unknowns[used[0]], line[unknowns.count] / line[used[0]]) : nil
    }
  }
}
