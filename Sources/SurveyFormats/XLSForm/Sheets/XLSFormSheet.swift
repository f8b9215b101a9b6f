/// One sheet of a form: its headers, and its rows as they stand.
struct XLSFormSheet: Sendable {
  /// The sheets that mean something.
  enum Kind: String, CaseIterable, Sendable {
    case survey
    case choices
    case settings
    case externalChoices = "external_choices"
    case entities
    case osm
  }

  /// One cell that is not blank.
  struct Cell: Sendable {
    /// The column, from 0.
    let column: Int
    let text: String
  }

  /// One row with at least one cell.
  struct Row: Sendable {
    /// The number of the row in its sheet; the headers are row 1.
    let number: Int
    /// The line of the file, which in a workbook is the row.
    let line: Int
    let cells: [Cell]
  }

  /// The name on the tab.
  let name: String
  /// The line of the headers.
  var headerLine = 1
  /// The headers in the order of their columns.
  var headers: [Cell] = []
  /// The rows below them.
  var rows: [Row] = []
  /// Whether rows were left unread because a long gap stands before them.
  var endsAtGap: Int?

  init(name: String) { self.name = name }
}

/// The kinds of files that hold forms.
package enum XLSFormFormat: String, Sendable, CaseIterable {
  case workbook = "xlsx"
  case markdown = "md"
  case csv

  /// The format of a file by the ending of its name.
  package init?(path: String) {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    switch name.stemAndExtension.ext.lowercased() {
    case ".xlsx", ".xlsm", ".xls": self = .workbook
    case ".md", ".markdown": self = .markdown
    case ".csv": self = .csv
    default: return nil
    }
  }
}

/// The sheets of a form.
struct XLSFormSheets: Sendable {
  /// The kind of file that they stand in.
  let format: XLSFormFormat
  /// All names, also of sheets that mean nothing.
  var names: [String] = []
  /// The sheets that mean something.
  var sheets: [XLSFormSheet.Kind: XLSFormSheet] = [:]

  init(_ format: XLSFormFormat) { self.format = format }

  subscript(kind: XLSFormSheet.Kind) -> XLSFormSheet? { sheets[kind] }

  /// The kind of a sheet named `name`; the only sheet of a file is the survey whatever its name.
  static func kind(_ name: String, isOnly: Bool) -> XLSFormSheet.Kind? {
    XLSFormSheet.Kind(rawValue: name.lowercased()) ?? (isOnly ? .survey : nil)
  }
}

/// Takes the records of one sheet one after another: the first one is its header.
struct XLSFormSheetBuilder {
  /// A run of empty columns or rows after which a sheet ends, in workbooks only.
  struct Gaps {
    let columns = 20
    let rows = 60
  }

  private(set) var sheet: XLSFormSheet
  private let gaps: Gaps?
  private var lastRow = 1
  private var isStarted = false

  init(name: String, gaps: Gaps? = nil) {
    sheet = XLSFormSheet(name: name)
    self.gaps = gaps
  }

  /// Whether the header was taken.
  var hasHeader: Bool { isStarted }

  /// Takes a record; false when a gap ended the sheet before it.
  mutating func take(_ cells: [String], number: Int, line: Int) -> Bool {
    guard isStarted else {
      isStarted = true
      begin(cells, line: line)
      return true
    }
    var kept: [XLSFormSheet.Cell] = []
    for (column, text) in cells.enumerated() {
      let text = text.trimmedSpace
      if !text.isEmpty { kept.append(XLSFormSheet.Cell(column: column, text: text)) }
    }
    guard !kept.isEmpty else { return true }
    if let gaps, number - lastRow > gaps.rows + 1 {
      sheet.endsAtGap = lastRow
      return false
    }
    lastRow = number
    sheet.rows.append(XLSFormSheet.Row(number: number, line: line, cells: kept))
    return true
  }

  private mutating func begin(_ cells: [String], line: Int) {
    sheet.headerLine = line
    var empty = 0
    for (column, text) in cells.enumerated() {
      let text = text.foldedSpaces
      if text.isEmpty {
        empty += 1
        if let gaps, empty > gaps.columns { break }
      } else {
        empty = 0
        sheet.headers.append(XLSFormSheet.Cell(column: column, text: text))
      }
    }
  }
}
