import GRDB
package import SurveyModel

extension StudyFile {
  /// The interviews that count, as columns.
  ///
  /// Interviews of other versions of the questionnaire follow those of `questionnaire`'s own
  /// version, read as the steps between the versions say; what such a version did not ask, or what is
  /// not to be counted together, is ``SurveyModel/MissingReason/notCollected``.
  ///
  /// Without `wave`, the interviews of all waves. With `days`, only those that were conducted then,
  /// each with its wave.
  /// With `onlyOwn`, the interviews of other versions are left out.
  package func dataset(
    of questionnaire: Questionnaire,
    wave: String? = nil,
    days: ClosedRange<CalendarDate>? = nil,
    onlyOwn: Bool = false
  ) throws(StudyError) -> Dataset {
    let whole = try datasetOfColumns(of: questionnaire, wave: wave, days: days, onlyOwn: onlyOwn)
    if let whole { return whole }
    return try read { database in
      let versions = try StudyFile.versions(of: questionnaire, onlyOwn: onlyOwn, in: database)
      let wave = try wave.map { try StudyFile.waveKey($0, in: database) }
      var reader = DatasetReader(questionnaire, wave: wave, days: days, in: database)
      return try reader.read(versions)
    }
  }

  /// The identities of the interviews of ``dataset(of:wave:)``, in its order.
  package func interviewIDs(
    of questionnaire: Questionnaire,
    wave: String? = nil
  ) throws(StudyError) -> [InterviewID] {
    try read { database in
      let versions = try StudyFile.versions(of: questionnaire, in: database)
      let wave = try wave.map { try StudyFile.waveKey($0, in: database) }
      return try versions.flatMap { version in
        try GRDB.Row.fetchAll(
          database,
          sql: """
            SELECT t.station, t.sequence FROM \(version.mainTable) AS t
            WHERE \(CurrentView.isCurrent("t")) AND (?1 IS NULL OR t.wave = ?1) ORDER BY t.row
            """,
          arguments: [wave]
        ).map { row in
          InterviewID(station: UInt64(bitPattern: row["station"]), sequence: row["sequence"])
        }
      }
    }
  }

  /// The answers of the interview that was saved last at this copy of the study, as
  /// ``dataset(of:wave:)`` reads them; none when there is no interview.
  ///
  /// Only interviews of `modes` that count are looked at, in all waves and versions.
  package func lastSaved(
    of questionnaire: Questionnaire,
    modes: [Mode]
  ) throws(StudyError) -> [Answer]? {
    try read { database in
      var last: (sequence: Int64, row: Int64, version: StoredLayout)?
      for version in try StudyFile.versions(of: questionnaire, in: database) {
        // Numbers are given out when interviews are saved; the clock may have been set back.
        let row = try GRDB.Row.fetchOne(
          database,
          sql: """
            SELECT t.row, t.sequence FROM \(version.mainTable) AS t
            WHERE t.station = ? AND (t.batch IS NULL OR t.revision > 1)
            AND t.mode IN (\(modes.map { sqlLiteral($0.rawValue) }.joined(separator: ", "))) AND \(CurrentView.isCurrent("t"))
            ORDER BY t.sequence DESC LIMIT 1
            """,
          arguments: [Int64(bitPattern: station)]
        )
        guard let row, last.map({ $0.sequence < row["sequence"] }) ?? true else { continue }
        last = (row["sequence"], row["row"], version)
      }
      guard let last else { return nil }
      var reader = DatasetReader(questionnaire, row: last.row, in: database)
      return try reader.read([last.version]).answers(at: 0)
    }
  }

  /// One interview as it stands.
  package func interview(
    _ interview: InterviewID,
    of questionnaire: Questionnaire
  ) throws(StudyError) -> StoredInterview {
    try read { database in
      let layout = try StoredLayout.find(questionnaire, in: database)
      return try InterviewReader(questionnaire: questionnaire, layout: layout, database: database)
        .read(interview)
    }
  }

  /// The version of `questionnaire` first, then the others as they were added.
  static func versions(
    of questionnaire: Questionnaire,
    onlyOwn: Bool = false,
    in database: Database
  ) throws -> [StoredLayout] {
    let own = try StoredLayout.find(questionnaire, in: database)
    guard !onlyOwn else { return [own] }
    let others = try StoredLayout.all(of: questionnaire.id, as: own, in: database)
    return [own] + others.filter { $0.key != own.key }
  }
}
