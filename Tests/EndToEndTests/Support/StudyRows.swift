import Foundation
import GRDB
import Testing

/// The answers that a study keeps, as any SQL tool sees them.
struct StudyRows: Equatable {
  /// Columns with the answers of one questionnaire, by name.
  let columns: [String]
  /// One row for each interview, in the order of the file; numbers and texts as they are stored.
  let rows: [[String]]

  /// Columns that say where a row comes from and not what was answered.
  private static let bookkeeping: Set<String> = [
    "station", "sequence", "revision", "questionnaire_version", "wave", "mode", "language",
    "started",
    "finished", "batch", "ordinal",
  ]

  /// Reads the interviews that count of the only questionnaire in the study at `path`.
  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    (columns, rows) = try queue.read { database in
      let views = try String.fetchAll(
        database,
        sql:
          "SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE '%\\_current' ESCAPE '\\'"
      )
      let view = try #require(views.first)
      let cursor = try Row.fetchAll(database, sql: "SELECT * FROM \"\(view)\" ORDER BY sequence")
      let names = try database.columns(in: view).map(\.name)
        .filter { !Self.bookkeeping.contains($0) }
      let rows = cursor.map { row in
        names.map { name in
          let value: DatabaseValue = row[name]
          return value.isNull ? "∅" : "\(value.storage.value ?? "")"
        }
      }
      return (names, rows)
    }
    try queue.close()
  }

  /// What stands in one place.
  func cell(_ row: Int, _ column: String) -> String? {
    guard let place = columns.firstIndex(of: column), rows.indices.contains(row) else { return nil }
    return rows[row][place]
  }
}
