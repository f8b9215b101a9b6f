import SurveyModel

/// Lays a table out in columns, or as one record for each row where the columns do not fit.
struct TextTable {
  /// A row whose cells are text.
  struct TextRow {
    let cells: [Table.Cell]
    let texts: [String]
    let indent: Int
    let isTotal: Bool
  }

  let table: Table
  let width: Int
  let style: TerminalStyle
  let titles: [String]
  let rows: [TextRow]

  init(_ table: Table, language: InterfaceLanguage, width: Int, style: TerminalStyle) {
    self.table = table
    self.width = width
    self.style = style
    titles = table.columns.map { VisibleText.clean($0.title) }
    let cellText = CellText(language: language)
    rows = table.rows.map { row in
      let cells = table.cells(of: row)
      return TextRow(
        cells: cells,
        texts: cells.map { cellText.text(of: $0) },
        indent: 2 * min(max(row.indent, 0), 4),
        isTotal: row.isTotal
      )
    }
  }

  func lines() -> [String] {
    let caption = ColumnWidth.lines(of: VisibleText.clean(table.caption), width: width)
      .map { style.apply(.strong, to: $0) }
    guard !titles.isEmpty else { return caption }
    guard !table.isListed, let widths = TextTableColumns.widths(demands, available: width) else {
      return caption + TextRecords(table: self).lines()
    }
    let total = widths.reduce(TextTableColumns.gap * (widths.count - 1), +)
    let rule = String(repeating: "─", count: total)
    let body = rows.flatMap { row in lines(of: row, widths: widths) }
    return caption + [rule] + header(widths) + [rule] + body + [rule]
  }

  /// How a cell stands out.
  func emphasis(of cell: Table.Cell, in row: TextRow) -> TerminalStyle.Emphasis {
    switch cell {
    case .verdict(_, let tone): .tone(tone)
    case .suppressed, .withheld, .empty: .faint
    default: row.isTotal ? .strong : .plain
    }
  }

  private var demands: [TextTableColumns.Demand] {
    table.columns.indices.map { column in
      let cells = rows.map { row in
        String(repeating: "x", count: column == 0 ? row.indent : 0) + row.texts[column]
      }
      let breaks = rows.contains { row in
        switch row.cells[column] {
        case .text, .verdict: true
        default: false
        }
      }
      return TextTableColumns.Demand(title: titles[column], cells: cells, breaks: breaks)
    }
  }

  private func header(_ widths: [Int]) -> [String] {
    let cells = zip(titles, widths).map { ColumnWidth.lines(of: $0, width: $1) }
    let height = cells.map(\.count).max() ?? 1
    // Headings stand on the rule below them.
    let lowered = cells.map { Array(repeating: "", count: height - $0.count) + $0 }
    let styles = cells.map { _ in TerminalStyle.Emphasis.strong }
    return assemble(lowered, widths: widths, styles: styles)
  }

  private func lines(of row: TextRow, widths: [Int]) -> [String] {
    let cells = row.texts.indices.map { column in
      let indent = column == 0 ? row.indent : 0
      let pad = String(repeating: " ", count: indent)
      return ColumnWidth.lines(of: row.texts[column], width: widths[column] - indent)
        .map { pad + $0 }
    }
    return assemble(cells, widths: widths, styles: row.cells.map { emphasis(of: $0, in: row) })
  }

  private func assemble(
    _ cells: [[String]],
    widths: [Int],
    styles: [TerminalStyle.Emphasis]
  ) -> [String] {
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var result = ""
      var pending = 0
      for (column, cell) in cells.enumerated() {
        let text = line < cell.count ? cell[line] : ""
        let space = max(widths[column] - ColumnWidth.of(text), 0)
        let leads = table.columns[column].alignment == .leading
        if !text.isEmpty {
          result += String(repeating: " ", count: pending + (leads ? 0 : space))
          result += style.apply(styles[column], to: text)
          pending = leads ? space : 0
        } else {
          pending += widths[column]
        }
        pending += TextTableColumns.gap
      }
      return result
    }
  }
}
