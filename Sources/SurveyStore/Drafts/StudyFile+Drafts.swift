import GRDB
package import SurveyModel

extension StudyFile {
  /// Begins a form, whose answers survive a power cut one by one.
  package func openDraft(
    questionnaire: String,
    version: String,
    language: String,
    mode: Mode,
    started: Timestamp,
    by: String
  ) throws(StudyError) -> DraftID {
    try write { database in
      let layout = try StoredLayout.find(questionnaire, version, in: database)
      try database.execute(
        sql: """
          INSERT INTO draft (questionnaire, language, mode, started, started_offset, by)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          layout.key, language, mode.rawValue, started.milliseconds, started.offsetMinutes, by,
        ]
      )
      return DraftID(database.lastInsertedRowID)
    }
  }

  /// Keeps the answer to one question, in place of an earlier one.
  package func record(
    _ answer: Answer,
    to question: String,
    in draft: DraftID,
    warningAccepted: Bool = false,
    at moment: Timestamp
  ) throws(StudyError) {
    let stored = StoredAnswer(answer)
    try write { database in
      guard try StudyFile.exists(draft, in: database) else { throw StudyError.unknownDraft(draft) }
      try database.execute(
        sql: """
          INSERT INTO draft_answer
            (draft, question, kind, value, warning_accepted, at, at_offset)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (draft, question) DO UPDATE SET kind = excluded.kind,
            value = excluded.value, warning_accepted = excluded.warning_accepted,
            at = excluded.at, at_offset = excluded.at_offset
          """,
        arguments: [
          draft.rawValue, question, stored.kind, stored.value, warningAccepted,
          moment.milliseconds, moment.offsetMinutes,
        ]
      )
    }
  }

  /// The forms that were begun and neither saved nor discarded, oldest first.
  package func drafts() throws(StudyError) -> [Draft] {
    try read { database in
      let sql = """
        SELECT d.*, q.id AS questionnaire_id, q.version
        FROM draft AS d JOIN questionnaire AS q ON q.key = d.questionnaire ORDER BY d.id
        """
      return try GRDB.Row.fetchAll(database, sql: sql).map { row in
        Draft(
          id: DraftID(row["id"]),
          questionnaire: row["questionnaire_id"],
          version: row["version"],
          language: row["language"],
          mode: Mode(rawValue: row["mode"]) ?? .terminal,
          started: Timestamp(milliseconds: row["started"], offsetMinutes: row["started_offset"]),
          by: row["by"],
          answers: try StudyFile.answers(ofDraft: row["id"], in: database)
        )
      }
    }
  }

  /// Throws a form away.
  package func discard(_ draft: DraftID) throws(StudyError) {
    try write { try StudyFile.remove(draft, in: $0) }
  }

  /// Turns a draft into the interview `interview`: its times are kept, the rest goes.
  func finish(_ draft: DraftID, as interview: InterviewID, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO paradata (station, sequence, question, event, at, at_offset)
        SELECT ?, ?, question, 'answered', at, at_offset FROM draft_answer WHERE draft = ?
        """,
      arguments: [Int64(bitPattern: interview.station), interview.sequence, draft.rawValue]
    )
    try StudyFile.moveCourse(of: draft, to: interview, in: database)
    try StudyFile.remove(draft, in: database)
  }

  private static func remove(_ draft: DraftID, in database: Database) throws {
    guard try exists(draft, in: database) else { throw StudyError.unknownDraft(draft) }
    for table in ["draft_answer", "remark", "audit_event"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE draft = ?",
        arguments: [draft.rawValue]
      )
    }
    try database.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [draft.rawValue])
  }

  private static func exists(_ draft: DraftID, in database: Database) throws -> Bool {
    try Int.fetchOne(
      database,
      sql: "SELECT 1 FROM draft WHERE id = ?",
      arguments: [draft.rawValue]
    ) != nil
  }

  private static func answers(
    ofDraft draft: Int64,
    in database: Database
  ) throws -> [DraftAnswer] {
    try GRDB.Row.fetchAll(
      database,
      sql: "SELECT * FROM draft_answer WHERE draft = ? ORDER BY key",
      arguments: [draft]
    ).compactMap { row in
      StoredAnswer(kind: row["kind"], value: row["value"]).answer.map { answer in
        DraftAnswer(
          question: row["question"],
          answer: answer,
          warningAccepted: row["warning_accepted"],
          at: Timestamp(milliseconds: row["at"], offsetMinutes: row["at_offset"])
        )
      }
    }
  }
}
