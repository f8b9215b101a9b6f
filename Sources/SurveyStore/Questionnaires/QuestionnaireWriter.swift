import GRDB
import SurveyModel

/// Puts a questionnaire version, its catalogue, its labels and its tables into a study.
struct QuestionnaireWriter {
  let database: Database
  let questionnaire: Questionnaire

  /// Adds the version; `before` runs when it has its key and before the views are made.
  func add(
    fileName: String,
    text: String,
    sha256: String,
    at moment: Timestamp,
    before: (_ key: Int64) throws -> Void = { _ in }
  ) throws {
    let columns = ColumnPlanner.columns(of: questionnaire)
    let (tables, viewName) = try names(tableCount: (columns.last?.table ?? 0) + 1)
    try database.execute(
      sql: """
        INSERT INTO questionnaire
          (id, version, file_name, text, sha256, added, added_offset, view_name, tables)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        questionnaire.id, questionnaire.version, fileName, text, sha256, moment.milliseconds,
        moment.offsetMinutes, viewName, JSONText.list(tables),
      ]
    )
    let key = database.lastInsertedRowID
    try addCatalogue(columns, tables: tables, key: key)
    try addLabels(key: key)
    let definitions = DataTable.statements(
      tables: tables,
      columns: columns,
      questionnaire: questionnaire
    )
    for statement in definitions { try database.execute(sql: statement) }
    try before(key)
    try renewViews()
  }

  /// Makes the views for people anew.
  func renewViews() throws {
    let versions = try StoredLayout.all(of: questionnaire.id, in: database)
    let views = CurrentView.statements(
      versions: versions,
      language: questionnaire.defaultLanguage
    )
    for statement in views { try database.execute(sql: statement) }
  }

  private func names(tableCount: Int) throws -> (tables: [String], viewName: String) {
    let taken = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master")
    var allocator = NameAllocator(taken: taken)
    let base = "data_\(questionnaire.id)_\(questionnaire.version)"
    let tables = (0..<tableCount).map { number in
      allocator.allocate(number == 0 ? base : "\(base)_part_\(number + 1)")
    }
    let known = try String.fetchOne(
      database,
      sql: "SELECT view_name FROM questionnaire WHERE id = ?",
      arguments: [questionnaire.id]
    )
    if let known { return (tables, known) }
    let others = try String.fetchAll(database, sql: "SELECT view_name FROM questionnaire")
    var views = NameAllocator(taken: others)
    return (tables, views.allocate(questionnaire.id))
  }

  private func addCatalogue(_ columns: [DataColumn], tables: [String], key: Int64) throws {
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO question_column
          (questionnaire, question, code, kind, table_number, table_name, column_name)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    )
    for column in columns {
      try insert.execute(
        arguments: [
          key, column.question, column.code, column.kind.rawValue, column.table,
          tables[column.table], column.name,
        ]
      )
    }
  }

  private func addLabels(key: Int64) throws {
    let insert = try database.makeStatement(
      sql: """
        INSERT OR IGNORE INTO choice (questionnaire, question, language, code, position, label)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    )
    for question in questionnaire.questions {
      for (position, choice) in (question.kind.choiceList?.choices ?? []).enumerated() {
        for (language, label) in choice.label.translations {
          try insert.execute(
            arguments: [key, question.id, language, choice.code, position, label]
          )
        }
      }
    }
  }
}
