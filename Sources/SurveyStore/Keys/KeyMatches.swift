import GRDB
import SurveyModel

/// Which records of a file have the key of another, in the order of the file.
package struct KeyMatches {
  /// What a key has in common with another; sorted by the place of the key in the file.
  enum Kind: UInt64 {
    /// The study has an interview with this key.
    case stored
    /// The study has an interview from this line of the import that is continued.
    case origin
    /// The study has one key or line with this hash, and so has the file.
    case likely
    /// An earlier record of the file has this key.
    case earlier
    /// Later records of the file have this key too.
    case isFirst
    /// An earlier record of the file has this line of the import that is continued.
    case earlierOrigin
    /// The study has a key that differs by zeros in front, and has not this one.
    case alike

    private static let shift: UInt64 = 61

    /// The kind above a value of 61 bits.
    func packed(_ value: UInt64) -> UInt64 { rawValue << Self.shift | value }

    /// What ``packed(_:)`` put together.
    static func unpacked(_ word: UInt64) -> (kind: Kind?, value: UInt64) {
      (Kind(rawValue: word >> shift), word & (1 << shift - 1))
    }
  }

  /// A stored row with the key of a record.
  struct Stored {
    let place: StoredPlace
    let interview: InterviewID
    let isFromRoot: Bool
    let ordinal: Int?
    let isVoid: Bool
  }

  /// An earlier record of the file with the key of another.
  struct Earlier {
    let number: Int
    /// Whether they have their line in the first file in common.
    let isOrigin: Bool
  }

  /// What one record has in common with others.
  struct Match {
    let number: Int
    /// Where the study has its key.
    var stored: StoredPlace?
    /// Older interviews with its key, the oldest first.
    var older: [StoredPlace] = []
    /// The digest of the row of `stored`.
    var digest: UInt64?
    /// The place of the key in the file, while only its hash was compared.
    var unread: UInt64?
    var earlier: [Earlier] = []
    var isFirst = false
    /// Whether `stored` comes from the same line of the first file.
    var isByOrigin = false
    /// Where the study and the file have keys that differ by zeros in front.
    var alike: (stored: StoredPlace, key: UInt64)?
  }

  /// Records whose stored rows are looked at in one go, in the order of the rows.
  private static let blockLength = 8192

  private var entries: SortedEntries
  private var ahead: SortEntry?
  private let texts: KeyTexts
  private let keys: StoredKeyReader
  private let study: StudyFile
  let versions: [StoredLayout]
  private let root: BatchID?
  private var block: [Match] = []
  private var position = 0

  init(
    _ entries: SortedEntries,
    texts: KeyTexts,
    stored keys: StoredKeyReader,
    study: StudyFile,
    versions: [StoredLayout],
    root: BatchID?
  ) throws(StudyError) {
    self.entries = entries
    self.texts = texts
    self.keys = keys
    self.study = study
    self.versions = versions
    self.root = root
    ahead = try self.entries.next()
  }

  /// Whether no record has anything in common with another.
  var isEmpty: Bool { block.isEmpty && ahead == nil }

  /// What the record `number` has in common with others; numbers ascend from call to call.
  mutating func match(_ number: Int) throws(StudyError) -> Match? {
    guard try mayMatch(number) else { return nil }
    while position < block.count || ahead != nil {
      if position >= block.count { try fill() }
      guard position < block.count, block[position].number <= number else { return nil }
      position += 1
      if block[position - 1].number == number { return block[position - 1] }
    }
    return nil
  }

  /// What ``match(_:)`` will find for the record `number`.
  mutating func peek(_ number: Int) throws(StudyError) -> Match? {
    guard try firstMatch(number) == number else { return nil }
    return block[position]
  }

  /// Whether ``match(_:)`` may find something for the record `number`.
  mutating func mayMatch(_ number: Int) throws(StudyError) -> Bool {
    if position >= block.count {
      guard ahead != nil else { return false }
      try fill()
    }
    return position < block.count && block[position].number <= number
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

  /// Passes over the record `number` when all that is known of it is one row of the study with this
  /// digest, in the table of `version`.
  ///
  /// Two hashes agree then, one of the key and one of the answers, which begin differently.
  mutating func passes(
    _ number: Int,
    digest: UInt64,
    version: Int?
  ) throws(StudyError) -> Bool {
    guard try mayMatch(number) else { return false }
    let match = block[position]
    guard match.number == number, match.earlier.isEmpty, !match.isFirst,
      let stored = match.stored, stored.version == version, match.digest == digest
    else { return false }
    position += 1
    return true
  }

  /// The rows of the study with the key of a record, the newest first; none when only its hash is
  /// the same.
  func stored(_ match: Match) throws(StudyError) -> [Stored] {
    guard let place = match.stored else { return [] }
    return try study.read { database in
      if let unread = match.unread {
        let key = try texts.kept(at: unread)
        guard try keys.text(of: place, isOrigin: key.isOrigin, in: database) == key.text else {
          return []
        }
      }
      return try ([place] + match.older.reversed()).compactMap { try stored($0, in: database) }
    }
  }

  /// The key of a record and one of the study that differs by zeros in front; none where that
  /// interview is void.
  func alike(_ match: Match) throws(StudyError) -> (key: String, stored: String)? {
    guard let alike = match.alike else { return nil }
    return try study.read { database in
      let key = try texts.kept(at: alike.key)
      guard !key.isOrigin,
        let text = try keys.text(of: alike.stored, isOrigin: false, in: database),
        KeyHash.areAlike(key.text, text),
        try stored(alike.stored, in: database)?.isVoid == false
      else { return nil }
      return (String(decoding: key.text, as: UTF8.self), String(decoding: text, as: UTF8.self))
    }
  }

  private mutating func fill() throws(StudyError) {
    block.removeAll(keepingCapacity: true)
    position = 0
    while let entry = ahead {
      let number = try texts.number(at: entry.key)
      if block.last?.number != number {
        if block.count == Self.blockLength { break }
        block.append(Match(number: number))
      }
      let (kind, value) = Kind.unpacked(entry.reference)
      let last = block.count - 1
      switch kind {
      case .stored:
        // They come in the order of their rows.
        if let older = block[last].stored { block[last].older.append(older) }
        block[last].stored = StoredPlace(packed: value)
        block[last].unread = nil
      case .likely, .origin:
        // A key goes before a line, and stands before it.
        if block[last].stored == nil {
          block[last].stored = StoredPlace(packed: value)
          block[last].unread = kind == .likely ? entry.key : nil
          block[last].isByOrigin = kind == .origin
        } else if kind == .origin, block[last].isByOrigin, let older = block[last].stored {
          block[last].older.append(older)
          block[last].stored = StoredPlace(packed: value)
        }
      case .earlier, .earlierOrigin:
        let number = Int(truncatingIfNeeded: value)
        block[last].earlier.append(Earlier(number: number, isOrigin: kind == .earlierOrigin))
      case .alike: block[last].alike = (StoredPlace(packed: value), entry.key)
      case .isFirst, nil: block[last].isFirst = true
      }
      ahead = try entries.next()
    }
    try readDigests()
  }

  private mutating func readDigests() throws(StudyError) {
    for version in versions.indices {
      let rows = block.indices.compactMap { index in
        block[index].stored.flatMap { $0.version == version ? (row: $0.row, index: index) : nil }
      }.sorted { $0.row < $1.row }
      guard !rows.isEmpty else { continue }
      let table = versions[version].mainTable
      let found = try study.read { database in
        try StoredDigests(table: table, database: database).digests(of: rows.map(\.row))
      }
      for (place, digest) in zip(rows, found) { block[place.index].digest = digest }
    }
  }

  private func stored(_ place: StoredPlace, in database: Database) throws -> Stored? {
    guard versions.indices.contains(place.version) else { return nil }
    let statement = try database.cachedStatement(
      sql: """
        SELECT t.station, t.sequence, t.ordinal, b.id AS batch,
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
      isFromRoot: batch != nil && batch == root,
      ordinal: row["ordinal"],
      isVoid: row["is_void"]
    )
  }
}

/// Reads the digests of stored rows.
struct StoredDigests {
  let table: String
  let database: Database

  /// The digests of `rows`, which ascend; none where there is no row.
  func digests(of rows: [Int64]) throws -> [UInt64?] {
    guard let first = rows.first, let last = rows.last else { return [] }
    guard last - first < 4 * Int64(rows.count) else {
      let one = try RawStatement(
        cached: "SELECT digest FROM \(table) WHERE row = ?",
        in: database
      )
      return try rows.map { row in
        one.bind(row, 1)
        defer { one.reset() }
        return try one.next() ? UInt64(bitPattern: one.integer(0)) : nil
      }
    }
    var digests = [UInt64?](repeating: nil, count: rows.count)
    let range = try RawStatement(
      cached: "SELECT row, digest FROM \(table) WHERE row BETWEEN ? AND ? ORDER BY row",
      in: database
    )
    range.bind(first, 1)
    range.bind(last, 2)
    var place = 0
    while try range.next() {
      let row = range.integer(0)
      while place < rows.count, rows[place] < row { place += 1 }
      while place < rows.count, rows[place] == row {
        digests[place] = UInt64(bitPattern: range.integer(1))
        place += 1
      }
    }
    return digests
  }
}
