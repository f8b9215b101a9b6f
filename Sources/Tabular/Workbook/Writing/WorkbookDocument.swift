/// A workbook as a value, to be written by ``write(to:)``.
package struct WorkbookDocument: Sendable, Hashable {
  /// The title in its properties.
  package var title: String
  /// Its sheets in the order of their tabs; the first one that is not hidden is shown first.
  package var sheets: [WorkbookSheet]

  /// Makes a workbook.
  package init(title: String, sheets: [WorkbookSheet]) {
    self.title = title
    self.sheets = sheets
  }
}

/// One sheet of a workbook that is to be written.
package struct WorkbookSheet: Sendable, Hashable {
  /// One column: how wide it is and how its empty cells look.
  package struct Column: Sendable, Hashable {
    /// The width in digits of the usual font.
    package var width: Double
    /// How cells without a look of their own look.
    package var look: CellLook

    /// Makes a column.
    package init(width: Double, look: CellLook = CellLook()) {
      self.width = width
      self.look = look
    }
  }

  /// The name on its tab: at most 31 characters, none of `[]:*?/\`.
  package var name: String
  /// Whether its tab is hidden.
  package var isHidden = false
  /// The columns from the left.
  package var columns: [Column] = []
  /// The rows from the top.
  package var rows: [[WorkbookCell]] = []
  /// The heights of the first rows in points, up to 409; the usual height where it is `nil`.
  package var rowHeights: [Double?] = []
  /// Rows that stay at the top when the others scroll.
  package var frozenRows = 0
  /// Columns that stay at the left.
  package var frozenColumns = 0
  /// Cells with a filter button.
  package var filter: CellRange?
  /// What may be entered where.
  package var validations: [CellValidation] = []
  /// Cells that are shown as one, with the content of the first.
  package var merges: [CellRange] = []
  /// Drawings of its figures.
  package var charts: [WorkbookChart] = []
  /// Notes on cells.
  package var comments: [CellReference: String] = [:]
  /// Whether a printed page is wider than high and holds all columns.
  package var isLandscape = false
  /// Whether it is printed on a single page, whatever its size.
  package var fitsOnePage = false
  /// The size of what is printed in percent, from 10 to 400; nothing is fitted to pages then.
  package var printScale: Int?
  /// The rows that begin a printed page, from 1; none of a sheet that is fitted to pages.
  package var pageBreaks: [Int] = []
  /// Whether each printed page begins with the frozen rows and ends with its number.
  package var isLongDocument = false

  /// Makes an empty sheet.
  package init(name: String) { self.name = name }

  /// The name of a sheet as formulas write it.
  static func quoted(_ name: String) -> String {
    let doubled = name.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + doubled.joined(separator: "''") + "'"
  }
}
