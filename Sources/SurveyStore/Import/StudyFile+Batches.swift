import GRDB
package import SurveyModel

extension StudyFile {
  /// Begins an import; what an interrupted one left behind is removed first.
  ///
  /// - Throws: ``StudyError/importRunning(path:)`` while another import runs.
  package func beginBatch(
    _ start: BatchStart,
    of questionnaire: Questionnaire
  ) throws(StudyError) -> BatchWriter {
    guard access == .readWrite else { throw .openedForReading(path: path) }
    guard let lock = try StudyLock.take("import", study: path) else {
      throw .importRunning(path: path)
    }
    try removeOpenBatches()
    let keys = try write { database in
      let layout = try StoredLayout.find(questionnaire, in: database)
      let wave = try StudyFile.waveKey(start.wave, in: database)
      try database.execute(
        sql: """
          INSERT INTO batch (id, state, file_name, file_sha256, questionnaire, wave, first_row,
            rows_good, rows_rejected, started, started_offset, by, tool_version)
          SELECT ?, 'open', ?, ?, ?, ?, (SELECT coalesce(max(row), 0) + 1 FROM \(layout.mainTable)),
            0, 0, ?, ?, ?, ?
          """,
        arguments: [
          start.id.hex, start.fileName, start.fileSHA256, layout.key, wave,
          start.started.milliseconds, start.started.offsetMinutes, start.by, start.toolVersion,
        ]
      )
      return (layout: layout, batch: database.lastInsertedRowID, wave: wave)
    }
    return BatchWriter(
      study: self,
      lock: lock,
      id: start.id,
      questionnaire: questionnaire,
      layout: keys.layout,
      batch: keys.batch,
      wave: keys.wave
    )
  }

  /// The completed import of a file with these bytes, so that the same file changes nothing.
  package func completedBatch(
    fileSHA256: String,
    questionnaire: String,
    wave: String
  ) throws(StudyError) -> ImportBatch? {
    try batches().last {
      $0.state == .complete && $0.fileSHA256 == fileSHA256 && $0.questionnaire == questionnaire
        && $0.wave == wave
    }
  }

  /// The ledger of imports, oldest first.
  package func batches() throws(StudyError) -> [ImportBatch] {
    try read { database in
      let sql = """
        SELECT b.*, q.id AS questionnaire_id, q.version, w.id AS wave_id FROM batch AS b
        JOIN questionnaire AS q ON q.key = b.questionnaire JOIN wave AS w ON w.key = b.wave
        ORDER BY b.key
        """
      return try GRDB.Row.fetchAll(database, sql: sql).map { row in
        guard let id = BatchID(hex: row["id"] as String) else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return ImportBatch(
          id: id,
          state: ImportBatch.State(rawValue: row["state"]) ?? .open,
          fileName: row["file_name"],
          fileSHA256: row["file_sha256"],
          questionnaire: row["questionnaire_id"],
          version: row["version"],
          wave: row["wave_id"],
          goodRows: row["rows_good"],
          rejectedRows: row["rows_rejected"],
          started: Timestamp(milliseconds: row["started"], offsetMinutes: row["started_offset"]),
          finished: Timestamp(stored: row["finished"], offset: row["finished_offset"]),
          by: row["by"],
          toolVersion: row["tool_version"]
        )
      }
    }
  }

  /// Takes a completed import back; its rows stay and no longer count.
  package func undo(
    _ batch: BatchID,
    by: String,
    at moment: Timestamp,
    why: String
  ) throws(StudyError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE batch SET state = 'undone', undone = ?, undone_offset = ?, undone_by = ?,
            undone_why = ? WHERE id = ? AND state = 'complete'
          """,
        arguments: [moment.milliseconds, moment.offsetMinutes, by, why, batch.hex]
      )
      guard database.changesCount == 1 else { throw StudyError.unknownBatch(batch) }
    }
  }

  /// Removes what interrupted imports left behind, unless an import runs.
  func removeInterruptedImports() throws(StudyError) {
    let open = try read { try Int.fetchOne($0, sql: "SELECT 1 FROM batch WHERE state = 'open'") }
    guard open != nil, let lock = try StudyLock.take("import", study: path) else { return }
    defer { lock.release() }
    try removeOpenBatches()
  }

  private func removeOpenBatches() throws(StudyError) {
    let keys = try read {
      try Int64.fetchAll($0, sql: "SELECT key FROM batch WHERE state = 'open'")
    }
    for key in keys { try removeBatch(key) }
  }

  /// Removes an open batch and its rows, a part at a time so that the disk is not filled.
  func removeBatch(_ key: Int64) throws(StudyError) {
    var isDone = false
    while !isDone {
      isDone = try write { database in
        let batch = try GRDB.Row.fetchOne(
          database,
          sql: "SELECT questionnaire, first_row FROM batch WHERE key = ? AND state = 'open'",
          arguments: [key]
        )
        guard let batch else { return true }
        let questionnaire: Int64 = batch["questionnaire"]
        let firstRow: Int64 = batch["first_row"]
        let layouts = try StoredLayout.all(in: database, where: "key = ?", [questionnaire])
        for layout in layouts {
          let rows = """
            SELECT row FROM \(layout.mainTable) WHERE row >= \(firstRow) AND batch = \(key) LIMIT 10000
            """
          for table in layout.tables.reversed() {
            try database.execute(sql: "DELETE FROM \(sqlName(table)) WHERE row IN (\(rows))")
          }
          if database.changesCount > 0 { return false }
        }
        try database.execute(sql: "DELETE FROM batch WHERE key = ?", arguments: [key])
        return true
      }
    }
  }
}
