import GRDB
import SurveyModel

/// Which records of a file have the key of another, in the order of the file.
package struct KeyMatches {
  enum Kind: UInt64 {
    /// The study has an interview with this key.
    case stored
    /// The study has an interview from this line of the import that is continued.
    case origin
    /// An earlier record of the file has this key.
    case earlier
    /// Later records of the file have this key too.
    case isFirst
  }

  /// A stored row with the key of a record.
  struct Stored {
    let place: StoredPlace
    let interview: InterviewID
    let digest: UInt64
    let batch: BatchID?
    let isFromRoot: Bool
    let ordinal: Int?
    let isVoid: Bool
  }

  /// What one record has in common with others.
  struct Match {
    let number: Int
    var stored: Stored?
    var earlier: Int?
    var isFirst = false
  }

  /// Records whose stored rows are read in one go.
  private static let blockLength = 1024

  private var entries: SortedEntries
  private var ahead: SortEntry?
  private let study: StudyFile
  let versions: [StoredLayout]
  private let root: BatchID?
  private var block: [Match] = []
  private var position = 0

  init(
    _ entries: SortedEntries,
    study: StudyFile,
    versions: [StoredLayout],
    root: BatchID?
  ) throws(StudyError) {
    self.entries = entries
    self.study = study
    self.versions = versions
    self.root = root
    ahead = try self.entries.next()
  }

  /// What the record `number` has in common with others; numbers ascend from call to call.
  mutating func match(_ number: Int) throws(StudyError) -> Match? {
    while true {
      if position >= block.count {
        guard ahead != nil else { return nil }
        try fill()
      }
      guard position < block.count, block[position].number <= number else { return nil }
      position += 1
      if block[position - 1].number == number { return block[position - 1] }
    }
  }

  /// The first record from `number` on that has something in common with others.
  mutating func firstMatch(_ number: Int) throws(StudyError) -> Int? {
    while true {
      while position < block.count, block[position].number < number { position += 1 }
      if position < block.count { return block[position].number }
      guard ahead != nil else { return nil }
      try fill()
    }
  }

  private mutating func fill() throws(StudyError) {
    block.removeAll(keepingCapacity: true)
    position = 0
    var places: [Int: StoredPlace] = [:]
    while let entry = ahead {
      let number = Int(truncatingIfNeeded: entry.key)
      if block.last?.number != number {
        if block.count == Self.blockLength { break }
        block.append(Match(number: number))
      }
      let value = entry.reference & ~(3 << 62)
      let last = block.count - 1
      switch Kind(rawValue: entry.reference >> 62) {
      case .stored: places[last] = StoredPlace(packed: value)
      case .origin: if places[last] == nil { places[last] = StoredPlace(packed: value) }
      case .earlier: block[last].earlier = Int(truncatingIfNeeded: value)
      case .isFirst, nil: block[last].isFirst = true
      }
      ahead = try entries.next()
    }
    guard !places.isEmpty else { return }
    let read = try study.read { database in
      try places.mapValues { try stored($0, in: database) }
    }
    for (index, stored) in read { block[index].stored = stored }
  }

  private func stored(_ place: StoredPlace, in database: Database) throws -> Stored? {
    guard versions.indices.contains(place.version) else { return nil }
    let statement = try database.cachedStatement(
      sql: """
        SELECT t.station, t.sequence, t.digest, t.ordinal, b.id AS batch,
          EXISTS (SELECT 1 FROM revision AS later
            WHERE later.station = t.station AND later.sequence = t.sequence
            AND later.parent = t.revision AND later.parent_station = t.revision_station
            AND later.kind = 'void') AS is_void
        FROM \(versions[place.version].mainTable) AS t LEFT JOIN batch AS b ON b.key = t.batch
        WHERE t.row = ?
        """
    )
    guard let row = try GRDB.Row.fetchOne(statement, arguments: [place.row]) else { return nil }
    let batch = (row["batch"] as String?).flatMap { BatchID(hex: $0) }
    return Stored(
      place: place,
      interview: InterviewID(
        station: UInt64(bitPattern: row["station"]),
        sequence: row["sequence"]
      ),
      digest: UInt64(bitPattern: row["digest"]),
      batch: batch,
      isFromRoot: batch != nil && batch == root,
      ordinal: row["ordinal"],
      isVoid: row["is_void"]
    )
  }
}
