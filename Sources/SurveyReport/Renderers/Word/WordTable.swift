import SurveyModel

/// A table of a report in a Word document, its columns as wide as their figures need.
struct WordTable {
  private let table: Table
  private let texts: [[String]]
  /// In half points.
  private let size: Int
  private let widths: [Int]

  private static let margin = 60
  /// The least width of the labels in twentieths of a point.
  private static let leastLabel = 2400

  init(_ table: Table, language: InterfaceLanguage) {
    self.table = table
    let cellText = CellText(language: language)
    texts = table.rows.map { row in table.cells(of: row).map { cellText.text(of: $0) } }
    let sizes = [WordReportStyles.cellSize, 20, 18, 16]
    var chosen = (size: 16, figures: [Int]())
    for size in sizes {
      chosen = (size, Self.figureWidths(of: table, texts, size))
      if chosen.figures.reduce(0, +) <= WordPackage.textWidth - Self.leastLabel { break }
    }
    let room = WordPackage.textWidth - Self.leastLabel
    let wanted = chosen.figures.reduce(0, +)
    let figures =
      wanted > room
      ? chosen.figures.map { $0 * room / max(1, wanted) } : chosen.figures
    size = chosen.size
    widths =
      table.columns.isEmpty ? [] : [WordPackage.textWidth - figures.reduce(0, +)] + figures
  }

  /// The widths of all columns but the first, in twentieths of a point.
  private static func figureWidths(of table: Table, _ texts: [[String]], _ size: Int) -> [Int] {
    // Half a point is ten twentieths; bold letters are a little wider.
    func width(_ text: String, _ factor: Double = 1) -> Int {
      Int(text.reduce(0) { $0 + FontMetrics.advance(of: $1) } * Double(size) * 10 * factor) + 1
    }
    func longestWord(_ text: String) -> Int {
      text.split(separator: " ").map { width(String($0), 1.08) }.max() ?? 0
    }
    return table.columns.indices.dropFirst().map { column in
      let isFigure = table.columns[column].alignment == .trailing
      var widest = longestWord(table.columns[column].title)
      for row in texts where row.indices.contains(column) {
        let text = row[column]
        widest = max(widest, isFigure ? width(text, 1.05) : min(width(text), 2600))
        if !isFigure { widest = max(widest, longestWord(text)) }
      }
      return widest + 2 * margin + 30
    }
  }

  /// Writes the table; its last row may stay on the page of what follows.
  func write(_ xml: inout WordXML, staysWithNext: Bool = false) {
    guard !table.columns.isEmpty else { return }
    xml.table(widths: widths, margin: Self.margin) { body in
      body.row(isHeading: true) { row in
        for (column, width) in zip(table.columns, widths) {
          row.cell(width: width) { cell in
            cell.paragraph(WordXML.Place(style: "Cell", alignment: .centre)) {
              $0.run(column.title, WordXML.Look(isBold: true, size: size))
            }
          }
        }
      }
      for (place, (row, cells)) in zip(table.rows, texts).enumerated() {
        let isLast = place == table.rows.count - 1
        write(row, cells, &body, staysWithNext: staysWithNext && isLast)
      }
    }
  }

  private func write(
    _ row: Table.Row,
    _ cells: [String],
    _ body: inout WordXML,
    staysWithNext: Bool
  ) {
    body.row { line in
      if row.isHeading {
        line.cell(width: widths.reduce(0, +), span: widths.count) { cell in
          cell.paragraph(WordXML.Place(style: "Cell", staysWithNext: true)) {
            $0.run(cells.first ?? "", WordXML.Look(isItalic: true, size: size))
          }
        }
        return
      }
      for (place, (text, width)) in zip(cells, widths).enumerated() {
        let isLabel = place == 0
        let alignment: WordXML.Alignment =
          isLabel || table.columns[place].alignment == .leading ? .start : .end
        line.cell(width: width) { cell in
          let indent = isLabel ? 200 * min(max(row.indent, 0), 3) : 0
          let place = WordXML.Place(
            style: "Cell",
            indent: indent,
            alignment: alignment,
            staysWithNext: staysWithNext
          )
          cell.paragraph(place) {
            $0.run(text, WordXML.Look(isBold: row.isTotal, size: size))
          }
        }
      }
    }
  }
}
