import GRDB
package import SurveyModel

extension StudyFile {
  /// Adds a round of collection.
  package func addWave(_ wave: Wave) throws(StudyError) {
    if let from = wave.from, let to = wave.to, to < from { throw .wavePeriod(id: wave.id) }
    try write { database in
      guard try !StudyFile.waveIDs(in: database).contains(wave.id) else {
        throw StudyError.waveExists(id: wave.id)
      }
      try database.execute(
        sql: """
          INSERT INTO wave (id, label, first_day, last_day, questionnaire, version, closed)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          wave.id, wave.label, wave.from?.description, wave.to?.description, wave.questionnaire,
          wave.version, wave.isOpen ? nil : 0,
        ]
      )
    }
  }

  /// Ends a round of collection, so that it is no longer the default.
  package func closeWave(_ id: String, at moment: Timestamp) throws(StudyError) {
    try write { database in
      _ = try StudyFile.waveKey(id, in: database)
      try database.execute(
        sql: "UPDATE wave SET closed = ?, closed_offset = ? WHERE id = ? AND closed IS NULL",
        arguments: [moment.milliseconds, moment.offsetMinutes, id]
      )
    }
  }

  /// The waves in the order in which they were added.
  package func waves() throws(StudyError) -> [Wave] {
    try read { database in
      try GRDB.Row.fetchAll(database, sql: "SELECT * FROM wave ORDER BY key").map { row in
        Wave(
          id: row["id"],
          label: row["label"],
          from: (row["first_day"] as String?).flatMap { CalendarDate(iso: $0) },
          to: (row["last_day"] as String?).flatMap { CalendarDate(iso: $0) },
          questionnaire: row["questionnaire"],
          version: row["version"],
          isOpen: row["closed"] as Int64? == nil
        )
      }
    }
  }

  /// The only open wave: what is meant where none is named.
  package func defaultWave() throws(StudyError) -> Wave {
    let open = try waves().filter(\.isOpen)
    guard let wave = open.first else { throw .noOpenWave }
    guard open.count == 1 else { throw .severalOpenWaves(open.map(\.id)) }
    return wave
  }

  static func waveKey(_ id: String, in database: Database) throws -> Int64 {
    let key = try Int64.fetchOne(
      database,
      sql: "SELECT key FROM wave WHERE id = ?",
      arguments: [id]
    )
    guard let key else {
      throw StudyError.unknownWave(id: id, known: try waveIDs(in: database))
    }
    return key
  }

  /// The keys and headings of the waves, in the order in which they were added.
  static func waveLabels(in database: Database) throws -> [(key: Int64, label: String)] {
    try GRDB.Row.fetchAll(database, sql: "SELECT key, label FROM wave ORDER BY key")
      .map { (key: $0["key"], label: $0["label"]) }
  }

  private static func waveIDs(in database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "SELECT id FROM wave ORDER BY key")
  }
}
