import GRDB
import SurveyModel

extension StudyFile {
  /// The interviews with the id or the record key `text`, or with one of the sealed keys `sealed`.
  ///
  /// The parts of a key of several columns are separated by `/`; `naturalKeys` are the questions
  /// that make up the key of a questionnaire.
  package func interviews(
    named text: String,
    sealed: [String] = [],
    naturalKeys: [String: [String]]
  ) throws(StudyError) -> [InterviewID] {
    if let id = InterviewID(text) { return [id] }
    return try read { database in
      var found: [InterviewID] = []
      let names = [text] + sealed
      try StudyFile.forEachRow(named: names, naturalKeys, isOfUndone: false, in: database) {
        let interview = try StudyFile.interview($0, $1, database)
        if !found.contains(interview) { found.append(interview) }
      }
      return found
    }
  }

  /// The undone imports that brought an interview with the record key `text`.
  package func undoneBatches(
    named text: String,
    sealed: [String] = [],
    naturalKeys: [String: [String]]
  ) throws(StudyError) -> [BatchID] {
    try read { database in
      var found: [BatchID] = []
      let names = [text] + sealed
      try StudyFile.forEachRow(named: names, naturalKeys, isOfUndone: true, in: database) {
        let id = try String.fetchOne(
          database,
          sql:
            "SELECT b.id FROM \($0.mainTable) AS t JOIN batch AS b ON b.key = t.batch WHERE t.row = ?",
          arguments: [$1]
        )
        if let batch = id.flatMap({ BatchID(hex: $0) }), !found.contains(batch) {
          found.append(batch)
        }
      }
      return found
    }
  }

  /// Goes through the rows with a key that a person wrote.
  private static func forEachRow(
    named names: [String],
    _ naturalKeys: [String: [String]],
    isOfUndone: Bool,
    in database: Database,
    _ body: (StoredLayout, Int64) throws -> Void
  ) throws {
    var ids: [String] = []
    for layout in try StoredLayout.all(in: database) where !ids.contains(layout.id) {
      ids.append(layout.id)
    }
    for id in ids {
      let versions = try StoredLayout.all(of: id, in: database)
      let natural = naturalKeys[id].flatMap { $0.isEmpty ? nil : RecordIdentity.questions($0) }
      for identity in [RecordIdentity.cells, natural].compactMap({ $0 }) {
        let keys = StoredKeys(
          versions: versions,
          wave: nil,
          identity: identity,
          root: nil,
          isOfUndone: isOfUndone,
          database: database
        )
        let wanted = names.map { Array($0.utf8) }
        try keys.forEach { place, key, _ in
          guard wanted.contains(where: { key.count == $0.count && StudyFile.shown(key) == $0 })
          else { return }
          try body(versions[place.version], place.row)
        }
      }
    }
  }

  /// All states of an interview.
  package func trace(of interview: InterviewID) throws(StudyError) -> RecordTrace {
    try read { database in
      let history = try RevisionHistory(interview, in: database)
      var questionnaire = ""
      var wave = ""
      var key: String?
      let states = try history.entries.map { entry in
        guard let (layout, row) = entry.row,
          let own = try GRDB.Row.fetchOne(
            database,
            sql: """
              SELECT t.ordinal, t.mode, w.id AS wave, b.id AS batch FROM \(layout.mainTable) AS t
              JOIN wave AS w ON w.key = t.wave LEFT JOIN batch AS b ON b.key = t.batch
              WHERE t.row = ?
              """,
            arguments: [row]
          )
        else {
          return RecordTrace.State(
            revision: entry.revision,
            answers: nil,
            version: nil,
            batch: nil,
            line: nil,
            origin: nil,
            mode: nil
          )
        }
        let source = try RowSourceWriter(questionnaire: layout.key, in: database).source(of: row)
        (questionnaire, wave, key) = (layout.id, own["wave"], source.key ?? key)
        // What a person changed in an imported interview came from no file.
        let isByHand = entry.revision.kind == .replace && entry.revision.batch == nil
        return RecordTrace.State(
          revision: entry.revision,
          answers: try StoredAnswers(layout: layout, database: database).read(row),
          version: layout.version,
          batch: isByHand ? nil : (own["batch"] as String?).flatMap { BatchID(hex: $0) },
          line: isByHand ? nil : own["ordinal"],
          origin: isByHand ? nil : source.origin,
          mode: isByHand ? nil : Mode(rawValue: own["mode"])
        )
      }
      return RecordTrace(
        interview: interview,
        questionnaire: questionnaire,
        wave: wave,
        key: key,
        states: states
      )
    }
  }

  private static func shown(_ key: [UInt8]) -> [UInt8] {
    key.map { $0 == 0x1f ? UInt8(ascii: "/") : $0 }
  }

  private static func interview(
    _ layout: StoredLayout,
    _ row: Int64,
    _ database: Database
  ) throws -> InterviewID {
    let found = try GRDB.Row.fetchOne(
      database,
      sql: "SELECT station, sequence FROM \(layout.mainTable) WHERE row = ?",
      arguments: [row]
    )
    guard let found else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    return InterviewID(station: UInt64(bitPattern: found["station"]), sequence: found["sequence"])
  }
}
