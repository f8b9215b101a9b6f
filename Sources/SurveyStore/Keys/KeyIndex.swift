import GRDB
package import SurveyModel

/// Finds for every record of a file the stored interview and the earlier record with its key.
///
/// Keys are brought together by sorting their hashes. Where a hash stands for one key of the file
/// and one of the study, their bytes are compared only for rows whose content differs, which is what
/// a file that came before has least of; all others are compared at once. Whatever the size of file
/// and study, memory is bounded: what is too much goes to files without names.
package final class KeyIndex {
  /// Marks what stands in a file, among references.
  private static let fileMark: UInt64 = 1 << 63

  private let study: StudyFile
  private let wave: String
  private let identity: RecordIdentity
  private let root: BatchID?
  private let texts: KeyTexts
  private let hashes: EntrySorter
  private var versions: [StoredLayout] = []
  /// Whether the study has any key.
  package private(set) var hasStored = false
  /// The keys that were taken of records.
  package private(set) var count = 0
  /// The versions as their keys are read, which is as the newest.
  private var keyVersions: [StoredLayout] = []
  private var translation: KeyTranslation?

  /// Reads the keys that the study has.
  ///
  /// Questions have the ids of the newest version, or of `version`; `root` is the import whose rejected rows come back; `limit` is how many keys stay in memory.
  package init(
    _ study: StudyFile,
    questionnaire: String,
    version: String? = nil,
    wave: String,
    identity: RecordIdentity,
    root: BatchID? = nil,
    limit: Int = 2_000_000
  ) throws(StudyError) {
    self.study = study
    self.wave = wave
    self.identity = identity
    self.root = root
    texts = KeyTexts(beside: study.path, limit: min(24 << 20, limit << 4))
    let hashes = EntrySorter(beside: study.path, limit: limit)
    self.hashes = hashes
    (versions, keyVersions) = try study.read { database in
      let target = try version.map { try StoredLayout.find(questionnaire, $0, in: database) }
      let newest = try StoredLayout.all(of: questionnaire, in: database)
      return (try StoredLayout.all(of: questionnaire, as: target, in: database), newest)
    }
    translation = keyVersions.first { $0.version == version }.flatMap { own in
      identity.questions.flatMap { KeyTranslation($0, own.reading) }
    }
    if translation == nil { keyVersions = versions }
    hasStored = try study.read { database in
      var hasStored = false
      try stored(in: database).forEach { place, text, isOrigin in
        try hashes.add(Self.hash(text, isOrigin), place.packed)
        hasStored = true
      }
      return hasStored
    }
  }

  /// Takes the key of a record; records come in the order of the file.
  package func add(_ key: String, number: Int) throws(StudyError) {
    let text = Array(key.utf8)
    count += 1
    try add(translation?.key(text) ?? text, number, isOrigin: false)
  }

  /// Takes the keys of some records.
  package func add(_ block: KeyBlock) throws(StudyError) {
    guard translation == nil else {
      for entry in block.entries {
        let key = String(decoding: block.bytes[entry.range], as: UTF8.self)
        try add(key, number: entry.number)
      }
      return
    }
    count += block.entries.count
    let bytes = block.bytes.span
    for entry in block.entries {
      let hash = KeyHash.value(of: bytes.extracting(entry.range))
      let place = try texts.add(block.bytes[entry.range], number: entry.number, isOrigin: false)
      try hashes.add(hash, place | Self.fileMark)
    }
  }

  /// Takes the line that a record had in the file of the import that is continued.
  package func add(origin: Int, number: Int) throws(StudyError) {
    try add(Array(String(origin).utf8), number, isOrigin: true)
  }

  private func add(
    _ text: [UInt8],
    _ number: Int,
    isOrigin: Bool
  ) throws(StudyError) {
    let place = try texts.add(text, number: number, isOrigin: isOrigin)
    try hashes.add(Self.hash(text, isOrigin), place | Self.fileMark)
  }

  /// What was found, in the order of the file.
  package func matches() throws(StudyError) -> KeyMatches {
    let found = EntrySorter(beside: study.path, limit: 1_000_000)
    let reader = try study.read { database in
      let reader = try stored(in: database).reader
      var sorted = try hashes.sorted()
      var group = KeyGroup(texts: texts, found: found) { place, isOrigin in
        try reader.text(of: place, isOrigin: isOrigin, in: database)
      }
      while let entry = try sorted.next() {
        try group.add(entry.key, entry.reference, isStored: entry.reference & Self.fileMark == 0)
      }
      try group.finish()
      return reader
    }
    return try KeyMatches(
      found.sorted(),
      texts: texts,
      stored: reader,
      study: study,
      versions: versions,
      root: root
    )
  }

  private func stored(in database: Database) throws -> StoredKeys {
    StoredKeys(
      versions: keyVersions,
      wave: try StudyFile.waveKey(wave, in: database),
      identity: translation.map { identity.asking($0.questions) } ?? identity,
      root: try root.map { try StudyFile.completeKey(of: $0, in: database) },
      database: database
    )
  }

  private static func hash(_ text: [UInt8], _ isOrigin: Bool) -> UInt64 {
    let hash = KeyHash.value(of: text.span)
    return isOrigin ? ~hash : hash
  }
}

