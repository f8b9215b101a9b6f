/// A small linear program in standard form: Ax = b, x ≥ 0, by the two-phase simplex method.
///
/// Bland's rule (1977), so that it never cycles. Made for tables of counts, whose coefficients are
/// 0, 1 and -1: the entries of the tableau of a two-way table stay whole numbers.
struct LinearProgram {
  private static let slack = 1e-9
  private static let pivotLimit = 20_000
  /// One row for each constraint: the coefficients and, last, the right-hand side.
  private var table: [[Double]]
  private var basis: [Int]
  private let variables: Int

  /// Finds a first solution; nil when there is none.
  init?(_ constraints: [[Double]], equal rightHandSide: [Double], variables: Int) {
    self.variables = variables
    let count = constraints.count
    table = []
    basis = []
    for (index, row) in constraints.enumerated() {
      let sign: Double = rightHandSide[index] < 0 ? -1 : 1
      var extended = row.map { sign * $0 } + [Double](repeating: 0, count: count)
      extended[variables + index] = 1
      table.append(extended + [sign * rightHandSide[index]])
      basis.append(variables + index)
    }
    let artificial = [Double](repeating: 0, count: variables) + Array(repeating: -1, count: count)
    guard let lacking = optimise(artificial, columns: variables + count),
      lacking > -Self.slack * Double(count + 1)
    else { return nil }
    // Artificial variables leave the basis; a row without others says nothing new.
    for row in table.indices.reversed() where basis[row] >= variables {
      if let column = (0..<variables).first(where: { table[row][$0].magnitude > Self.slack }) {
        pivot(row, column)
      } else {
        table.remove(at: row)
        basis.remove(at: row)
      }
    }
    for row in table.indices {
      let last = table[row][variables + count]
      table[row] = Array(table[row].prefix(variables)) + [last]
    }
  }

  /// The largest value of an objective and where it is; nil when it grows without end.
  func maximum(of objective: [Double]) -> (value: Double, solution: [Double])? {
    var copy = self
    guard let value = copy.optimise(objective, columns: variables) else { return nil }
    var solution = [Double](repeating: 0, count: variables)
    for (row, variable) in copy.basis.enumerated() where variable < variables {
      solution[variable] = copy.table[row].last ?? 0
    }
    return (value, solution)
  }

  private mutating func optimise(_ objective: [Double], columns: Int) -> Double? {
    let end = table.first.map { $0.count - 1 } ?? columns
    // Stopping early leaves a point that fits, and so a narrower answer.
    for _ in 0..<Self.pivotLimit {
      let entering = (0..<columns).first { column in
        !basis.contains(column) && reducedCost(column, objective) > Self.slack
      }
      guard let entering else { break }
      var leaving: Int?
      var best = Double.infinity
      for row in table.indices where table[row][entering] > Self.slack {
        let ratio = table[row][end] / table[row][entering]
        let isTied = (ratio - best).magnitude <= Self.slack
        if ratio < best - Self.slack || isTied && leaving.map({ basis[row] < basis[$0] }) == true {
          best = ratio
          leaving = row
        }
      }
      guard let leaving else { return nil }
      pivot(leaving, entering)
    }
    return table.indices.reduce(0) { $0 + objective[basis[$1]] * table[$1][end] }
  }

  private func reducedCost(_ column: Int, _ objective: [Double]) -> Double {
    var cost = objective[column]
    for row in table.indices where table[row][column] != 0 {
      cost -= objective[basis[row]] * table[row][column]
    }
    return cost
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let pivot = table[row][column]
    if pivot != 1 { for index in table[row].indices { table[row][index] /= pivot } }
    let source = table[row]
    for other in table.indices where other != row {
      let factor = table[other][column]
      guard factor != 0 else { continue }
      for index in source.indices where source[index] != 0 {
        table[other][index] -= factor * source[index]
      }
    }
    basis[row] = column
  }
}
