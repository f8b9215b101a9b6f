import GRDB
package import SurveyModel

/// What still counts of an import that was taken back.
package struct UndoOutcome: Hashable, Sendable {
  /// The interviews that counted and no longer do.
  package var gone = 0
  /// The interviews that it revised and that count as they were before it.
  package var restored = 0
  /// Its interviews that a later import revised: they count as that import has them.
  package var kept = 0
  /// The imports that revised them, oldest first.
  package var keepers: [BatchID] = []
}

extension StudyFile {
  /// Takes a completed import back: its rows and its revisions stay and no longer count.
  ///
  /// - Throws: ``StudyError/batchUndone(_:at:)`` when that was done before, and
  ///   ``StudyError/batchBuiltUpon(_:by:interview:)`` when what it replaced was changed again.
  @discardableResult
  package func undo(
    _ batch: BatchID,
    by: String,
    at moment: Timestamp,
    why: String
  ) throws(StudyError) -> UndoOutcome {
    try undo([batch], by: by, at: moment, why: why).first ?? UndoOutcome()
  }

  /// Takes completed imports back, one after another: all of them or, when one is refused, none.
  @discardableResult
  package func undo(
    _ batches: [BatchID],
    by: String,
    at moment: Timestamp,
    why: String
  ) throws(StudyError) -> [UndoOutcome] {
    let outcomes = try write { database in
      try batches.map { try undo($0, by: by, at: moment, why: why, in: database) }
    }
    clearCache()
    return outcomes
  }

  private func undo(
    _ batch: BatchID,
    by: String,
    at moment: Timestamp,
    why: String,
    in database: Database
  ) throws -> UndoOutcome {
    let found = try GRDB.Row.fetchOne(
      database,
      sql: "SELECT key, state, undone, undone_offset FROM batch WHERE id = ?",
      arguments: [batch.hex]
    )
    guard let found, found["state"] != ImportBatch.State.open.rawValue else {
      throw StudyError.unknownBatch(batch)
    }
    if found["state"] == ImportBatch.State.undone.rawValue {
      let before = Timestamp(stored: found["undone"], offset: found["undone_offset"])
      throw StudyError.batchUndone(batch, at: before ?? moment)
    }
    try StudyFile.checkNothingFollows(batch, key: found["key"], in: database)
    let counted = try StudyFile.counted(of: found["key"], in: database)
    try keepVoids(after: found["key"], in: database)
    try database.execute(
      sql: """
        UPDATE batch SET state = 'undone', undone = ?, undone_offset = ?, undone_by = ?,
          undone_why = ? WHERE id = ? AND state = 'complete'
        """,
      arguments: [moment.milliseconds, moment.offsetMinutes, by, why, batch.hex]
    )
    var outcome = try StudyFile.kept(of: found["key"], in: database)
    outcome.restored = try StudyFile.restored(by: found["key"], in: database)
    outcome.gone = max(0, counted - outcome.restored)
    return outcome
  }

