/// What may be entered in some cells, and what is said about it.
package struct CellValidation: Sendable, Hashable {
  /// The end of a range of days.
  package enum Day: Sendable, Hashable {
    case date(year: Int, month: Int, day: Int)
    /// The day on which the workbook is used.
    case today
  }

  /// What may be entered.
  package enum Rule: Sendable, Hashable {
    /// Anything: there is only a prompt.
    case any
    /// The texts and numbers in some cells of a sheet.
    case list(sheet: String, CellRange)
    case wholeNumber(from: Double?, through: Double?)
    case decimal(from: Double?, through: Double?)
    case date(from: Day?, through: Day?)
  }

  /// The limits of Excel in UTF-16 units.
  static let titleLimit = 32
  static let messageLimit = 255

  /// The cells that it is about.
  package var cells: CellRange
  /// What may be entered.
  package var rule: Rule
  /// Whether something else may be entered after a question.
  package var isWarning = false
  /// Shown beside a selected cell.
  package var promptTitle = ""
  /// Shown beside a selected cell.
  package var prompt = ""
  /// Shown when something else is entered.
  package var errorTitle = ""
  /// Shown when something else is entered.
  package var error = ""

  /// Makes a rule without words.
  package init(_ rule: Rule, in cells: CellRange) {
    self.rule = rule
    self.cells = cells
  }
}
