import SurveyModel

/// The SQL of the tables that hold the interviews of one questionnaire version.
enum DataTable {
  /// The columns of the first table that are not answers, in order.
  static let ownColumns = [
    "row", "station", "sequence", "revision", "revision_station", "wave", "batch", "ordinal",
    "mode", "language", "started", "started_offset", "finished", "finished_offset",
    "interview_date", "consent", "digest", "warnings", "missing",
  ]

  /// The statements that make the tables `tables` with `columns`.
  static func statements(
    tables: [String],
    columns: [DataColumn],
    questionnaire: Questionnaire
  ) -> [String] {
    tables.enumerated().flatMap { number, table in
      let answers = columns.filter { $0.table == number }.map { definition($0, questionnaire) }
      return number == 0 ? first(table, answers) : further(table, answers)
    }
  }

  private static func first(_ table: String, _ answers: [String]) -> [String] {
    let own = [
      "row INTEGER PRIMARY KEY",
      "station INTEGER NOT NULL",
      "sequence INTEGER NOT NULL",
      "revision INTEGER NOT NULL",
      "revision_station INTEGER NOT NULL",
      "wave INTEGER NOT NULL",
      "batch INTEGER",
      "ordinal INTEGER",
      "mode TEXT NOT NULL",
      "language TEXT NOT NULL",
      "started INTEGER",
      "started_offset INTEGER",
      "finished INTEGER",
      "finished_offset INTEGER",
      "interview_date TEXT",
      "consent TEXT",
      "digest INTEGER NOT NULL",
      "warnings TEXT",
      "missing TEXT",
    ]
    return [
      "CREATE TABLE \(sqlName(table)) (\((own + answers).joined(separator: ", "))) STRICT",
      """
      CREATE INDEX \(sqlName(table + "_identity"))
      ON \(sqlName(table)) (station, sequence) WHERE batch IS NULL OR revision > 1
      """,
      updateTrigger(table),
      """
      CREATE TRIGGER \(sqlName(table + "_stays")) BEFORE DELETE ON \(sqlName(table))
      WHEN old.batch IS NULL OR (SELECT state FROM batch WHERE key = old.batch) <> 'open'
      BEGIN SELECT RAISE(ABORT, 'interviews are never deleted'); END
      """,
    ]
  }

  private static func further(_ table: String, _ answers: [String]) -> [String] {
    let columns = ["row INTEGER PRIMARY KEY"] + answers
    return [
      "CREATE TABLE \(sqlName(table)) (\(columns.joined(separator: ", "))) STRICT",
      updateTrigger(table),
    ]
  }

  private static func updateTrigger(_ table: String) -> String {
    """
    CREATE TRIGGER \(sqlName(table + "_is_final")) BEFORE UPDATE ON \(sqlName(table))
    BEGIN SELECT RAISE(ABORT, 'interviews are never changed'); END
    """
  }

  private static func definition(_ column: DataColumn, _ questionnaire: Questionnaire) -> String {
    let name = sqlName(column.name)
    let base = "\(name) \(column.kind.sqlType)"
    switch column.kind {
    case .option: return "\(base) CHECK (\(name) BETWEEN 0 AND 1)"
    case .choiceNumber:
      let question = questionnaire.index(of: column.question).map { questionnaire.questions[$0] }
      let codes = question?.kind.choiceList?.choices.compactMap { Int64($0.code) } ?? []
      let ranges = ranges(of: codes)
      guard !ranges.isEmpty else { return base }
      let rule = ranges.map { "\(name) BETWEEN \($0.lowerBound) AND \($0.upperBound)" }
      return "\(base) CHECK (\(rule.joined(separator: " OR ")))"
    case .choiceText, .integer, .decimal, .text, .date, .calculate: return base
    }
  }

  /// Runs of consecutive codes; more than eight are drawn together into one.
  ///
  /// An `IN` list would make inserting sixteen times slower.
  static func ranges(of codes: [Int64]) -> [ClosedRange<Int64>] {
    var ranges: [ClosedRange<Int64>] = []
    for code in codes.sorted() {
      if let last = ranges.last, code == last.upperBound || code - 1 == last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound...code
      } else {
        ranges.append(code...code)
      }
    }
    guard ranges.count > 8, let first = ranges.first, let last = ranges.last else { return ranges }
    return [first.lowerBound...last.upperBound]
  }
}
