import SurveyModel

/// A table in GitHub's notation; its first column is indented with em spaces.
struct MarkdownTable {
  private static let indent: Character = "\u{2003}"

  let table: Table
  let language: InterfaceLanguage

  /// The caption, the table and the meaning of its symbols, each a paragraph.
  func paragraphs() -> [String] {
    var result = [MarkdownText.strong(table.caption)]
    if !table.columns.isEmpty {
      let titles = table.columns.map { MarkdownText.inline($0.title) }
      let rules = table.columns.map { $0.alignment == .trailing ? "---:" : ":---" }
      let rows = table.rows.map { line(cells(of: $0)) }
      result.append(([line(titles), line(rules)] + rows).joined(separator: "\n"))
    }
    if let legend = table.legend(in: language) { result.append(MarkdownText.emphasised(legend)) }
    return result.filter { !$0.isEmpty }
  }

  private func cells(of row: Table.Row) -> [String] {
    let cellText = CellText(language: language)
    let isStrong = row.isTotal || row.isHeading
    return table.cells(of: row).enumerated().map { column, cell in
      let text = cellText.text(of: cell)
      let marked = isStrong ? MarkdownText.strong(text) : MarkdownText.inline(text)
      guard column == 0 else { return marked }
      return String(repeating: Self.indent, count: min(max(row.indent, 0), 4)) + marked
    }
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
