import SurveyModel

/// A table on a narrow line: each row is a heading with its figures below one another.
struct TextRecords {
  let table: TextTable

  func lines() -> [String] {
    let rule = String(repeating: "─", count: table.width)
    return [rule] + table.rows.flatMap { lines(of: $0) } + [rule]
  }

  private var titleWidth: Int {
    let widest = table.titles.dropFirst().map { ColumnWidth.of($0) }.max() ?? 0
    return min(widest, table.width / 2 - 6)
  }

  private func lines(of row: TextTable.TextRow) -> [String] {
    let margin = String(repeating: " ", count: row.indent)
    let label = row.texts.first ?? ""
    let heading = ColumnWidth.lines(of: label, width: table.width - row.indent).map { line in
      margin + table.style.apply(row.isTotal ? .strong : .plain, to: line)
    }
    let valueWidth = max(table.width - row.indent - titleWidth - 6, 8)
    let figures = row.texts.indices.dropFirst().flatMap { column -> [String] in
      let titles = ColumnWidth.lines(of: table.titles[column], width: titleWidth)
      let values = ColumnWidth.lines(of: row.texts[column], width: valueWidth)
      let emphasis = table.emphasis(of: row.cells[column], in: row)
      return (0..<max(titles.count, values.count)).map { line in
        let title = line < titles.count ? titles[line] : ""
        guard line < values.count else { return margin + "    " + title }
        let space = String(repeating: " ", count: max(titleWidth - ColumnWidth.of(title), 0))
        let value = table.style.apply(emphasis, to: values[line])
        return margin + "    " + title + space + "  " + value
      }
    }
    return heading + figures
  }
}
