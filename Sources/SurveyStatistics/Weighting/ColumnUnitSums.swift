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
  /// Tables of units by columns, or by cells of margins, are not larger than `tableLimit`.
  ///
  /// - Complexity: O(rows · columns that are not 0 in a row).
  init(
    _ blocks: [Calibration.Block],
    unitOfRow: [Int32],
    unitCount: Int,
    tableLimit: Int = 1 << 22
  ) {
    let width = blocks.last?.range.upperBound ?? 0
    starts = [0]
    starts.reserveCapacity(unitCount + 1)
    let (size, overflow) = unitCount.multipliedReportingOverflow(by: width)
    if !overflow, size <= tableLimit {
      addInRowOrder(blocks, unitOfRow, unitCount, width, tableLimit)
    } else {
      addUnitByUnit(blocks, unitOfRow, unitCount, width)
    }
    turn(width)
  }

  /// One pass over the rows as they are, with a table of units by columns.
  private mutating func addInRowOrder(
    _ blocks: [Calibration.Block],
    _ unitOfRow: [Int32],
    _ unitCount: Int,
    _ width: Int,
    _ tableLimit: Int
  ) {
    var sums = [Double](repeating: 0, count: unitCount * width)
    for block in blocks {
      if let cells = block.columns.cells {
        Self.add(block, cells, unitOfRow, unitCount, width, tableLimit, to: &sums)
      }
      for margin in block.columns.margins {
        Self.add(block.spread, margin, unitOfRow, block.firstColumn, width, to: &sums)
      }
      for (offset, values) in block.columns.dense.enumerated() {
        let column = block.firstColumn + block.columns.denseStart + offset
        for (row, value) in values.enumerated() where block.spread[row] != 0 {
          sums[Int(unitOfRow[row]) * width + column] += block.spread[row] * value
        }
      }
    }
    for unit in 0..<unitCount {
      for column in 0..<width where sums[unit * width + column] != 0 {
        columns.append(Int32(column))
        values.append(sums[unit * width + column])
      }
      starts.append(columns.count)
    }
  }

  /// Adds rows by unit and cell of the margins, and each cell to its columns.
  private static func add(
    _ block: Calibration.Block,
    _ cells: MarginCells,
    _ unitOfRow: [Int32],
    _ unitCount: Int,
    _ width: Int,
    _ tableLimit: Int,
    to sums: inout [Double]
  ) {
    guard unitCount * cells.count <= tableLimit else {
      // Few columns may cut out many cells: a table of them would be larger than the sums.
      for (row, cell) in cells.cellOfRow.enumerated() {
        let first = Int(unitOfRow[row]) * width + block.firstColumn
        for column in block.columns.columnsOfCell[Int(cell)] {
          sums[first + column] += block.spread[row]
        }
      }
      return
    }
    var cellSums = [Double](repeating: 0, count: unitCount * cells.count)
    add(block.spread, cells.cellOfRow, unitOfRow, 0, cells.count, to: &cellSums)
    for unit in 0..<unitCount {
      for (cell, columns) in block.columns.columnsOfCell.enumerated() {
        let sum = cellSums[unit * cells.count + cell]
        for column in columns { sums[unit * width + block.firstColumn + column] += sum }
      }
    }
  }

  private static func add(
    _ spread: [Double],
    _ margin: [Int32],
    _ unitOfRow: [Int32],
    _ firstColumn: Int,
    _ width: Int,
    to sums: inout [Double]
  ) {
    let (spread, margin, unitOfRow) = (spread.span, margin.span, unitOfRow.span)
    var sums = sums.mutableSpan
    for row in margin.indices where margin[row] >= 0 {
      sums[Int(unitOfRow[row]) * width + firstColumn + Int(margin[row])] += spread[row]
    }
  }

  /// Unit by unit, so that many units with many columns take no more room than they fill.
  private mutating func addUnitByUnit(
    _ blocks: [Calibration.Block],
    _ unitOfRow: [Int32],
    _ unitCount: Int,
    _ width: Int
  ) {
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
