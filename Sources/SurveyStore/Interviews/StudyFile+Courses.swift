import GRDB
package import SurveyModel

/// How interviews were conducted, one element of each column for each interview.
package struct InterviewCourses: Sendable {
  /// The identities.
  package var ids: [InterviewID] = []
  /// How each was conducted.
  package var modes: [Mode] = []
  /// When each began, where that is known.
  package var started: [Timestamp?] = []
  /// When each was saved.
  package var finished: [Timestamp?] = []
  /// Who saved each; empty where nobody is named, and for imports.
  package var operators: [String] = []
}

extension StudyFile {
  /// How the interviews of ``dataset(of:wave:days:onlyOwn:)`` were conducted, in its order.
  ///
  /// Instants and operators are those of the interview, not of what was corrected later.
  package func courses(
    of questionnaire: Questionnaire,
    wave: String? = nil,
    days: ClosedRange<CalendarDate>? = nil,
    onlyOwn: Bool = false
  ) throws(StudyError) -> InterviewCourses {
    try read { database in
      let versions = try StudyFile.versions(of: questionnaire, onlyOwn: onlyOwn, in: database)
      let wave = try wave.map { try StudyFile.waveKey($0, in: database) }
      let operators = try Self.savers(in: database)
      var courses = InterviewCourses()
      for version in versions {
        let condition =
          CurrentView.isCurrent("t") + (wave.map { " AND t.wave = \($0)" } ?? "")
          + DayCondition.sql(days, of: "t")
        let statement = try RawStatement(
          """
          SELECT t.station, t.sequence, t.mode, t.started, t.started_offset, t.finished,
            t.finished_offset FROM \(version.mainTable) AS t WHERE \(condition) ORDER BY t.row
          """,
          in: database
        )
        while try statement.next() {
          let id = InterviewID(
            station: UInt64(bitPattern: statement.integer(0)),
            sequence: statement.integer(1)
          )
          courses.ids.append(id)
          courses.modes.append(Mode(rawValue: statement.optionalText(2) ?? "") ?? .importedFile)
          courses.started.append(
            Timestamp(
              stored: statement.optionalInteger(3),
              offset: statement.optionalInteger(4).map { Int($0) }
            )
          )
          courses.finished.append(
            Timestamp(
              stored: statement.optionalInteger(5),
              offset: statement.optionalInteger(6).map { Int($0) }
            )
          )
          courses.operators.append(operators[id] ?? "")
        }
      }
      return courses
    }
  }

  /// Who saved each interview that no import brought.
  private static func savers(in database: Database) throws -> [InterviewID: String] {
    var savers: [InterviewID: String] = [:]
    let statement = try RawStatement(
      """
      SELECT station, sequence, by FROM revision
      WHERE kind = 'original' AND batch IS NULL AND by <> ''
      """,
      in: database
    )
    while try statement.next() {
      let id = InterviewID(
        station: UInt64(bitPattern: statement.integer(0)),
        sequence: statement.integer(1)
      )
      savers[id] = statement.optionalText(2)
    }
    return savers
  }
}
