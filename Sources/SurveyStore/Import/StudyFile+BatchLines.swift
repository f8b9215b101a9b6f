import GRDB

extension StudyFile {
  /// The lines of a file that came in with `batches`, as far as these count.
  package func lines(of batches: [BatchID]) throws(StudyError) -> Set<Int> {
    try read { database in
      var lines: Set<Int> = []
      let layouts = try StoredLayout.all(in: database)
      for batch in batches {
        for layout in layouts {
          let found = try GRDB.Row.fetchCursor(
            database,
            sql: """
              SELECT t.ordinal FROM batch AS b JOIN \(layout.mainTable) AS t
              ON t.row >= b.first_row AND t.batch = b.key
              WHERE b.id = ? AND b.state = 'complete' AND b.questionnaire = ?
              """,
            arguments: [batch.hex, layout.key]
          )
          while let row = try found.next() {
            if let line: Int = row["ordinal"] { lines.insert(line) }
          }
        }
      }
      return lines
    }
  }

  /// The lines of the file of `root` that were sent back and came in mended.
  package func mendedLines(of root: BatchID) throws(StudyError) -> Set<Int> {
    try read { database in
      var lines: Set<Int> = []
      for layout in try StoredLayout.all(in: database) {
        lines.formUnion(
          try Int.fetchAll(
            database,
            sql: """
              SELECT s.origin FROM batch AS b JOIN batch AS part ON part.parent = b.key
              JOIN \(layout.mainTable) AS t ON t.row >= part.first_row AND t.batch = part.key
              JOIN row_source AS s ON s.questionnaire = ?2 AND s.row = t.row
              WHERE b.id = ?1 AND part.state = 'complete' AND part.questionnaire = ?2
                AND s.origin IS NOT NULL
              """,
            arguments: [root.hex, layout.key]
          )
        )
      }
      return lines
    }
  }
}
