/// The cells of a sheet from which answers are taken.
package struct SheetArea: Sendable, Hashable {
  /// Their columns, from 0.
  package let columns: Set<Int>
  /// The row above the first of them, from 1.
  package let headerRow: Int

  /// The cells of `columns` below `headerRow`.
  package init(columns: Set<Int>, below headerRow: Int) {
    self.columns = columns
    self.headerRow = headerRow
  }

  func contains(_ cell: CellReference) -> Bool {
    cell.row > headerRow && columns.contains(cell.column)
  }
}
