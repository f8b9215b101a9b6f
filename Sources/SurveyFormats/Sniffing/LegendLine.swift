import SurveyModel
import Tabular

/// A line around a table that may say what the numbers in its columns mean.
package struct LegendLine: Hashable, Sendable {
  /// Whether it stands below the header, where interviews stand.
  let isAmongRows: Bool
  private let cells: [String]

  /// Lines below the header that are looked at.
  static let rowCount = 3

  /// Takes a line whose cells may number options; none for others.
  ///
  /// Of a line among interviews a cell has to number at least two.
  init?(_ cells: [String], isAmongRows: Bool = false) {
    guard cells.contains(where: { Self.mayNumber($0, atLeast: isAmongRows ? 2 : 1) }) else {
      return nil
    }
    self.cells = cells.map(\.trimmed)
    self.isAmongRows = isAmongRows
  }

  /// The lines of a sample around the header that ends before record `end`.
  static func all(in sample: TableSample, above end: Int) -> [LegendLine] {
    sample.records[..<end].compactMap { LegendLine($0.cells) }
      + sample.records.dropFirst(end).prefix(rowCount).compactMap {
        LegendLine($0.cells, isAmongRows: true)
      }
  }

  /// What the whole line says, when it is a title or a note and no row of cells.
  var title: String? {
    var text: String?
    for cell in cells where !cell.isEmpty {
      if let text, text != cell { return nil }
      text = cell
    }
    return isAmongRows ? nil : text
  }

  /// What stands over a column: its own cell, else that of the group that began to the left.
  func text(over column: Int) -> String? {
    if cells.indices.contains(column), !cells[column].isEmpty { return cells[column] }
    return isAmongRows ? nil : cells.prefix(column).last { !$0.isEmpty }
  }

  /// Whether a cell holds words and as many numbers as are wanted.
  private static func mayNumber(_ cell: String, atLeast wanted: Int) -> Bool {
    var numbers = 0
    var wasDigit = false
    var others = 0
    for byte in cell.utf8 {
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit, !wasDigit { numbers += 1 }
      if byte > 0x40 { others += 1 }
      wasDigit = isDigit
    }
    return numbers >= wanted && others >= 2
  }
}
