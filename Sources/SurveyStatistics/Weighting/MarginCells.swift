/// The cells that several margins cut the rows into together, as far as they occur.
struct MarginCells: Sendable {
  /// Cells in the order of their first rows.
  let cellOfRow: [Int32]
  let count: Int
  /// For each margin its group in each cell, -1 for none.
  let groupOfCell: [[Int32]]

  /// Cells of margins of so many rows; nil when there are more than `limit`.
  init?(_ margins: [Grouping], rows: Int, limit: Int) {
    var cells = DenseCodes(single: rows)
    for margin in margins {
      cells = DenseCodes(cells, DenseCodes(.words(margin.codes.mapGroups { $0 + 1 })))
      if cells.count > limit { return nil }
    }
    self.init(margins, cells)
  }

  /// Cells of margins of so many rows.
  init(_ margins: [Grouping], rows: Int) {
    let cells = margins.reduce(DenseCodes(single: rows)) { cells, margin in
      DenseCodes(cells, DenseCodes(.words(margin.codes.mapGroups { $0 + 1 })))
    }
    self.init(margins, cells)
  }

  private init(_ margins: [Grouping], _ cells: DenseCodes) {
    cellOfRow = cells.codes
    count = cells.count
    var firstRow = [Int](repeating: -1, count: cells.count)
    var found = 0
    for (row, cell) in cells.codes.enumerated() where firstRow[Int(cell)] < 0 {
      firstRow[Int(cell)] = row
      found += 1
      if found == cells.count { break }
    }
    groupOfCell = margins.map { margin in firstRow.map { Int32(margin.codes[$0]) } }
  }

  /// Σ a over the rows of each cell.
  func sums(_ a: [Double]) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: count)
    let (cells, a) = (cellOfRow.span, a.span)
    for row in cells.indices where a[row] != 0 { sums[Int(cells[row])].add(a[row]) }
    return sums.map(\.value)
  }
}
