import GRDB
package import SurveyModel

/// One stored event of an interview that was saved.
package struct StoredAuditEvent: Hashable, Sendable {
  /// The interview.
  package let interview: InterviewID
  /// The event by ODK's name.
  package let event: String
  /// The question.
  package let question: String?
  /// When it began, in milliseconds of UTC.
  package let started: Int64
  /// When it ended.
  package let ended: Int64?
  /// The answer before.
  package let old: String?
  /// The answer after.
  package let new: String?
  /// Who conducted the interview.
  package let by: String
  /// Why.
  package let reason: String?
}

/// What somebody wrote about a question or a form.
package struct Remark: Hashable, Sendable {
  /// The question; nil for the whole form.
  package let question: String?
  /// What was written.
  package let text: String
  /// Who wrote it.
  package let by: String
  /// When it was written.
  package let at: Timestamp

  /// Makes a note.
  package init(question: String?, text: String, by: String, at: Timestamp) {
    self.question = question
    self.text = text
    self.by = by
    self.at = at
  }
}

extension StudyFile {
  /// Lets a form go on in another language.
  package func setLanguage(_ language: String, of draft: DraftID) throws(StudyError) {
    try write { database in
      try database.execute(
        sql: "UPDATE draft SET language = ? WHERE id = ?",
        arguments: [language, draft.rawValue]
      )
    }
  }

  /// Keeps an event of a form; it may wait for the disk until the next answer.
  package func record(
    _ event: AuditEvent,
    question: String?,
    in draft: DraftID,
    by: String
  ) throws(StudyError) {
    try write(durable: false) { database in
      try database.execute(
        sql: """
          INSERT INTO audit_event (draft, event, question, started, ended, old_value, new_value,
            by, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          draft.rawValue, event.kind.rawValue, question, event.started, event.ended,
          event.old?.text, event.new?.text, by, event.reason,
        ]
      )
    }
  }

  /// Keeps a note about a question of a form, or about the form.
  package func add(_ remark: Remark, to draft: DraftID) throws(StudyError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO remark (draft, question, text, by, at, at_offset) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          draft.rawValue, remark.question, remark.text, remark.by, remark.at.milliseconds,
          remark.at.offsetMinutes,
        ]
      )
    }
  }

  /// The notes on an interview, oldest first.
  package func remarks(on interview: InterviewID) throws(StudyError) -> [Remark] {
    try remarks(
      where: "station = ? AND sequence = ?",
      [Int64(bitPattern: interview.station), interview.sequence]
    )
  }

  /// The notes on a form that was begun, oldest first.
  package func remarks(in draft: DraftID) throws(StudyError) -> [Remark] {
    try remarks(where: "draft = ?", [draft.rawValue])
  }

  private func remarks(
    where condition: String,
    _ arguments: StatementArguments
  ) throws(StudyError) -> [Remark] {
    try read { database in
      try GRDB.Row.fetchAll(
        database,
        sql: "SELECT question, text, by, at, at_offset FROM remark WHERE \(condition) ORDER BY key",
        arguments: arguments
      ).map { row in
        Remark(
          question: row["question"],
          text: row["text"],
          by: row["by"],
          at: Timestamp(milliseconds: row["at"], offsetMinutes: row["at_offset"])
        )
      }
    }
  }

  /// The events of saved interviews, one interview after the other; of one with `interview`.
  package func auditEvents(
    of interview: InterviewID? = nil
  ) throws(StudyError) -> [StoredAuditEvent] {
    try read { database in
      try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT * FROM audit_event WHERE sequence IS NOT NULL
          AND (?1 IS NULL OR station = ?1 AND sequence = ?2) ORDER BY station, sequence, key
          """,
        arguments: [interview.map { Int64(bitPattern: $0.station) }, interview?.sequence]
      ).map { row in
        StoredAuditEvent(
          interview: InterviewID(
            station: UInt64(bitPattern: row["station"]),
            sequence: row["sequence"]
          ),
          event: row["event"],
          question: row["question"],
          started: row["started"],
          ended: row["ended"],
          old: row["old_value"],
          new: row["new_value"],
          by: row["by"],
          reason: row["reason"]
        )
      }
    }
  }

  /// Lets the notes and events of a draft belong to the interview that it became.
  static func moveCourse(
    of draft: DraftID,
    to interview: InterviewID,
    in database: Database
  ) throws {
    for table in ["remark", "audit_event"] {
      try database.execute(
        sql: "UPDATE \(table) SET draft = NULL, station = ?, sequence = ? WHERE draft = ?",
        arguments: [Int64(bitPattern: interview.station), interview.sequence, draft.rawValue]
      )
    }
  }
}
