import SurveyModel
import Tabular

/// One sheet: caption, the way back, table, symbols, notes, charts.
struct SheetPage {
  let page: ReportPages.Page
  let language: InterfaceLanguage
  /// The sheet with the contents.
  let contents: String

  private var rows: [[WorkbookCell]] = []
  private var heights: [Double?] = []
  private var widths: [Double] = []
  private var merges: [(row: Int, text: String, look: CellLook)] = []
  private var charts: [WorkbookChart] = []

  init(_ page: ReportPages.Page, language: InterfaceLanguage, contents: String) {
    self.page = page
    self.language = language
    self.contents = contents
  }

  /// The sheet under its name.
  func sheet(named name: String) -> WorkbookSheet {
    var builder = self
    return builder.build(name)
  }

  private mutating func build(_ name: String) -> WorkbookSheet {
    span(page.caption, SheetLook.caption)
    var back = WorkbookCell.text("← " + contents, look: SheetLook.link)
    back.link = contents
    add([back])
    var frozen = 0
    if let table = page.table {
      frozen = add(table).head
      endnotes(of: table)
    }
    for chart in page.charts {
      let head = add(chart, hasTable: page.table != nil)
      if frozen == 0 { frozen = head }
    }
    if page.table == nil, let chart = page.charts.first {
      endnotes(of: DrawnTable(chart, language: language).table)
    }
    var sheet = WorkbookSheet(name: name)
    sheet.columns = widths.map { WorkbookSheet.Column(width: $0) }
    finishMerges(&sheet)
    setHeights()
    sheet.rows = rows
    sheet.rowHeights = heights
    sheet.charts = charts
    sheet.frozenRows = frozen
    sheet.frozenColumns = widths.count > 1 ? 1 : 0
    sheet.isLongDocument = true
    return SheetPaging(sheet).paged
  }

  /// Adds a table; the row of its titles counts from 1.
  @discardableResult
  private mutating func add(_ table: Table) -> (cells: SheetTable, head: Int) {
    let cells = SheetTable(table, language: language)
    for (column, width) in cells.widths.enumerated() {
      if widths.indices.contains(column) {
        widths[column] = max(widths[column], width)
      } else {
        widths.append(width)
      }
    }
    add(cells.head)
    let head = rows.count
    for row in cells.rows { add(row) }
    return (cells, head)
  }

  /// Adds a chart below its figures, or above them where the table of the page is not theirs.
  private mutating func add(_ chart: Chart, hasTable: Bool) -> Int {
    let drawn = DrawnTable(chart, language: language)
    let place = rows.count + 1
    let title = CellReference(row: 1, column: 0)
    let words = description(of: drawn.table)
    if hasTable {
      // The figures of the chart follow it.
      let start = SheetTable(drawn.table, language: language)
      let estimate = SheetChart(chart: chart, drawn: drawn, cells: start, head: 0)
      let under = estimate.workbookChart(at: place, title: title, description: "")?.rows ?? 2
      for _ in 0..<under { add([]) }
    }
    let (cells, head) = add(drawn.table)
    let native = SheetChart(chart: chart, drawn: drawn, cells: cells, head: head)
    let row = hasTable ? place : rows.count + 1
    if let native = native.workbookChart(at: row, title: title, description: words) {
      charts.append(native)
      if !hasTable { for _ in 0..<native.rows { add([]) } }
    }
    return head
  }

  private mutating func endnotes(of table: Table) {
    let texts = [table.legend(in: language)].compactMap { $0 } + page.notes
    guard !texts.isEmpty else { return }
    add([])
    for text in texts { span(text, SheetLook.note) }
  }

  /// All figures of a chart in a line.
  private func description(of table: Table) -> String {
    let shown = CellText(language: language)
    let rows = table.rows.map { row in
      table.cells(of: row).map { shown.text(of: $0) }.filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    return VisibleText.clean(table.caption) + ": " + rows.joined(separator: "; ")
  }

  private mutating func add(_ cells: [WorkbookCell]) {
    rows.append(cells)
    heights.append(nil)
  }

  /// Adds a text over all columns; how high it is follows from their width.
  private mutating func span(_ text: String, _ look: CellLook) {
    let text = SheetText.cell(text)
    add([.text(text, look: look)])
    merges.append((rows.count, text, look))
  }

  /// Makes room for cells of several lines: not every program does it by itself.
  private mutating func setHeights() {
    for (row, cells) in rows.enumerated() where heights[row] == nil {
      heights[row] = SheetText.height(of: cells, widths: widths)
    }
  }

  private mutating func finishMerges(_ sheet: inout WorkbookSheet) {
    let width = widths.reduce(0, +)
    for merge in merges {
      let size = merge.look.size ?? 11
      // Bold and large letters are wider than digits.
      let factor = size / 11 * (merge.look.isBold ? 1.08 : 1)
      let columns = max(Int(max(width, 20) / factor), 10)
      let lines = ColumnWidth.lines(of: merge.text, width: columns).count
      heights[merge.row - 1] = Double(lines) * size * 1.36 + 2
      if widths.count > 1 {
        let first = CellReference(row: merge.row, column: 0)
        let last = CellReference(row: merge.row, column: widths.count - 1)
        sheet.merges.append(CellRange(first, last))
      }
    }
  }
}
