import GRDB
package import SurveyModel

extension StudyFile {
  /// Keeps a sitting that has begun; a sitting in which nothing was done is never kept.
  package func begin(_ start: Sitting.Start) throws(StudyError) -> SittingID {
    try write { database in
      let layout = try StoredLayout.find(start.questionnaire, start.version, in: database)
      try database.execute(
        sql: """
          INSERT INTO sitting (station, kind, by, questionnaire, wave, started, started_offset,
            finished, finished_offset, active, forms, fields, keystrokes, refused)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)
          """,
        arguments: [
          Int64(bitPattern: station), start.kind.rawValue, start.by, layout.key,
          try StudyFile.waveKey(start.wave, in: database), start.started.milliseconds,
          start.started.offsetMinutes, start.started.milliseconds, start.started.offsetMinutes,
        ]
      )
      return SittingID(rawValue: database.lastInsertedRowID)
    }
  }

  /// Keeps how much was typed so far.
  package func update(
    _ sitting: SittingID,
    _ counts: TypingCounts,
    at moment: Timestamp
  ) throws(StudyError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE sitting SET finished = ?, finished_offset = ?, active = ?, forms = ?,
            fields = ?, keystrokes = ?, refused = ? WHERE key = ?
          """,
        arguments: [
          moment.milliseconds, moment.offsetMinutes, counts.activeMilliseconds, counts.forms,
          counts.fields, counts.keystrokes, counts.refused, sitting.rawValue,
        ]
      )
    }
  }

  /// All sittings, oldest first.
  package func sittings() throws(StudyError) -> [Sitting] {
    try read { database in
      let sql = """
        SELECT s.*, q.id AS questionnaire_id, q.version, w.id AS wave_id FROM sitting AS s
        JOIN questionnaire AS q ON q.key = s.questionnaire JOIN wave AS w ON w.key = s.wave
        ORDER BY s.key
        """
      return try GRDB.Row.fetchAll(database, sql: sql).map { row in
        Sitting(
          id: SittingID(rawValue: row["key"]),
          start: Sitting.Start(
            kind: Sitting.Kind(rawValue: row["kind"]) ?? .interview,
            by: row["by"],
            questionnaire: row["questionnaire_id"],
            version: row["version"],
            wave: row["wave_id"],
            started: Timestamp(milliseconds: row["started"], offsetMinutes: row["started_offset"])
          ),
          finished: Timestamp(
            milliseconds: row["finished"],
            offsetMinutes: row["finished_offset"]
          ),
          counts: TypingCounts(
            forms: row["forms"],
            fields: row["fields"],
            keystrokes: row["keystrokes"],
            refused: row["refused"],
            activeMilliseconds: row["active"]
          )
        )
      }
    }
  }
}
