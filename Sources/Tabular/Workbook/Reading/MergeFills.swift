/// The values that merged ranges give to all their cells.
///
/// An office merges the unit's name over ten rows and a question over its five columns, and means
/// the value for each of them. A title over the whole width is no value of any column: it stays in
/// its first cell.
struct MergeFills {
  /// The most columns that all ranges together may begin in, counted row by row.
  private static let workLimit = 20_000_000

  private let merges: [CellRange]
  private var next = 0
  private var row = 0
  /// For each column the last row that is filled, and with what.
  private var lastRows: [Int]
  private var values: [[UInt8]]
  private var areNumbers: [Bool]

  init(_ merges: [CellRange], columnCount: Int, sheet: String) throws(TabularError) {
    let merges = merges.filter {
      columnCount == 1 || $0.first.column > 0 || $0.last.column < columnCount - 1
    }
    self.merges = merges
    let work = merges.reduce(0) { sum, merge in
      sum + max(0, min(merge.last.column, columnCount - 1) - merge.first.column + 1)
    }
    guard work <= Self.workLimit else {
      let cell = merges.first?.description ?? ""
      throw .workbook(.badCell(sheet: sheet, cell: cell, .badMerge))
    }
    lastRows = merges.isEmpty ? [] : Array(repeating: 0, count: columnCount)
    values = merges.isEmpty ? [] : Array(repeating: [], count: columnCount)
    areNumbers = merges.isEmpty ? [] : Array(repeating: false, count: columnCount)
  }

  /// Takes up the ranges that begin in this row; `value` lends the texts of its cells, and `numbers`
  /// are those that are numbers.
  mutating func begin(_ row: Int, numbers: CellSet, value: (Int) -> ArraySlice<UInt8>) {
    self.row = row
    while next < merges.count, merges[next].first.row <= row {
      let merge = merges[next]
      next += 1
      guard merge.first.row == row, merge.first.column < lastRows.count else { continue }
      let text = Array(value(merge.first.column))
      guard !text.isEmpty else { continue }
      for column in merge.first.column...min(merge.last.column, lastRows.count - 1) {
        lastRows[column] = merge.last.row
        values[column] = text
        areNumbers[column] = numbers.contains(merge.first.column)
      }
    }
  }

  /// What the cell of this column is filled with in the row at hand.
  subscript(column: Int) -> [UInt8]? {
    guard lastRows.indices.contains(column), row <= lastRows[column] else { return nil }
    return values[column]
  }

  /// Whether the cell of this column is filled with a number in the row at hand.
  func isNumber(_ column: Int) -> Bool { self[column] != nil && areNumbers[column] }
}
