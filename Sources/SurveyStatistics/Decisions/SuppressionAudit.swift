/// What a reader can work out about the hidden cells of a published table.
///
/// A reader knows the published cells, that the table adds up, and that no count is negative. For
/// each hidden cell the smallest and the largest count that fit are found by linear programming
/// (Fischetti and Salazar 2001) and proved by the two tables in which they occur.
public struct SuppressionAudit: Sendable {
  /// What can be worked out about one cell.
  public enum Bounds: Hashable, Sendable {
    /// From the smallest to the largest count that fits.
    case between(Int, Int)
    /// At least this count; nothing limits it from above.
    case atLeast(Int)
    /// No tables prove it; taken as recoverable.
    case unproved

    /// How far apart the ends are; nil without end.
    public var width: Int? {
      switch self {
      case .between(let low, let high): high - low
      case .atLeast: nil
      case .unproved: 0
      }
    }
  }

  private let table: AdditiveTable
  private let hidden: [Int]
  private let program: LinearProgram?

  /// Audits the table with the cells `hidden` left out.
  public init(_ table: AdditiveTable, hidden: Set<Int>) {
    self.table = table
    self.hidden = hidden.filter { table.counts.indices.contains($0) }.sorted()
    let place = Dictionary(uniqueKeysWithValues: self.hidden.enumerated().map { ($1, $0) })
    var constraints: [[Double]] = []
    var sums: [Double] = []
    for relation in table.relations {
      var row = [Double](repeating: 0, count: place.count)
      var sum = 0.0
      for part in relation.parts {
        if let index = place[part] { row[index] += 1 } else { sum -= Double(table.counts[part]) }
      }
      if let index = place[relation.total] {
        row[index] -= 1
      } else {
        sum += Double(table.counts[relation.total])
      }
      guard row.contains(where: { $0 != 0 }) else { continue }
      constraints.append(row)
      sums.append(sum)
    }
    program = LinearProgram(constraints, equal: sums, variables: place.count)
  }

  /// What can be worked out about `cell`; nil when it is published.
  public func bounds(of cell: Int) -> Bounds? {
    guard let index = hidden.firstIndex(of: cell) else { return nil }
    guard let program else { return .unproved }
    var objective = [Double](repeating: 0, count: hidden.count)
    objective[index] = -1
    guard let low = program.maximum(of: objective), let smallest = proved(low.solution, index)
    else { return .unproved }
    objective[index] = 1
    guard let high = program.maximum(of: objective) else { return .atLeast(smallest) }
    guard let largest = proved(high.solution, index) else { return .unproved }
    return .between(smallest, largest)
  }

  /// The count of a cell in a table of whole numbers that adds up; nil when it does not.
  private func proved(_ solution: [Double], _ index: Int) -> Int? {
    var counts = table.counts
    for (cell, value) in zip(hidden, solution) {
      guard value.isFinite, value.magnitude < 1e12 else { return nil }
      counts[cell] = Int(value.rounded())
    }
    guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
    for relation in table.relations {
      let sum = relation.parts.reduce(0) { $0 + counts[$1] }
      guard sum == counts[relation.total] else { return nil }
    }
    return counts[hidden[index]]
  }
}
