import GRDB
package import SurveyModel

extension StudyFile {
  /// The paper forms of a wave, or of all waves, and of these days, in the order in which they were
  /// saved.
  package func verifiableForms(
    of questionnaire: Questionnaire,
    wave: String? = nil,
    days: ClosedRange<CalendarDate>? = nil
  ) throws(StudyError) -> [VerifiableForm] {
    try read { database in
      let layout = try StoredLayout.find(questionnaire, in: database)
      let sql = """
        SELECT t.station, t.sequence, coalesce(r.by, '') AS keyer, EXISTS (
          SELECT 1 FROM verification AS v
          WHERE v.station = t.station AND v.sequence = t.sequence) AS is_verified
        FROM \(layout.mainTable) AS t LEFT JOIN revision AS r
        ON r.station = t.station AND r.sequence = t.sequence AND r.kind = 'original'
        WHERE (?1 IS NULL OR t.wave = ?1) AND t.mode = ?2 AND \(CurrentView.isCurrent("t"))
          \(DayCondition.sql(days, of: "t"))
        ORDER BY t.station, t.sequence
        """
      let arguments: StatementArguments = [
        try wave.map { try StudyFile.waveKey($0, in: database) }, Mode.paper.rawValue,
      ]
      return try GRDB.Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
        VerifiableForm(
          id: InterviewID(
            station: UInt64(bitPattern: row["station"]),
            sequence: row["sequence"]
          ),
          keyer: row["keyer"],
          isVerified: row["is_verified"]
        )
      }
    }
  }

  /// Keeps what keying a form a second time brought: counts and, where the first keying was wrong,
  /// a revision; both or neither.
  package func record(
    _ form: VerifiedForm,
    in sitting: SittingID,
    of questionnaire: Questionnaire,
    by: String,
    at moment: Timestamp,
    why: String
  ) throws(StudyError) {
    try write { database in
      let history = try RevisionHistory(form.id, in: database)
      guard try history.head().revision.number == form.revision else {
        throw StudyError.interviewChanged(form.id)
      }
      if let answers = form.corrected {
        try revise(
          history,
          of: questionnaire,
          answers: answers,
          warnings: form.warnings,
          by: by,
          at: moment,
          why: why,
          in: database
        )
      }
      let key: [(any DatabaseValueConvertible)?] = [
        sitting.rawValue, Int64(bitPattern: form.id.station), form.id.sequence,
      ]
      let counts: [(any DatabaseValueConvertible)?] = [
        form.revision, form.keyer, form.fields, form.keyerErrors.count, form.verifierErrors.count,
      ]
      try database.execute(
        sql: """
          INSERT INTO verification (sitting, station, sequence, revision, keyer, fields,
            keyer_errors, verifier_errors) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: StatementArguments(key + counts)
      )
      for (kind, questions) in [("keyer", form.keyerErrors), ("verifier", form.verifierErrors)] {
        for question in questions {
          try database.execute(
            sql: """
              INSERT INTO verification_error (sitting, station, sequence, question, kind)
              VALUES (?, ?, ?, ?, ?)
              """,
            arguments: StatementArguments(key + [question, kind])
          )
        }
      }
    }
  }

  /// The forms that were keyed a second time, oldest first.
  package func verifications() throws(StudyError) -> [Verification] {
    try read { database in
      let sql = """
        SELECT v.*, s.by AS verifier, q.id AS questionnaire, w.id AS wave, NOT EXISTS (
          SELECT 1 FROM verification AS e WHERE e.station = v.station
          AND e.sequence = v.sequence AND e.sitting < v.sitting) AS is_first
        FROM verification AS v JOIN sitting AS s ON s.key = v.sitting
        JOIN questionnaire AS q ON q.key = s.questionnaire JOIN wave AS w ON w.key = s.wave
        ORDER BY v.sitting, v.station, v.sequence
        """
      return try GRDB.Row.fetchAll(database, sql: sql).map { row in
        Verification(
          sitting: SittingID(rawValue: row["sitting"]),
          interview: InterviewID(
            station: UInt64(bitPattern: row["station"]),
            sequence: row["sequence"]
          ),
          questionnaire: row["questionnaire"],
          wave: row["wave"],
          keyer: row["keyer"],
          verifier: row["verifier"],
          fields: row["fields"],
          keyerErrors: row["keyer_errors"],
          verifierErrors: row["verifier_errors"],
          isFirst: row["is_first"]
        )
      }
    }
  }
}
