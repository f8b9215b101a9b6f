import GRDB
package import SurveyModel

/// A wave with what it holds of one questionnaire.
package struct WaveFieldwork: Hashable, Sendable {
  /// The wave.
  package let wave: Wave
  /// Its interviews that count.
  package let interviews: Int
  /// The day of the first interview, where any has one.
  package let firstDay: CalendarDate?
}

extension StudyFile {
  /// The waves with interviews of the questionnaire `id`, in the order of time.
  ///
  /// A wave begins on its first day, or else on that of its first interview; when one has neither,
  /// all are in the order in which they were added. With `version`, of this version alone.
  package func fieldwork(
    of id: String,
    version: String? = nil
  ) throws(StudyError) -> [WaveFieldwork] {
    let all = try waves()
    let facts = try keptFacts(of: id)
    let counted = try read { database in
      var counts: [String: (interviews: Int, first: String?)] = [:]
      for layout in try StoredLayout.all(in: database, where: "id = ?", [id])
      where version == nil || layout.version == version {
        let choice = InterviewChoice(versions: [layout.key])
        let groups = try facts?.waves(of: choice) ?? StudyFile.waves(of: layout, in: database)
        for (key, group) in groups {
          guard let wave = try StudyFile.waveID(key, in: database) else { continue }
          let before = counts[wave]
          let first = [before?.first, group.first].compactMap { $0 }.min()
          counts[wave] = ((before?.interviews ?? 0) + group.count, first)
        }
      }
      return counts
    }
    let held = all.compactMap { wave -> WaveFieldwork? in
      guard let (interviews, first) = counted[wave.id], interviews > 0 else { return nil }
      let day = first.flatMap { CalendarDate(iso: $0) }
      return WaveFieldwork(wave: wave, interviews: interviews, firstDay: day)
    }
    let starts = held.compactMap { $0.wave.from ?? $0.firstDay }
    guard starts.count == held.count else { return held }
    return zip(starts, held.indices).sorted { $0 < $1 }.map { held[$0.1] }
  }

  /// The interviews of the questionnaire `id` that count and have no date, so that they lie in no
  /// period.
  package func undatedInterviews(
    of id: String,
    version: String? = nil
  ) throws(StudyError) -> Int {
    let facts = try keptFacts(of: id)
    return try read { database in
      try StoredLayout.all(in: database, where: "id = ?", [id])
        .filter { version == nil || $0.version == version }
        .reduce(0) { sum, layout in
          if let facts { return sum + facts.undated(of: InterviewChoice(versions: [layout.key])) }
          let sql = """
            SELECT count(*) FROM \(layout.mainTable) AS t
            WHERE \(CurrentView.isCurrent("t")) AND t.interview_date IS NULL
            """
          return try sum + (Int.fetchOne(database, sql: sql) ?? 0)
        }
    }
  }

  /// The interviews of one version by the keys of their waves.
  private static func waves(
    of layout: StoredLayout,
    in database: Database
  ) throws -> [(wave: Int64, group: InterviewGroup)] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT t.wave, count(*) AS count, min(t.interview_date) AS first
        FROM \(layout.mainTable) AS t WHERE \(CurrentView.isCurrent("t")) GROUP BY t.wave
        """
    ).map { ($0["wave"], InterviewGroup(count: $0["count"], first: $0["first"])) }
  }

  private static func waveID(_ key: Int64, in database: Database) throws -> String? {
    try String.fetchOne(database, sql: "SELECT id FROM wave WHERE key = ?", arguments: [key])
  }
}

/// Days as a condition on the dates of interviews.
enum DayCondition {
  /// SQL that holds for interviews of these days; dates are ISO, and so in the order of text.
  static func sql(_ days: ClosedRange<CalendarDate>?, of alias: String) -> String {
    guard let days else { return "" }
    return " AND \(alias).interview_date BETWEEN '\(days.lowerBound)' AND '\(days.upperBound)'"
  }
}
