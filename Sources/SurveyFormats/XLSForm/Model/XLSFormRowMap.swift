/// Finds the rows that references mean.
struct XLSFormRowMap {
  /// The row that begins the group around each row.
  private(set) var container: [Int: Int] = [:]
  /// The row that begins the innermost turn of a loop around each row.
  private(set) var turn: [Int: Int] = [:]
  /// The rows that end turns, by those that begin them.
  private var ends: [Int: Int] = [:]
  /// The rows of each name, in order.
  private var rows: [String: [Int]] = [:]
  private let names: [String]
  private var nameBySmallLetters: [String: String] = [:]

  /// The map of rows; those in `turns` begin a turn of a loop.
  init(_ items: [XLSFormItem], turns: Set<Int>) {
    names = items.map(\.name)
    var open: [Int] = []
    var openTurns: [Int] = []
    for (row, item) in items.enumerated() {
      if case .end = item.type {
        if let begin = open.popLast(), begin == openTurns.last {
          openTurns.removeLast()
          ends[begin] = row
        }
        continue
      }
      container[row] = open.last
      turn[row] = openTurns.last
      // No reference can name a turn.
      if turns.contains(row) {
        openTurns.append(row)
      } else {
        rows[item.name, default: []].append(row)
        let small = item.name.lowercased()
        if nameBySmallLetters[small] == nil { nameBySmallLetters[small] = item.name }
      }
      if case .begin = item.type { open.append(row) }
    }
    for begin in openTurns { ends[begin] = items.count }
  }

  /// The name that is written like this in small letters.
  func name(like small: String) -> String? { nameBySmallLetters[small] }

  /// The row that `${name}` means at `row`: that of the same turn of a loop, or the only one.
  func row(of name: String, from row: Int?) -> Int? {
    guard let rows = rows[name] else { return nil }
    if rows.count == 1 { return rows.first }
    var turn = row.flatMap { self.turn[$0] }
    while let begin = turn, let end = ends[begin] {
      let found = rows[first(in: rows, from: begin)...].prefix(2).filter { $0 < end }
      if !found.isEmpty { return found.count == 1 ? found.first : nil }
      turn = self.turn[begin]
    }
    return nil
  }

  /// The row that a path at `row` leads to, else the only one of that name.
  func row(at path: XLSFormPath, from row: Int?) -> Int? {
    guard let name = path.names.last, let rows = rows[name] else { return nil }
    if rows.count == 1 { return rows.first }
    var group: Int?
    if let ups = path.ups {
      group = row.flatMap { container[$0] }
      for _ in 1..<max(1, ups) {
        guard let inner = group else { return nil }
        group = container[inner]
      }
    }
    let start = group.map { first(in: rows, from: $0) } ?? 0
    return rows[start...].first { leads(path.names.dropLast(), from: group, to: container[$0]) }
  }

  private func leads(_ names: ArraySlice<String>, from outer: Int?, to inner: Int?) -> Bool {
    var group = inner
    for name in names.reversed() {
      guard let begin = group, self.names[begin] == name else { return false }
      group = container[begin]
    }
    return group == outer
  }

  /// The place of the first row that is not before `row`.
  private func first(in rows: [Int], from row: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = low + (high - low) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
