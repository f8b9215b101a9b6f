import GRDB
import SurveyModel

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
