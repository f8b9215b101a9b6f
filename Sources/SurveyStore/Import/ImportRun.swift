import GRDB

/// Rows of an import whose identities follow each other as the rows do.
///
/// A run stands for one entry of an index for each of its rows: a million rows have fifty runs.
struct ImportRun {
  let firstSequence: Int64
  let firstRow: Int64
  let count: Int64

  /// Writes the run down.
  func insert(
    questionnaire: Int64,
    batch: Int64,
    station: UInt64,
    in database: Database
  ) throws {
    guard count > 0 else { return }
    try database.execute(
      sql: """
        INSERT INTO import_run (questionnaire, station, first_sequence, last_sequence, first_row,
          batch) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        questionnaire, Int64(bitPattern: station), firstSequence, firstSequence + count - 1,
        firstRow, batch,
      ]
    )
  }
}

extension StoredLayout {
  /// The condition that a row of the table alias `row` belongs to an interview: the first two
  /// parameters of the statement are its station and sequence.
  ///
  /// Rows of imports are found through their runs, all others through the index.
  func belongsToInterview(_ row: String, in database: Database) throws -> String {
    // In studies of the first structure the index has the rows of imports too.
    let identity = try String.fetchOne(
      database,
      sql: "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?",
      arguments: ["\(tables.first ?? "")_identity"]
    )
    guard identity?.contains("WHERE") == true else {
      return "\(row).station = ?1 AND \(row).sequence = ?2"
    }
    return """
      \(row).row IN (
        SELECT row FROM \(mainTable) WHERE station = ?1 AND sequence = ?2
        AND (batch IS NULL OR revision > 1)
        UNION ALL
        SELECT first_row + ?2 - first_sequence FROM import_run WHERE questionnaire = \(key)
        AND station = ?1 AND first_sequence <= ?2 AND last_sequence >= ?2)
      AND \(row).station = ?1 AND \(row).sequence = ?2
      """
  }
}
