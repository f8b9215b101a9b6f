import SurveyModel

/// What the table template reads.
struct HTMLTable {
  let table: Table
  let id: String
  let language: InterfaceLanguage
  let cellText: CellText

  var context: [String: Any] {
    let note: Any =
      table.legend(in: language).map { ["text": $0] as Any } ?? false
    return [
      "id": id,
      "caption": table.caption,
      "columns": table.columns.map { ["title": $0.title, "class": $0.alignment.rawValue] },
      "rows": table.rows.map(row),
      "keptBack": note,
    ]
  }

  private func row(_ row: Table.Row) -> [String: Any] {
    let cells = table.cells(of: row)
    let columns = table.columns.dropFirst()
    let label: Any =
      cells.first.map { cell in
        [
          "text": cellText.text(of: cell),
          "class": "indent-\(min(max(row.indent, 0), 3))",
          "scope": row.isHeading ? "rowgroup" : "row",
          "span": row.isHeading ? table.columns.count : 1,
        ]
      } ?? false
    return [
      "class": row.isTotal ? "total" : "part",
      "label": label,
      "cells": zip(row.isHeading ? [] : cells.dropFirst(), columns).map { cell, column in
        [
          "text": cellText.text(of: cell),
          "class": "\(column.alignment.rawValue) \(className(of: cell))",
        ]
      },
    ]
  }

  private func className(of cell: Table.Cell) -> String {
    switch cell {
    case .text: "text"
    case .verdict(_, let tone): "verdict-cell \(tone.className)"
    default: "figure"
    }
  }
}
