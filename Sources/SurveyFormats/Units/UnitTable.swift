import SurveyModel
import Tabular

/// A table of the register with the place of each cell.
struct UnitTable {
  /// One row.
  struct Entry {
    fileprivate let cells: [String: String]
    fileprivate let columns: [String: Int]
    fileprivate let file: String
    fileprivate let line: Int

    /// The text of a cell, nothing where it is empty.
    func text(_ column: String) -> String? {
      cells[column].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Where a cell stands.
    func location(_ column: String? = nil) -> SourceLocation {
      SourceLocation(file: file, line: line, column: column.flatMap { columns[$0] } ?? 1)
    }
  }

  let entries: [Entry]

  /// Reads comma-separated `text` with the columns `wanted`, in any order.
  init(_ text: String, file: String, columns wanted: [String], _ log: FindingLog) {
    func report(_ finding: UnitTableFinding, line: Int, column: Int = 1) {
      log.report(finding, at: SourceLocation(file: file, line: line, column: column))
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var entries: [Entry] = []
    var header: [String]?
    do throws(TabularError) {
      var reader = try CSVReader(.bytes(Array(text.utf8)))
      var record = CSVRecord()
      while try reader.read(into: &record) {
        if record.isBlank { continue }
        let texts = record.texts.map { $0.composed.trimmed }
        let line = record.line
        let places = lines.indices.contains(line - 1) ? Self.places(in: lines[line - 1]) : []
        guard let names = header else {
          header = texts
          for name in wanted where !texts.contains(name) {
            report(.missingColumn(name), line: line)
          }
          for (name, place) in zip(texts, places) where !wanted.contains(name) {
            let nearest = nearestName(to: name, among: wanted)
            report(.unknownColumn(name, nearest: nearest), line: line, column: place)
          }
          continue
        }
        guard texts.count == names.count else {
          report(.raggedRow(cells: texts.count, expected: names.count), line: line)
          continue
        }
        entries.append(
          Entry(
            cells: Dictionary(zip(names, texts)) { first, _ in first },
            columns: Dictionary(zip(names, places)) { first, _ in first },
            file: file,
            line: line
          )
        )
      }
      if header == nil { throw .emptyFile }
    } catch {
      let finding = UnitTableFinding.unreadable(
        vietnamese: error.text(vietnamese: true),
        english: error.text(vietnamese: false)
      )
      report(finding, line: error.line ?? 1)
    }
    self.entries = entries
  }

  /// The column in characters at which each cell of a line begins.
  private static func places(in line: Substring) -> [Int] {
    var places = [1]
    var isQuoted = false
    for (index, character) in line.enumerated() {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { places.append(index + 2) }
    }
    return places
  }
}
