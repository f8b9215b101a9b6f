/// The SQL of the views for people: one row for each interview that counts.
enum CurrentView {
  /// Answers in one view; SQLite's ceiling for a result is 2,000 columns.
  static let columnsPerView = 1_500

  /// The condition that a row of the table alias `row` is the head of a visible interview.
  static func isCurrent(_ row: String) -> String {
    """
    (\(row).batch IS NULL OR \(row).batch IN (SELECT key FROM batch WHERE state = 'complete'))
    AND NOT EXISTS (
      SELECT 1 FROM revision AS later
      WHERE later.station = \(row).station AND later.sequence = \(row).sequence
      AND later.parent = \(row).revision AND later.parent_station = \(row).\(successor)
    """
  }

  /// How the condition ends: a revision of an import that does not count is no successor.
  static let successor = """
    revision_station
      AND (later.batch IS NULL
        OR later.batch IN (SELECT key FROM batch WHERE state = 'complete')))
    """

  /// How it ended in the first structure of a study.
  static let successorBefore = "revision_station)"

  /// The condition that a row is the last state of a visible interview, voided or not.
  static func isLastState(_ row: String) -> String {
    """
    (\(row).batch IS NULL OR \(row).batch IN (SELECT key FROM batch WHERE state = 'complete'))
    AND NOT EXISTS (
      SELECT 1 FROM revision AS later
      WHERE later.station = \(row).station AND later.sequence = \(row).sequence
      AND later.kind <> 'void'
      AND later.parent = \(row).revision AND later.parent_station = \(row).\(successor)
    """
  }

  /// The statements that make the views of one questionnaire anew.
  ///
  /// `versions` are all its versions, oldest first; the columns are the newest's, and the labels
  /// are in `language`.
  static func statements(versions: [StoredLayout], language: String) -> [String] {
    guard let newest = versions.last else { return [] }
    var statements: [String] = []
    for (number, start) in starts(newest.columns.count).enumerated() {
      let columns = Array(newest.columns[start..<min(start + columnsPerView, newest.columns.count)])
      let suffix = number == 0 ? "" : "_\(number + 1)"
      let current = "\(newest.viewName)_current\(suffix)"
      let selects = versions.map { select($0, columns) }
      statements += [
        "DROP VIEW IF EXISTS \(sqlName(current))",
        "CREATE VIEW \(sqlName(current)) AS \(selects.joined(separator: "\nUNION ALL\n"))",
      ]
      let labels = "\(newest.viewName)_labels\(suffix)"
      statements += [
        "DROP VIEW IF EXISTS \(sqlName(labels))",
        "CREATE VIEW \(sqlName(labels)) AS "
          + labelled(columns, from: current, of: newest, language: language),
      ]
    }
    return statements
  }

  private static func starts(_ count: Int) -> [Int] {
    Array(stride(from: 0, to: max(1, count), by: columnsPerView))
  }

  private static let own = [
    "station", "sequence", "revision", "questionnaire_version", "wave", "mode", "language",
    "started", "finished", "interview_date", "batch", "ordinal", "missing",
  ]

  private static func select(_ version: StoredLayout, _ columns: [DataColumn]) -> String {
    var expressions = own.map { name in
      switch name {
      case "questionnaire_version": "\(sqlLiteral(version.version)) AS questionnaire_version"
      case "wave": "(SELECT id FROM wave WHERE key = t0.wave) AS wave"
      case "batch": "(SELECT id FROM batch WHERE key = t0.batch) AS batch"
      default: "t0.\(name)"
      }
    }
    var tables: Set<Int> = []
    for column in columns {
      let match = version.columns.first { $0.question == column.question && $0.code == column.code }
      if let match {
        tables.insert(match.table)
        expressions.append("t\(match.table).\(sqlName(match.name)) AS \(sqlName(column.name))")
      } else {
        expressions.append("NULL AS \(sqlName(column.name))")
      }
    }
    var source = "\(version.mainTable) AS t0"
    for table in tables.sorted() where table > 0 {
      source += " JOIN \(sqlName(version.tables[table])) AS t\(table) ON t\(table).row = t0.row"
    }
    return "SELECT \(expressions.joined(separator: ", ")) FROM \(source) WHERE \(isCurrent("t0"))"
  }

  private static func labelled(
    _ columns: [DataColumn],
    from view: String,
    of version: StoredLayout,
    language: String
  ) -> String {
    let answers = columns.map { column in
      let name = sqlName(column.name)
      switch column.kind {
      case .choiceNumber, .choiceText:
        return """
          coalesce((SELECT label FROM choice WHERE questionnaire = \(version.key) \
          AND question = \(sqlLiteral(column.question)) AND language = \(sqlLiteral(language)) \
          AND code = CAST(v.\(name) AS TEXT)), v.\(name)) AS \(name)
          """
      case .option, .integer, .decimal, .text, .date, .calculate: return "v.\(name)"
      }
    }
    let expressions = own.map { "v.\($0)" } + answers
    return "SELECT \(expressions.joined(separator: ", ")) FROM \(sqlName(view)) AS v"
  }
}
