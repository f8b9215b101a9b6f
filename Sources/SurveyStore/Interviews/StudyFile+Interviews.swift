import GRDB
package import SurveyModel

extension StudyFile {
  /// Saves a finished interview and drops its draft, both or neither.
  ///
  /// A draft can become an interview only once.
  @discardableResult
  package func save(
    _ interview: Interview,
    of questionnaire: Questionnaire,
    wave: String,
    by: String,
    draft: DraftID? = nil
  ) throws(StudyError) -> InterviewID {
    try write { database in
      let layout = try StoredLayout.find(questionnaire, in: database)
      let waveKey = try StudyFile.waveKey(wave, in: database)
      let sequence = try takeSequences(1, in: database)
      let id = InterviewID(station: station, sequence: sequence)
      if let draft { try finish(draft, as: id, in: database) }
      let revision = Revision(
        number: 1,
        station: station,
        parent: nil,
        kind: .original,
        by: by,
        at: interview.finished,
        why: nil
      )
      try insert(revision, parentStation: nil, of: id, in: database)
      try RowWriter(questionnaire, layout: layout, in: database).insert(
        InterviewKeys(
          interview: id,
          revision: 1,
          revisionStation: station,
          wave: waveKey,
          mode: interview.mode.rawValue,
          language: interview.language,
          started: interview.started,
          finished: interview.finished,
          consent: interview.consentVersion
        ),
        answers: interview.answers,
        warnings: interview.acceptedWarnings
      )
      return id
    }
  }

  /// Replaces the answers of an interview by a new revision.
  package func revise(
    _ interview: InterviewID,
    of questionnaire: Questionnaire,
    answers: [Answer],
    warnings: [Int] = [],
    by: String,
    at moment: Timestamp,
    why: String
  ) throws(StudyError) {
    try write { database in
      try revise(
        RevisionHistory(interview, in: database),
        of: questionnaire,
        answers: answers,
        warnings: warnings,
        by: by,
        at: moment,
        why: why,
        in: database
      )
    }
  }

  /// Puts a revision behind the last state of an interview.
  func revise(
    _ history: RevisionHistory,
    of questionnaire: Questionnaire,
    answers: [Answer],
    warnings: [Int],
    by: String,
    at moment: Timestamp,
    why: String,
    in database: Database
  ) throws {
    let interview = history.interview
    let layout = try StoredLayout.find(questionnaire, in: database)
    let head = try history.head()
    var keys = try keys(of: head, interview: interview, in: database)
    let revision = Revision(
      number: history.nextNumber,
      station: station,
      parent: head.revision.number,
      kind: .replace,
      by: by,
      at: moment,
      why: why
    )
    try insert(revision, parentStation: head.revision.station, of: interview, in: database)
    keys.revision = revision.number
    keys.revisionStation = station
    let writer = try RowWriter(questionnaire, layout: layout, in: database)
    try writer.insert(keys, answers: answers, warnings: warnings)
    guard let old = head.row else { return }
    let source = try RowSourceWriter(questionnaire: old.layout.key, in: database)
      .source(of: old.row)
    try RowSourceWriter(questionnaire: layout.key, in: database).insert(source)
  }

  /// Takes an interview out of what counts; its revisions stay.
  package func void(
    _ interview: InterviewID,
    by: String,
    at moment: Timestamp,
    why: String
  ) throws(StudyError) {
    try write { database in
      let history = try RevisionHistory(interview, in: database)
      let head = try history.head()
      let revision = Revision(
        number: history.nextNumber,
        station: station,
        parent: head.revision.number,
        kind: .void,
        by: by,
        at: moment,
        why: why
      )
      try insert(revision, parentStation: head.revision.station, of: interview, in: database)
    }
    clearCache()
  }

  /// The revisions of an interview, oldest first.
  package func history(of interview: InterviewID) throws(StudyError) -> [Revision] {
    try read { try RevisionHistory(interview, in: $0).entries.map(\.revision) }
  }

  /// Sets `count` numbers of this station aside and gives the first.
  func takeSequences(_ count: Int64, in database: Database) throws -> Int64 {
    let next = try Int64.fetchOne(
      database,
      sql: "UPDATE study SET next_sequence = next_sequence + ? RETURNING next_sequence",
      arguments: [count]
    )
    guard let next else { throw StudyError.notAStudy(path: path) }
    return next - count
  }

  func insert(
    _ revision: Revision,
    parentStation: UInt64?,
    of interview: InterviewID,
    batch: Int64? = nil,
    in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO revision (station, sequence, number, revision_station, parent,
          parent_station, kind, by, at, at_offset, why, batch)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        Int64(bitPattern: interview.station), interview.sequence, revision.number,
        Int64(bitPattern: revision.station), revision.parent,
        parentStation.map { Int64(bitPattern: $0) }, revision.kind.rawValue, revision.by,
        revision.at.milliseconds, revision.at.offsetMinutes, revision.why, batch,
      ]
    )
  }

  func keys(
    of entry: RevisionHistory.Entry,
    interview: InterviewID,
    in database: Database
  ) throws -> InterviewKeys {
    guard let (layout, number) = entry.row,
      let row = try GRDB.Row.fetchOne(
        database,
        sql: """
          SELECT wave, batch, ordinal, mode, language, started, started_offset, finished,
            finished_offset, consent
          FROM \(layout.mainTable) WHERE row = ?
          """,
        arguments: [number]
      )
    else { throw StudyError.unknownInterview(interview) }
    return InterviewKeys(
      interview: interview,
      revision: entry.revision.number,
      revisionStation: entry.revision.station,
      wave: row["wave"],
      batch: row["batch"],
      ordinal: row["ordinal"],
      mode: row["mode"],
      language: row["language"],
      started: Timestamp(stored: row["started"], offset: row["started_offset"]),
      finished: Timestamp(stored: row["finished"], offset: row["finished_offset"]),
      consent: row["consent"]
    )
  }
}

extension Timestamp {
  /// An instant from its two columns.
  init?(stored milliseconds: Int64?, offset: Int?) {
    guard let milliseconds else { return nil }
    self.init(milliseconds: milliseconds, offsetMinutes: offset ?? 0)
  }
}
