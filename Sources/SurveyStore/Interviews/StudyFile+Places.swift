import GRDB
import SurveyModel

/// Some of the interviews that were looked for, and how many there are.
package struct FoundInterviews: Hashable, Sendable {
  /// The first of them.
  package var ids: [InterviewID] = []
  /// All of them.
  package var count = 0

  /// Names interviews; `count` may be more.
  package init(ids: [InterviewID] = [], count: Int = 0) {
    self.ids = ids
    self.count = count
  }
}

extension StudyFile {
  /// The interviews that came from a line of a file of `batches`: the row of this line or, where it
  /// was sent back and mended, the row that took its place.
  package func interviews(
    atLine line: Int,
    of batches: [BatchID]
  ) throws(StudyError) -> [InterviewID] {
    try read { database in
      var found: [InterviewID] = []
      let layouts = try StoredLayout.all(in: database)
      for batch in batches {
        for layout in layouts {
          let rows = try GRDB.Row.fetchAll(
            database,
            sql: """
              SELECT t.station, t.sequence FROM batch AS b JOIN \(layout.mainTable) AS t
              ON t.row >= b.first_row AND t.batch = b.key AND t.ordinal = ?2
              WHERE b.id = ?1 AND b.state = 'complete' AND b.questionnaire = ?3
              UNION
              SELECT t.station, t.sequence FROM batch AS b JOIN batch AS part ON part.parent = b.key
              JOIN row_source AS s ON s.questionnaire = ?3 AND s.origin = ?2
              JOIN \(layout.mainTable) AS t ON t.row = s.row AND t.batch = part.key
              WHERE b.id = ?1 AND part.state = 'complete'
              """,
            arguments: [batch.hex, line, layout.key]
          )
          for row in rows {
            let id = InterviewID(
              station: UInt64(bitPattern: row["station"]),
              sequence: row["sequence"]
            )
            if !found.contains(id) { found.append(id) }
          }
        }
      }
      return found
    }
  }

  /// The interviews that count and answer `question` of a questionnaire with `answer`, the code of
  /// an option or a value as it is stored; at most `limit` of them are named.
  ///
  /// Question and answer are those of the newest version, or of `version`.
  package func interviews(
    of questionnaire: String,
    version: String? = nil,
    answering question: String,
    with answer: String,
    limit: Int
  ) throws(StudyError) -> FoundInterviews {
    try read { database in
      var found = FoundInterviews()
      let target = try version.map { try StoredLayout.find(questionnaire, $0, in: database) }
      for layout in try StoredLayout.all(of: questionnaire, as: target, in: database) {
        let codes = layout.codes[question] ?? [:]
        var answers = codes.filter { $0.value == .code(answer) }.map(\.key).sorted()
        if codes[answer] == nil { answers.append(answer) }
        let columns = layout.columns.filter { $0.question == question }
        let conditions = columns.flatMap { column in
          answers.compactMap { StudyFile.condition(column, $0) }
        }
        guard !conditions.isEmpty else { continue }
        var source = "\(layout.mainTable) AS t0"
        for table in layout.tables.indices.dropFirst() {
          source += " JOIN \(sqlName(layout.tables[table])) AS t\(table) ON t\(table).row = t0.row"
        }
        let statement = try RawStatement(
          """
          SELECT t0.station, t0.sequence FROM \(source)
          WHERE (\(conditions.joined(separator: " OR "))) AND \(CurrentView.isCurrent("t0"))
          ORDER BY t0.row
          """,
          in: database
        )
        while try statement.next() {
          found.count += 1
          guard found.ids.count < limit else { continue }
          found.ids.append(
            InterviewID(
              station: UInt64(bitPattern: statement.integer(0)),
              sequence: statement.integer(1)
            )
          )
        }
      }
      return found
    }
  }

  /// The condition that a column holds an answer; none where it cannot.
  private static func condition(_ column: DataColumn, _ answer: String) -> String? {
    let name = "t\(column.table).\(sqlName(column.name))"
    switch column.kind {
    case .option: return column.code == answer ? "\(name) = 1" : nil
    case .decimal, .calculate:
      let text = "CAST(\(name) AS TEXT) = \(sqlLiteral(answer))"
      guard let number = Double(answer), number.isFinite else { return text }
      return "(\(text) OR typeof(\(name)) = 'real' AND \(name) = \(number))"
    case .choiceNumber, .choiceText, .integer, .text, .date:
      return "CAST(\(name) AS TEXT) = \(sqlLiteral(answer))"
    }
  }
}