/// The entries of one hash, and which of them are really equal.
struct KeyGroup {
  /// One key among those with the same hash.
  private struct Member {
    let text: [UInt8]
    let isOrigin: Bool
    /// In the order of their rows.
    var stored: [StoredPlace] = []
    var first: (number: Int, place: UInt64)?
    var isReported = false
  }

  /// Interviews with one key that are held against a record.
  private static let storedLimit = 64

  private let texts: KeyTexts
  private let stored: (StoredPlace, _ isOrigin: Bool) throws -> [UInt8]?
  private let found: EntrySorter
  private var hash: UInt64?
  private var waiting: [StoredPlace] = []
  private var members: [Member] = []
  /// The only key of the file with its hash so far.
  private var lonely: UInt64?
  /// The first places under the hash.
  private var first: (file: UInt64?, stored: StoredPlace?) = (nil, nil)
  /// Of keys that are alike: those that only the file has, and one that the study has.
  private var alike: (files: [UInt64], stored: StoredPlace?) = ([], nil)

  /// `stored` reads the keys of the study.
  init(
    texts: KeyTexts,
    found: EntrySorter,
    stored: @escaping (StoredPlace, _ isOrigin: Bool) throws -> [UInt8]?
  ) {
    self.texts = texts
    self.stored = stored
    self.found = found
  }

  mutating func add(_ hash: UInt64, _ reference: UInt64, isStored: Bool) throws {
    if hash != self.hash {
      try finishKey()
      if let before = self.hash, KeyHash.family(of: before) != KeyHash.family(of: hash) {
        try reportAlike()
      }
      self.hash = hash
      waiting.removeAll(keepingCapacity: true)
      members.removeAll(keepingCapacity: true)
    }
    if isStored {
      let place = StoredPlace(packed: reference)
      if first.stored == nil { first.stored = place }
      waiting.append(place)
      return
    }
    let place = reference & ~(1 << 63)
    if first.file == nil { first.file = place }
    // Most keys have one of the study beside them or none, and need not be read again.
    if lonely == nil, waiting.count < 2, members.isEmpty {
      lonely = place
      return
    }
    if let lonely {
      self.lonely = nil
      try take(lonely)
    }
    try take(place)
  }

  /// Reports what is left.
  mutating func finish() throws {
    try finishKey()
    try reportAlike()
  }

  /// Reports the last key when it is the only one with its hash.
  private mutating func finishKey() throws {
    if let lonely, let place = waiting.first { try report(lonely, .likely, place.packed) }
    lonely = nil
    if let stored = first.stored {
      alike.stored = alike.stored ?? stored
    } else if let file = first.file {
      alike.files.append(file)
    }
    first = (nil, nil)
  }

  /// Reports keys of the file beside which the study has none but one that is alike.
  private mutating func reportAlike() throws {
    if let stored = alike.stored {
      for place in alike.files { try report(place, .alike, stored.packed) }
    }
    alike.files.removeAll(keepingCapacity: true)
    alike.stored = nil
  }

  private mutating func take(_ place: UInt64) throws {
    let key = try texts.kept(at: place)
    try compareWaiting()
    guard
      let index = members.firstIndex(where: { $0.isOrigin == key.isOrigin && $0.text == key.text })
    else {
      members.append(
        Member(text: key.text, isOrigin: key.isOrigin, first: (key.number, place))
      )
      return
    }
    for stored in members[index].stored.suffix(Self.storedLimit) {
      try report(place, key.isOrigin ? .origin : .stored, stored.packed)
    }
    guard let first = members[index].first else {
      members[index].first = (key.number, place)
      return
    }
    if !members[index].isReported {
      try report(first.place, .isFirst, 0)
      members[index].isReported = true
    }
    try report(place, key.isOrigin ? .earlierOrigin : .earlier, UInt64(first.number))
  }

  private func report(_ place: UInt64, _ kind: KeyMatches.Kind, _ value: UInt64) throws {
    try found.add(place, kind.packed(value))
  }

  /// Reads the keys of stored rows, which is needed only where a record has their hash.
  private mutating func compareWaiting() throws {
    for place in waiting {
      for isOrigin in [false, true] {
        guard let text = try stored(place, isOrigin) else { continue }
        if let index = members.firstIndex(where: { $0.isOrigin == isOrigin && $0.text == text }) {
          members[index].stored.append(place)
        } else {
          members.append(Member(text: text, isOrigin: isOrigin, stored: [place]))
        }
      }
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
