/// The cells that several margins cut the rows into together, as far as they occur.
struct MarginCells: Sendable {
  /// Cells in the order of their first rows.
  let cellOfRow: [Int32]
  let count: Int
  /// For each margin its group in each cell, -1 for none.
  let groupOfCell: [[Int32]]

  /// Cells are numbered by a table when there can be at most this many.
  private static let tableLimit = 1 << 16

  /// Cells of margins of so many rows; nil when there are more than `limit`.
  init?(_ margins: [Grouping], rows: Int, limit: Int) {
    guard let cells = Self.cells(of: margins, rows: rows, limit: limit) else { return nil }
    self.init(margins, cells)
  }

  /// Cells of margins of so many rows.
  init(_ margins: [Grouping], rows: Int) {
    // There are never more cells than rows.
    let cells = Self.cells(of: margins, rows: rows, limit: rows)
    self.init(margins, cells ?? DenseCodes(single: rows))
  }

  private static func cells(of margins: [Grouping], rows: Int, limit: Int) -> DenseCodes? {
    var cells = DenseCodes(single: rows)
    if let sizes = sizes(of: margins) {
      cells = DenseCodes(crossed(margins, sizes.strides, rows: rows), below: sizes.product)
      return cells.count > limit ? nil : cells
    }
    for margin in margins {
      cells = DenseCodes(cells, DenseCodes(.words(margin.codes.mapGroups { $0 + 1 })))
      if cells.count > limit { return nil }
    }
    return cells
  }

  /// By what the groups of each margin are multiplied, one group more being those outside;
  /// nil when that makes more cells than a table may have.
  private static func sizes(of margins: [Grouping]) -> (strides: [Int32], product: Int)? {
    var (strides, product): ([Int32], Int) = ([], 1)
    for margin in margins {
      strides.append(Int32(product))
      let (next, overflow) = product.multipliedReportingOverflow(by: margin.count + 1)
      guard !overflow, next <= tableLimit else { return nil }
      product = next
    }
    return (strides, product)
  }

  private static func crossed(
    _ margins: [Grouping],
    _ strides: [Int32],
    rows: Int
  ) -> [Int32] {
    var crossed = [Int32](repeating: 0, count: rows)
    var cells = crossed.mutableSpan
    for (margin, stride) in zip(margins, strides) {
      switch margin.codes.form {
      case .words(let codes):
        let codes = codes.span
        for row in cells.indices { cells[row] &+= stride &* (codes[row] &+ 1) }
      case .bytes(let codes, let groups):
        let table = groups.map { stride &* ($0 &+ 1) }
        let (codes, shares) = (codes.span, table.span)
        for row in cells.indices { cells[row] &+= shares[Int(codes[row])] }
      }
    }
    return crossed
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
