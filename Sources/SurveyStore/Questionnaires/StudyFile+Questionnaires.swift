import GRDB
package import SurveyModel

extension StudyFile {
  /// Adds a version of a questionnaire with the tables for its interviews.
  ///
  /// Adding the same text again changes nothing.
  ///
  /// - Returns: whether the study did not have it before.
  @discardableResult
  package func addQuestionnaire(
    _ questionnaire: Questionnaire,
    fileName: String,
    text: String,
    at moment: Timestamp
  ) throws(StudyError) -> Bool {
    let sha256 = sha256Hex(of: text.utf8)
    return try write { database in
      let stored = try String.fetchOne(
        database,
        sql: "SELECT sha256 FROM questionnaire WHERE id = ? AND version = ?",
        arguments: [questionnaire.id, questionnaire.version]
      )
      if let stored {
        guard stored == sha256 else {
          throw StudyError.versionExists(id: questionnaire.id, version: questionnaire.version)
        }
        return false
      }
      try QuestionnaireWriter(database: database, questionnaire: questionnaire)
        .add(fileName: fileName, text: text, sha256: sha256, at: moment)
      return true
    }
  }

  /// The questionnaires with all their versions, in the order in which they were added.
  package func questionnaires() throws(StudyError) -> [StoredQuestionnaire] {
    try read { database in
      let sql = "SELECT * FROM questionnaire WHERE withdrawn IS NULL ORDER BY key"
      return try GRDB.Row.fetchAll(database, sql: sql).map { row in
        StoredQuestionnaire(
          id: row["id"],
          version: row["version"],
          fileName: row["file_name"],
          text: row["text"],
          sha256: row["sha256"],
          added: Timestamp(milliseconds: row["added"], offsetMinutes: row["added_offset"])
        )
      }
    }
  }

  /// Keeps `text` as the plan of the study, in place of an earlier one.
  package func setPlan(id: String, fileName: String, text: String) throws(StudyError) {
    try write { try StudyFile.setPlan((id, fileName, text), in: $0) }
  }

  static func setPlan(
    _ plan: (id: String, fileName: String, text: String),
    in database: Database
  ) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO plan (key, id, file_name, text, sha256) VALUES (1, ?, ?, ?, ?)",
      arguments: [plan.id, plan.fileName, plan.text, sha256Hex(of: plan.text.utf8)]
    )
  }

  /// Puts `plan` in the place of the study's, where it is another text.
  ///
  /// - Returns: whether the study is another one now.
  @discardableResult
  static func changePlan(
    to plan: (id: String, fileName: String, text: String)?,
    in database: Database
  ) throws -> Bool {
    guard let plan else { return false }
    if try String.fetchOne(database, sql: "SELECT text FROM plan") == plan.text { return false }
    try setPlan(plan, in: database)
    return true
  }

  /// The plan of the study, if it has one.
  package func plan() throws(StudyError) -> StoredPlan? {
    try read { database in
      try GRDB.Row.fetchOne(database, sql: "SELECT * FROM plan").map { row in
        StoredPlan(
          id: row["id"],
          fileName: row["file_name"],
          text: row["text"],
          sha256: row["sha256"]
        )
      }
    }
  }
}
