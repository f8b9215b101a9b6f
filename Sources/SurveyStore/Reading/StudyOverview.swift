import GRDB
package import SurveyModel

/// What a study holds of one questionnaire, in all its versions.
package struct StudyOverview: Hashable, Sendable {
  /// The interviews that count.
  package let interviews: Int
  /// The same by how they were conducted.
  package let interviewsByMode: [Mode: Int]
  /// The day of the first interview.
  package let firstDay: CalendarDate?
  /// The day of the last interview.
  package let lastDay: CalendarDate?
  /// The imports that count, each with what continues it.
  package let batches: Int
  /// The forms that were begun and not saved, of all waves.
  package let drafts: Int
}

extension StudyFile {
  /// What the study holds of the questionnaire `questionnaire`.
  ///
  /// Without `wave`, of all waves; with `version`, interviews of this version alone; with `days`,
  /// those of these days.
  package func overview(
    of questionnaire: String,
    version: String? = nil,
    wave: String? = nil,
    days: ClosedRange<CalendarDate>? = nil
  ) throws(StudyError) -> StudyOverview {
    let facts = try keptFacts(of: questionnaire)
    return try read { database in
      let wave = try wave.map { try StudyFile.waveKey($0, in: database) }
      var byMode: [Mode: Int] = [:]
      var dates: [CalendarDate] = []
      let versions = try StoredLayout.all(in: database, where: "id = ?", [questionnaire])
      for layout in versions where version == nil || layout.version == version {
        let choice = InterviewChoice(wave: wave, days: days, versions: [layout.key])
        let groups =
          try facts?.modes(of: choice) ?? StudyFile.modes(of: layout, choice, in: database)
        for (mode, group) in groups {
          byMode[Mode(rawValue: mode) ?? .importedFile, default: 0] += group.count
          for text in [group.first, group.last] {
            if let day = text.flatMap({ CalendarDate(iso: $0) }) { dates.append(day) }
          }
        }
      }
      return StudyOverview(
        interviews: byMode.values.reduce(0, +),
        interviewsByMode: byMode,
        firstDay: dates.min(),
        lastDay: dates.max(),
        batches: try StudyFile.batchCount(questionnaire, wave, in: database),
        drafts: try StudyFile.draftCount(questionnaire, in: database)
      )
    }
  }

  /// The interviews of one version that are chosen by how they were conducted.
  private static func modes(
    of layout: StoredLayout,
    _ choice: InterviewChoice,
    in database: Database
  ) throws -> [(mode: String, group: InterviewGroup)] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT t.mode, count(*) AS count, min(t.interview_date) AS first,
          max(t.interview_date) AS last
        FROM \(layout.mainTable) AS t
        WHERE \(CurrentView.isCurrent("t")) AND (?1 IS NULL OR t.wave = ?1)
        \(DayCondition.sql(choice.days, of: "t")) GROUP BY t.mode
        """,
      arguments: [choice.wave]
    ).map { row in
      (row["mode"], InterviewGroup(count: row["count"], first: row["first"], last: row["last"]))
    }
  }

  private static func batchCount(
    _ questionnaire: String,
    _ wave: Int64?,
    in database: Database
  ) throws -> Int {
    let sql = """
      SELECT count(*) FROM batch AS b JOIN questionnaire AS q ON q.key = b.questionnaire
      LEFT JOIN batch AS p ON p.key = b.parent
      WHERE q.id = ?1 AND b.state = 'complete' AND (?2 IS NULL OR b.wave = ?2)
      AND (p.key IS NULL OR p.state <> 'complete')
      """
    return try Int.fetchOne(database, sql: sql, arguments: [questionnaire, wave]) ?? 0
  }

  private static func draftCount(_ questionnaire: String, in database: Database) throws -> Int {
    let sql = """
      SELECT count(*) FROM draft AS d JOIN questionnaire AS q ON q.key = d.questionnaire
      WHERE q.id = ?
      """
    return try Int.fetchOne(database, sql: sql, arguments: [questionnaire]) ?? 0
  }
}
