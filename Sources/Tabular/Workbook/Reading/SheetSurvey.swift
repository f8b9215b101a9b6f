/// What one pass over a whole sheet found before any of its rows is handed out.
///
/// A sheet that is damaged anywhere is refused then, not half-way.
package struct SheetSurvey: Sendable, Hashable {
  /// Something that occurs in a sheet: how often, and where first.
  package struct Tally: Sendable, Hashable {
    /// How often.
    package internal(set) var count = 0
    /// Where first.
    package internal(set) var first: CellReference?

    mutating func add(_ cell: CellReference) {
      count += 1
      if first == nil { first = cell }
    }
  }

  /// The spread of cells beyond which a sheet is refused.
  static let cellLimit = 1_000_000_000

  /// Rows that hold something.
  package internal(set) var rowCount = 0
  /// Columns up to the last one that holds something.
  package internal(set) var columnCount = 0
  /// The merged ranges in the order of their first rows.
  package internal(set) var merges: [CellRange] = []
  /// Cells that show an error such as `#N/A`.
  package internal(set) var errors = Tally()
  /// Formulas whose results were never computed, which read as empty.
  package internal(set) var uncomputed = Tally()
  /// Rows that are hidden, by hand or by a filter; they are read like others.
  package internal(set) var hiddenRowCount = 0

  /// With `needed` a formula there without its result keeps the sheet from being read.
  init(
    _ workbook: Workbook,
    _ sheet: Workbook.Sheet,
    _ renderer: CellRenderer,
    needed: SheetArea? = nil
  ) throws(TabularError) {
    var lacking = Tally()
    var parser = try SheetParser(try workbook.part(of: sheet), sheet: sheet.name)
    var row = SheetRow()
    while try parser.read(into: &row) {
      var isBlank = true
      for cell in row.cells {
        let place = CellReference(row: row.number, column: cell.column)
        // The result of a formula that gives an empty text is a text.
        if cell.hasFormula, cell.content.isEmpty, cell.kind != .text {
          uncomputed.add(place)
          if let needed, needed.contains(place) { lacking.add(place) }
        }
        if try renderer.isBlank(cell, of: row) { continue }
        if cell.kind == .error { errors.add(place) }
        isBlank = false
        columnCount = max(columnCount, cell.column + 1)
      }
      if isBlank { continue }
      rowCount += 1
      if row.isHidden { hiddenRowCount += 1 }
    }
    if let first = lacking.first {
      throw .workbook(
        .uncomputed(sheet: sheet.name, cell: first.description, count: lacking.count)
      )
    }
    guard rowCount * columnCount <= Self.cellLimit else {
      throw .workbook(.tooManyCells(sheet: sheet.name, limit: Self.cellLimit))
    }
    merges = parser.merges.sorted {
      ($0.first.row, $0.first.column) < ($1.first.row, $1.first.column)
    }
  }
}
