/// A sparse matrix: for each unit of the last stage, sums over its rows by column.
struct ColumnUnitSums: Sendable {
  /// Where the entries of each unit begin; one more than there are units.
  private(set) var starts: [Int]
  /// The column of each entry.
  private(set) var columns: [Int32] = []
  /// The sum of each entry.
  private(set) var values: [Double] = []

  /// The same entries by column: where those of each column begin, their units and sums.
  private(set) var columnStarts: [Int] = []
  private(set) var units: [Int32] = []
  private(set) var valuesByColumn: [Double] = []

  var unitCount: Int { starts.count - 1 }

  /// The entries of a unit.
  func row(_ unit: Int) -> Range<Int> { starts[unit]..<starts[unit + 1] }

  /// Adds up c x over the rows of each unit.
  ///
  /// - Complexity: O(rows · columns that are not 0 in a row).
  init(_ blocks: [Calibration.Block], unitOfRow: [Int32], unitCount: Int) {
    starts = [0]
    starts.reserveCapacity(unitCount + 1)
    let width = blocks.last?.range.upperBound ?? 0
    var sums = [Double](repeating: 0, count: width)
    var lastUnit = [Int](repeating: -1, count: width)
    var touched: [Int] = []
    let order = stableOrder(of: unitOfRow, count: unitCount)
    var position = 0
    for unit in 0..<unitCount {
      while position < order.count, Int(unitOfRow[Int(order[position])]) == unit {
        let row = Int(order[position])
        position += 1
        for block in blocks where block.spread[row] != 0 {
          let spread = block.spread[row]
          block.columns.forEach(in: row) { column, value in
            let index = block.firstColumn + column
            if lastUnit[index] != unit {
              lastUnit[index] = unit
              touched.append(index)
              sums[index] = 0
            }
            sums[index] += spread * value
          }
        }
      }
      for index in touched where sums[index] != 0 {
        columns.append(Int32(index))
        values.append(sums[index])
      }
      touched.removeAll(keepingCapacity: true)
      starts.append(columns.count)
    }
    turn(width)
  }

  private mutating func turn(_ width: Int) {
    columnStarts = [Int](repeating: 0, count: width + 1)
    for column in columns { columnStarts[Int(column) + 1] += 1 }
    for column in 0..<width { columnStarts[column + 1] += columnStarts[column] }
    var next = columnStarts
    units = [Int32](repeating: 0, count: columns.count)
    valuesByColumn = [Double](repeating: 0, count: columns.count)
    for unit in 0..<unitCount {
      for entry in row(unit) {
        let column = Int(columns[entry])
        units[next[column]] = Int32(unit)
        valuesByColumn[next[column]] = values[entry]
        next[column] += 1
      }
    }
  }

  /// The entries of a column.
  func column(_ column: Int) -> Range<Int> { columnStarts[column]..<columnStarts[column + 1] }
}
