import GRDB
import SurveyModel

/// All revisions of one interview, and which of them counts.
struct RevisionHistory {
  /// A revision with the place of its row; a void has none.
  struct Entry {
    let revision: Revision
    let parentStation: UInt64?
    var row: (layout: StoredLayout, row: Int64)?

    fileprivate var parentKey: Key? {
      guard let number = revision.parent, let parentStation else { return nil }
      return Key(number: number, station: parentStation)
    }
  }

  fileprivate struct Key: Hashable {
    let number: Int64
    let station: UInt64
  }

  let interview: InterviewID
  private(set) var entries: [Entry] = []
  /// The highest number that was ever given, also to a revision that does not count.
  private let highest: Int64

  /// - Throws: ``StudyError/unknownInterview(_:)`` when nothing of it is visible.
  init(_ interview: InterviewID, in database: Database) throws {
    self.interview = interview
    var found: [Key: Entry] = [:]
    highest = try Self.highestNumber(interview, database)
    for row in try Self.revisionRows(interview, database) {
      let entry = Entry(
        revision: Revision(
          number: row["number"],
          station: UInt64(bitPattern: row["revision_station"]),
          parent: row["parent"],
          kind: Revision.Kind(rawValue: row["kind"]) ?? .replace,
          by: row["by"],
          at: Timestamp(milliseconds: row["at"], offsetMinutes: row["at_offset"]),
          why: row["why"],
          batch: (row["batch_id"] as String?).flatMap { BatchID(hex: $0) }
        ),
        parentStation: (row["parent_station"] as Int64?).map { UInt64(bitPattern: $0) }
      )
      found[Key(number: entry.revision.number, station: entry.revision.station)] = entry
    }
    var isVisible = false
    for layout in try StoredLayout.all(in: database) {
      for row in try Self.dataRows(interview, layout, database) where row["is_visible"] {
        isVisible = true
        let key = Key(
          number: row["revision"],
          station: UInt64(bitPattern: row["revision_station"])
        )
        var entry = found[key] ?? Self.imported(row, key)
        entry.row = (layout, row["row"])
        found[key] = entry
      }
    }
    guard isVisible else { throw StudyError.unknownInterview(interview) }
    // What was voided can have been taken back with its import; then nothing is left to be void.
    var standing: Set<Key> = []
    entries = found.values
      .sorted {
        ($0.revision.number, $0.revision.station) < ($1.revision.number, $1.revision.station)
      }
      .filter { entry in
        guard entry.row != nil || entry.parentKey.map(standing.contains) ?? true else {
          return false
        }
        standing.insert(Key(number: entry.revision.number, station: entry.revision.station))
        return true
      }
  }

  /// The one revision that no other follows.
  ///
  /// - Throws: when there are two, or when it is a void.
  func head() throws -> Entry {
    let parents = entries.compactMap(\.parentKey)
    let heads = entries.filter {
      !parents.contains(Key(number: $0.revision.number, station: $0.revision.station))
    }
    guard heads.count == 1, let head = heads.first else {
      throw StudyError.conflictingRevisions(interview)
    }
    guard head.row != nil else { throw StudyError.interviewVoided(interview) }
    return head
  }

  /// The number of the next revision.
  var nextNumber: Int64 { max(highest, entries.last?.revision.number ?? 0) + 1 }

  private static func highestNumber(
    _ interview: InterviewID,
    _ database: Database
  ) throws -> Int64 {
    try Int64.fetchOne(
      database,
      sql: "SELECT max(number) FROM revision WHERE station = ? AND sequence = ?",
      arguments: [Int64(bitPattern: interview.station), interview.sequence]
    ) ?? 0
  }

  private static func imported(_ row: GRDB.Row, _ key: Key) -> Entry {
    Entry(
      revision: Revision(
        number: key.number,
        station: key.station,
        parent: nil,
        kind: .original,
        by: row["by"] ?? "",
        at: Timestamp(milliseconds: row["at"] ?? 0, offsetMinutes: row["at_offset"] ?? 0),
        why: nil
      ),
      parentStation: nil
    )
  }

  private static func revisionRows(
    _ interview: InterviewID,
    _ database: Database
  ) throws -> [GRDB.Row] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT r.*, b.id AS batch_id FROM revision AS r LEFT JOIN batch AS b ON b.key = r.batch
        WHERE r.station = ? AND r.sequence = ? AND (r.batch IS NULL OR b.state = 'complete')
        """,
      arguments: [Int64(bitPattern: interview.station), interview.sequence]
    )
  }

  private static func dataRows(
    _ interview: InterviewID,
    _ layout: StoredLayout,
    _ database: Database
  ) throws -> [GRDB.Row] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT t.row, t.revision, t.revision_station, b.by, b.finished AS at,
          b.finished_offset AS at_offset, t.batch IS NULL OR b.state = 'complete' AS is_visible
        FROM \(layout.mainTable) AS t LEFT JOIN batch AS b ON b.key = t.batch
        WHERE \(layout.belongsToInterview("t", in: database))
        """,
      arguments: [Int64(bitPattern: interview.station), interview.sequence]
    )
  }
}