  /// The interviews that count as an import has them.
  private static func counted(of key: Int64, in database: Database) throws -> Int {
    try StoredLayout.all(in: database).reduce(0) { sum, layout in
      let count = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM batch AS b JOIN \(layout.mainTable) AS t
          ON t.row >= b.first_row AND t.batch = b.key
          WHERE b.key = ?1 AND b.questionnaire = ?2 AND \(CurrentView.isCurrent("t"))
          """,
        arguments: [key, layout.key]
      )
      return sum + (count ?? 0)
    }
  }

  /// The interviews that an import revised and that count now.
  private static func restored(by key: Int64, in database: Database) throws -> Int {
    let isReviser = try Int.fetchOne(
      database,
      sql: "SELECT 1 FROM revision WHERE batch = ? LIMIT 1",
      arguments: [key]
    )
    guard isReviser != nil else { return 0 }
    return try StoredLayout.all(in: database).reduce(0) { sum, layout in
      let count = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM \(layout.mainTable) AS t
          WHERE (t.station, t.sequence) IN (SELECT station, sequence FROM revision WHERE batch = ?1)
            AND \(CurrentView.isCurrent("t"))
          """,
        arguments: [key]
      )
      return sum + (count ?? 0)
    }
  }

  /// The condition that the revision alias `revision` counts.
  private static func counts(_ revision: String) -> String {
    "(\(revision).batch IS NULL OR \(revision).batch IN (SELECT key FROM batch WHERE state = 'complete'))"
  }

  /// What an import replaced must not have been replaced by a later one, or two states of one
  /// interview would count; what people changed in between does not matter.
  private static func checkNothingFollows(
    _ batch: BatchID,
    key: Int64,
    in database: Database
  ) throws {
    let follower = try GRDB.Row.fetchOne(
      database,
      sql: """
        SELECT own.station, own.sequence, b.id AS batch_id FROM revision AS own
        JOIN revision AS later ON later.station = own.station AND later.sequence = own.sequence
          AND later.number > own.number
        JOIN batch AS b ON b.key = later.batch
        WHERE own.batch = ?1 AND later.batch <> ?1 AND b.state = 'complete'
        ORDER BY own.sequence, later.number DESC LIMIT 1
        """,
      arguments: [key]
    )
    guard let follower, let other = BatchID(hex: follower["batch_id"] as String) else { return }
    throw StudyError.batchBuiltUpon(
      batch,
      by: other,
      interview: InterviewID(
        station: UInt64(bitPattern: follower["station"]),
        sequence: follower["sequence"]
      )
    )
  }

  /// An interview that was voided after the import replaced it stays void, whatever came between.
  private func keepVoids(after key: Int64, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO revision (station, sequence, number, revision_station, parent, parent_station,
          kind, by, at, at_offset, why)
        SELECT own.station, own.sequence,
          (SELECT max(number) + 1 FROM revision
            WHERE station = own.station AND sequence = own.sequence),
          ?1, own.parent, own.parent_station, 'void', last.by, last.at, last.at_offset, last.why
        FROM revision AS own
        JOIN revision AS last ON last.station = own.station AND last.sequence = own.sequence
          AND last.number = (SELECT max(later.number) FROM revision AS later
            WHERE later.station = own.station AND later.sequence = own.sequence
            AND later.number > own.number AND \(StudyFile.counts("later")))
        WHERE own.batch = ?2 AND last.kind = 'void' AND last.batch IS NULL
        """,
      arguments: [Int64(bitPattern: station), key]
    )
  }

  /// The interviews of an import that later imports revised and nobody voided.
  private static func kept(of key: Int64, in database: Database) throws -> UndoOutcome {
    let questionnaire = try Int64.fetchOne(
      database,
      sql: "SELECT questionnaire FROM batch WHERE key = ?",
      arguments: [key]
    )
    guard let questionnaire,
      let layout = try StoredLayout.all(in: database, where: "key = ?", [questionnaire]).first
    else { return UndoOutcome() }
    let origin = try database.makeStatement(
      sql: """
        SELECT 1 FROM \(layout.mainTable) AS t
        WHERE \(layout.belongsToInterview("t", in: database)) AND t.batch = ?3 AND t.revision = 1
        """
    )
    let revisions = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT last.station, last.sequence, last.batch FROM revision AS last
        WHERE last.kind = 'replace' AND last.batch <> ?1 AND \(counts("last"))
        AND NOT EXISTS (SELECT 1 FROM revision AS later
          WHERE later.station = last.station AND later.sequence = last.sequence
          AND later.number > last.number AND \(counts("later"))
          AND (later.kind = 'void' OR later.batch IS NOT NULL))
        """,
      arguments: [key]
    )
    var outcome = UndoOutcome()
    var keepers: Set<Int64> = []
    while let row = try revisions.next() {
      let station: Int64 = row["station"]
      let sequence: Int64 = row["sequence"]
      let batch: Int64 = row["batch"]
      if try Int.fetchOne(origin, arguments: [station, sequence, key]) == nil { continue }
      outcome.kept += 1
      keepers.insert(batch)
    }
    outcome.keepers = try keepers.sorted().compactMap { keeper in
      try String.fetchOne(database, sql: "SELECT id FROM batch WHERE key = ?", arguments: [keeper])
        .flatMap { BatchID(hex: $0) }
    }
    return outcome
  }
}
