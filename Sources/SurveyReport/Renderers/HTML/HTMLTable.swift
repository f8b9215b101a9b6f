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
      "rows": table.rows.map { row($0, wide: wideColumns) },
      "keptBack": note,
    ]
  }

  /// Columns with a text that is longer than a word or two, which need room to be read; the others
  /// leave it to the labels.
  private var wideColumns: Set<Int> {
    Set(
      table.columns.indices.filter { place in
        table.rows.contains { row in
          guard !row.isHeading, row.cells.indices.contains(place),
            case .text(let text) = row.cells[place]
          else { return false }
          return text.count > Self.shortText
        }
      }
    )
  }

  /// The most letters of a text that needs no room of its own.
  private static let shortText = 16

  private func row(_ row: Table.Row, wide: Set<Int>) -> [String: Any] {
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
      "cells": zip(row.isHeading ? [] : cells.dropFirst(), columns).enumerated()
        .map { place, pair in
          let (cell, column) = pair
          let name = className(of: cell, isWide: wide.contains(place + 1))
          return [
            "text": cellText.text(of: cell), "class": "\(column.alignment.rawValue) \(name)",
          ]
        },
    ]
  }

  private func className(of cell: Table.Cell, isWide: Bool) -> String {
    switch cell {
    case .text: isWide ? "text" : "word"
    case .verdict(_, let tone): "verdict-cell \(tone.className)"
    default: "figure"
    }
  }
}
