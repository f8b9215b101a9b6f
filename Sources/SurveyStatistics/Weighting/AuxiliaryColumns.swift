/// The columns X of one adjustment, whose population totals are known.
///
/// A margin is one column per category, kept as the category of each row; every other column
/// is a value per row. Columns of margins come first, in the order of the margins.
struct AuxiliaryColumns: Sendable {
  /// For each margin the column of each row, or -1 when the row is in none; empty where
  /// ``cells`` say it.
  let margins: [[Int32]]
  /// The first column of each margin.
  let marginStarts: [Int]
  /// Values of the other columns; column `denseStart + k` is `dense[k]`.
  let dense: [[Double]]
  /// The number of columns that belong to margins.
  let denseStart: Int
  /// The cells of several margins, when these are all columns and cut out few of them.
  let cells: MarginCells?
  /// The columns that are 1 in each of ``cells``.
  let columnsOfCell: [[Int]]

  private static let cellLimit = 1 << 12

  /// The number of columns.
  var count: Int { denseStart + dense.count }

  init(margins groupings: [Grouping], dense: [[Double]] = []) {
    var start = 0
    var starts: [Int] = []
    for grouping in groupings {
      starts.append(start)
      start += grouping.count
    }
    marginStarts = starts
    denseStart = start
    self.dense = dense
    let rows = groupings.first?.codes.count ?? 0
    let cells =
      dense.isEmpty && !groupings.isEmpty
      ? MarginCells(groupings, rows: rows, limit: Self.cellLimit) : nil
    self.cells = cells
    columnsOfCell = (0..<(cells?.count ?? 0)).map { cell in
      zip(starts, cells?.groupOfCell ?? []).compactMap { start, groups in
        groups[cell] < 0 ? nil : start + Int(groups[cell])
      }
    }
    margins =
      cells != nil
      ? []
      : zip(groupings, starts).map { grouping, first in
        let shift = Int32(first)
        return grouping.codes.mapGroups { $0 < 0 ? -1 : shift + $0 }
      }
  }

  /// What a column is, for messages.
  func name(of column: Int) -> CalibrationColumn {
    guard column < denseStart else { return .column(column - denseStart) }
    let margin = marginStarts.lastIndex { $0 <= column } ?? 0
    return .cell(column - marginStarts[margin], margin: margin)
  }

  /// Calls `body` with each column that is not 0 in a row, and its value.
  @inline(__always)
  func forEach(in row: Int, _ body: (Int, Double) -> Void) {
    if let cells {
      for column in columnsOfCell[Int(cells.cellOfRow[row])] { body(column, 1) }
      return
    }
    for margin in margins {
      let column = Int(margin[row])
      if column >= 0 { body(column, 1) }
    }
    for (offset, values) in dense.enumerated() { body(denseStart + offset, values[row]) }
  }
}

extension AuxiliaryColumns {
  /// Σ a x for each column.
  func sums(_ a: [Double]) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: count)
    if let cells {
      for (cell, sum) in cells.sums(a).enumerated() where sum != 0 {
        for column in columnsOfCell[cell] { sums[column].add(sum) }
      }
      return sums.map(\.value)
    }
    for margin in margins {
      for (row, column) in margin.enumerated() where column >= 0 && a[row] != 0 {
        sums[Int(column)].add(a[row])
      }
    }
    for (offset, values) in dense.enumerated() {
      for (row, value) in values.enumerated() where a[row] != 0 {
        sums[denseStart + offset].add(a[row] * value)
      }
    }
    return sums.map(\.value)
  }

  /// Σ |a x| for each column.
  func magnitudes(_ a: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (row, factor) in a.enumerated() where factor != 0 {
      forEach(in: row) { column, value in sums[column] += (factor * value).magnitude }
    }
    return sums
  }

  /// x'b for each row.
  func products(_ b: ArraySlice<Double>, rows: Int) -> [Double] {
    var products = [Double](repeating: 0, count: rows)
    let first = b.startIndex
    if let cells {
      let products = columnsOfCell.map { columns in
        columns.reduce(0.0) { $0 + b[first + $1] }
      }
      return cells.cellOfRow.map { products[Int($0)] }
    }
    for margin in margins {
      for (row, column) in margin.enumerated() where column >= 0 {
        products[row] += b[first + Int(column)]
      }
    }
    for (offset, values) in dense.enumerated() {
      let coefficient = b[first + denseStart + offset]
      guard coefficient != 0 else { continue }
      for (row, value) in values.enumerated() { products[row] += value * coefficient }
    }
    return products
  }

  /// Σ a x x' for each pair of columns, row by row of the matrix.
  func crossProducts(_ a: [Double]) -> [Double] {
    guard let cells else { return crossProducts(a, with: self) }
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: count * count)
    for (cell, sum) in cells.sums(a).enumerated() where sum != 0 {
      let columns = columnsOfCell[cell]
      for i in columns {
        for j in columns { sums[i * count + j].add(sum) }
      }
    }
    return sums.map(\.value)
  }

  /// Σ a x x* for each pair of a column here and one of `other`, row by row of the matrix.
  func crossProducts(_ a: [Double], with other: AuxiliaryColumns) -> [Double] {
    let width = other.count
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: count * width)
    for (row, factor) in a.enumerated() where factor != 0 {
      forEach(in: row) { i, x in
        let start = i * width
        let scaled = factor * x
        other.forEach(in: row) { j, y in sums[start + j].add(scaled * y) }
      }
    }
    return sums.map(\.value)
  }
}
