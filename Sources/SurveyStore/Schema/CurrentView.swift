import SurveyModel

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
    // A wider version may have had more views.
    let most = versions.map { starts($0.columns.count).count }.max() ?? 1
    var statements = (2..<max(3, most + 1)).flatMap { number in
      ["current", "labels"].map {
        "DROP VIEW IF EXISTS \(sqlName("\(newest.viewName)_\($0)_\(number)"))"
      }
    }
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
      let matches = version.columns.filter { other in
        other.question == column.question && other.code == column.code
          && other.kind.family == column.kind.family
      }
      for match in matches { tables.insert(match.table) }
      let value = value(matches, version.codes[column.question] ?? [:])
      expressions.append("\(value) AS \(sqlName(column.name))")
    }
    var source = "\(version.mainTable) AS t0"
    for table in tables.sorted() where table > 0 {
      source += " JOIN \(sqlName(version.tables[table])) AS t\(table) ON t\(table).row = t0.row"
    }
    return "SELECT \(expressions.joined(separator: ", ")) FROM \(source) WHERE \(isCurrent("t0"))"
  }

  /// What stands in a column of the newest version for the columns of another that answer it.
  static func value(
    _ columns: [DataColumn],
    _ codes: [String: VersionMap.Target]
  ) -> String {
    let names = columns.map { "t\($0.table).\(sqlName($0.name))" }
    guard let name = names.first else { return "NULL" }
    // Of options that became one, one is enough.
    if names.count > 1 { return "max(\(names.joined(separator: ", ")))" }
    guard !codes.isEmpty else { return name }
    let cases = codes.sorted { $0.key < $1.key }.map { code, target in
      var result = "NULL"
      if case .code(let other) = target {
        result = other.isCanonicalInteger ? other : sqlLiteral(other)
      }
      return "WHEN \(sqlLiteral(code)) THEN \(result)"
    }
    return "CASE CAST(\(name) AS TEXT) \(cases.joined(separator: " ")) ELSE \(name) END"
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
