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
      let batch = try StudyFile.insert(start, layout: layout, wave: wave, in: database)
      return (layout: layout, batch: batch, wave: wave)
    }
    return BatchWriter(
      study: self,
      lock: lock,
      id: start.id,
      questionnaire: questionnaire,
      layout: keys.layout,
      batch: keys.batch,
      wave: keys.wave,
      start: start
    )
  }

  private static func insert(
    _ start: BatchStart,
    layout: StoredLayout,
    wave: Int64,
    in database: Database
  ) throws -> Int64 {
    let parent = try start.parent.map { try completeKey(of: $0, in: database) }
    try database.execute(
      sql: """
        INSERT INTO batch (id, state, file_name, file_sha256, questionnaire, wave, first_row,
          rows_good, rows_rejected, started, started_offset, by, tool_version, parent,
          rules_sha256, reading, mapping, policy)
        SELECT ?, 'open', ?, '', ?, ?, (SELECT coalesce(max(row), 0) + 1 FROM \(layout.mainTable)),
          0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?
        """,
      arguments: [
        start.id.hex, start.fileName, layout.key, wave,
        start.started.milliseconds, start.started.offsetMinutes, start.by, start.toolVersion,
        parent, start.record.rulesSHA256, start.record.reading, start.record.mapping,
        start.record.policy,
      ]
    )
    let key = database.lastInsertedRowID
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO batch_column (batch, position, header, question, code) VALUES (?, ?, ?, ?, ?)
        """
    )
    for (position, column) in start.record.columns.enumerated() {
      try insert.execute(
        arguments: [key, position, column.header, column.question, column.code]
      )
    }
    return key
  }

  /// The key of a completed batch.
  static func completeKey(of batch: BatchID, in database: Database) throws -> Int64 {
    let key = try Int64.fetchOne(
      database,
      sql: "SELECT key FROM batch WHERE id = ? AND state = 'complete'",
      arguments: [batch.hex]
    )
    guard let key else { throw StudyError.unknownBatch(batch) }
    return key
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
          try database.execute(
            sql: "DELETE FROM row_source WHERE questionnaire = \(layout.key) AND row IN (\(rows))"
          )
          for table in layout.tables.reversed() {
            try database.execute(sql: "DELETE FROM \(sqlName(table)) WHERE row IN (\(rows))")
          }
          if database.changesCount > 0 { return false }
        }
        try database.execute(sql: "DELETE FROM revision WHERE batch = ?", arguments: [key])
        try database.execute(sql: "DELETE FROM batch WHERE key = ?", arguments: [key])
        return true
      }
    }
  }
}
