import GRDB
package import SurveyModel

extension StudyFile {
  /// The ledger of imports, oldest first.
  package func batches() throws(StudyError) -> [ImportBatch] {
    try read { database in
      let sql = """
        SELECT b.*, q.id AS questionnaire_id, q.version, w.id AS wave_id, p.id AS parent_id
        FROM batch AS b JOIN questionnaire AS q ON q.key = b.questionnaire
        JOIN wave AS w ON w.key = b.wave LEFT JOIN batch AS p ON p.key = b.parent
        ORDER BY b.key
        """
      return try GRDB.Row.fetchAll(database, sql: sql).map { try ImportBatch(row: $0) }
    }
  }

  /// The columns of the file of an import, in their order.
  package func columns(of batch: BatchID) throws(StudyError) -> [BatchRecord.Column] {
    try read { database in
      try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT c.header, c.question, c.code FROM batch_column AS c
          JOIN batch AS b ON b.key = c.batch WHERE b.id = ? ORDER BY c.position
          """,
        arguments: [batch.hex]
      ).map { BatchRecord.Column(header: $0["header"], question: $0["question"], code: $0["code"]) }
    }
  }

  /// Takes a completed import back: its rows and its revisions stay and no longer count.
  ///
  /// - Throws: ``StudyError/batchUndone(_:at:)`` when that was done before, and
  ///   ``StudyError/batchBuiltUpon(_:by:interview:)`` when what it replaced was changed again.
  package func undo(
    _ batch: BatchID,
    by: String,
    at moment: Timestamp,
    why: String
  ) throws(StudyError) {
    try write { database in
      let found = try GRDB.Row.fetchOne(
        database,
        sql: "SELECT key, state, undone, undone_offset FROM batch WHERE id = ?",
        arguments: [batch.hex]
      )
      guard let found, found["state"] != ImportBatch.State.open.rawValue else {
        throw StudyError.unknownBatch(batch)
      }
      if found["state"] == ImportBatch.State.undone.rawValue {
        let before = Timestamp(stored: found["undone"], offset: found["undone_offset"])
        throw StudyError.batchUndone(batch, at: before ?? moment)
      }
      try StudyFile.checkNothingFollows(batch, key: found["key"], in: database)
      try keepVoids(after: found["key"], in: database)
      try database.execute(
        sql: """
          UPDATE batch SET state = 'undone', undone = ?, undone_offset = ?, undone_by = ?,
            undone_why = ? WHERE id = ? AND state = 'complete'
          """,
        arguments: [moment.milliseconds, moment.offsetMinutes, by, why, batch.hex]
      )
    }
  }

  /// What an import replaced must not have been replaced by a later one, or two states of one
  /// interview would count.
  private static func checkNothingFollows(
    _ batch: BatchID,
    key: Int64,
    in database: Database
  ) throws {
    let follower = try GRDB.Row.fetchOne(
      database,
      sql: """
        SELECT own.station, own.sequence, b.id AS batch_id FROM revision AS own
        JOIN revision AS later ON later.station = own.station AND later.sequence = own.sequence
          AND later.parent = own.number AND later.parent_station = own.revision_station
        JOIN batch AS b ON b.key = later.batch
        WHERE own.batch = ?1 AND later.batch <> ?1 AND b.state = 'complete'
        ORDER BY own.sequence LIMIT 1
        """,
      arguments: [key]
    )
    guard let follower, let other = BatchID(hex: follower["batch_id"] as String) else { return }
    throw StudyError.batchBuiltUpon(
      batch,
      by: other,
      interview: InterviewID(
        station: UInt64(bitPattern: follower["station"]),
        sequence: follower["sequence"]
      )
    )
  }

  /// An interview that was voided after the import replaced it stays void.
  private func keepVoids(after key: Int64, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO revision (station, sequence, number, revision_station, parent, parent_station,
          kind, by, at, at_offset, why)
        SELECT own.station, own.sequence,
          (SELECT max(number) + 1 FROM revision
            WHERE station = own.station AND sequence = own.sequence),
          ?1, own.parent, own.parent_station, 'void', later.by, later.at, later.at_offset, later.why
        FROM revision AS own
        JOIN revision AS later ON later.station = own.station AND later.sequence = own.sequence
          AND later.parent = own.number AND later.parent_station = own.revision_station
        WHERE own.batch = ?2 AND later.kind = 'void' AND later.batch IS NULL
        """,
      arguments: [Int64(bitPattern: station), key]
    )
  }
}

extension ImportBatch {
  fileprivate init(row: GRDB.Row) throws {
    guard let id = BatchID(hex: row["id"] as String) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    let undone = Timestamp(stored: row["undone"], offset: row["undone_offset"])
    self.init(
      id: id,
      state: State(rawValue: row["state"]) ?? .open,
      fileName: row["file_name"],
      fileSHA256: row["file_sha256"],
      questionnaire: row["questionnaire_id"],
      version: row["version"],
      wave: row["wave_id"],
      goodRows: row["rows_good"],
      rejectedRows: row["rows_rejected"],
      sameRows: row["rows_same"],
      changedRows: row["rows_changed"],
      replacedRows: row["rows_replaced"],
      parent: (row["parent_id"] as String?).flatMap { BatchID(hex: $0) },
      started: Timestamp(milliseconds: row["started"], offsetMinutes: row["started_offset"]),
      finished: Timestamp(stored: row["finished"], offset: row["finished_offset"]),
      by: row["by"],
      toolVersion: row["tool_version"],
      record: BatchRecord(
        rulesSHA256: row["rules_sha256"],
        reading: row["reading"],
        mapping: row["mapping"],
        policy: row["policy"]
      ),
      undone: undone.map {
        Undoing(by: row["undone_by"] ?? "", at: $0, why: row["undone_why"] ?? "")
      }
    )
  }
}
