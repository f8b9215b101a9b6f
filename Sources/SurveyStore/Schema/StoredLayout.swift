import GRDB
import SurveyModel

/// Where the interviews of one stored questionnaire version are.
struct StoredLayout {
  /// The key of the version.
  let key: Int64
  let id: String
  let version: String
  let viewName: String
  /// Its tables, the first with the interviews' own columns.
  let tables: [String]
  var columns: [DataColumn]
  /// How the layout is read as another version; ``columns`` have the names of that version.
  var reading = VersionReading()
  /// What codes of a choice become then.
  var codes: [String: [String: VersionMap.Target]] = [:]

  /// The first table as a name in SQL.
  var mainTable: String { sqlName(tables.first ?? "") }

  /// The version that `questionnaire` is, when the study has it and it has the same columns.
  static func find(_ questionnaire: Questionnaire, in database: Database) throws -> StoredLayout {
    let layout = try find(questionnaire.id, questionnaire.version, in: database)
    let expected = ColumnPlanner.columns(of: questionnaire)
    for (one, other) in zip(expected, layout.columns) where one != other {
      throw StudyError.questionnaireDiffers(
        id: layout.id,
        version: layout.version,
        question: one.question
      )
    }
    if expected.count != layout.columns.count {
      let longer = expected.count > layout.columns.count ? expected : layout.columns
      throw StudyError.questionnaireDiffers(
        id: layout.id,
        version: layout.version,
        question: longer[min(expected.count, layout.columns.count)].question
      )
    }
    return layout
  }

  /// The version `version` of the questionnaire `id`.
  static func find(
    _ id: String,
    _ version: String,
    in database: Database
  ) throws -> StoredLayout {
    if let layout = try all(in: database, where: "id = ? AND version = ?", [id, version]).first {
      return layout
    }
    let known = try String.fetchAll(
      database,
      sql: "SELECT id || ' ' || version FROM questionnaire WHERE withdrawn IS NULL ORDER BY key"
    )
    throw StudyError.unknownQuestionnaire(id: id, version: version, known: known)
  }

  /// The versions that satisfy a condition, in the order in which they were added.
  static func all(
    in database: Database,
    where condition: String = "1",
    _ arguments: StatementArguments = []
  ) throws -> [StoredLayout] {
    let sql = """
      SELECT key, id, version, view_name, tables FROM questionnaire
      WHERE (\(condition)) AND withdrawn IS NULL ORDER BY key
      """
    return try GRDB.Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
      let tables = JSONText.strings(in: row["tables"])
      let columns = try catalogue(row["key"], in: database)
      guard !tables.isEmpty, columns.allSatisfy({ tables.indices.contains($0.table) }) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      return StoredLayout(
        key: row["key"],
        id: row["id"],
        version: row["version"],
        viewName: row["view_name"],
        tables: tables,
        columns: columns
      )
    }
  }

  private static func catalogue(_ key: Int64, in database: Database) throws -> [DataColumn] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT question, code, kind, table_number, column_name
        FROM question_column WHERE questionnaire = ? ORDER BY key
        """,
      arguments: [key]
    ).map { row in
      guard let kind = ColumnKind(rawValue: row["kind"]) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      return DataColumn(
        question: row["question"],
        code: row["code"],
        kind: kind,
        table: row["table_number"],
        name: row["column_name"]
      )
    }
  }
}
