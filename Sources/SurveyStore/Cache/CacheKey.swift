import GRDB
import SurveyModel

/// What decides the columns of a questionnaire: as long as it is the same, so are they.
struct CacheKey: Hashable, Sendable {
  /// The make of the cache, of the gathered columns and of what is read into them.
  ///
  /// To be raised whenever the same interviews are gathered or written otherwise.
  static let make: UInt64 = 1

  /// The newest version of the questionnaire.
  let questionnaire: Int64
  /// Which interviews count, as a digest of what tells any two states of a study apart.
  let state: String
  /// How their answers are read, as a digest.
  let reading: String

  /// The beginning of the digests of pieces, so that those of another state fit nowhere.
  var seed: UInt64 {
    (state + reading).utf8.reduce(Self.make) { PieceDigest.mix($0, UInt64($1)) }
  }
}

extension CacheKey {
  /// A digest of the state of all interviews of the questionnaire `id`.
  ///
  /// Interviews, revisions and the rows of completed imports are never changed or deleted. So these
  /// tell any two states apart, in a time that does not depend on the number of interviews but for
  /// counting revisions, which is 4 ms for a million: the versions, the last row of each of their
  /// tables, all imports with their states, how many revisions there are, and how it is decided what
  /// counts.
  static func state(of id: String, in database: Database) throws -> String {
    var lines = DigestLines(make)
    lines.add(CurrentView.isCurrent("t"))
    lines.add(id)
    try lines.add(rowsOf: "PRAGMA user_version", in: database)
    try lines.add(rowsOf: "SELECT station FROM study", in: database)
    let sql = """
      SELECT key, version, sha256, tables FROM questionnaire
      WHERE id = ? AND withdrawn IS NULL ORDER BY key
      """
    try lines.add(rowsOf: sql, id, in: database)
    for tables in try String.fetchAll(
      database,
      sql: "SELECT tables FROM questionnaire WHERE id = ? AND withdrawn IS NULL ORDER BY key",
      arguments: [id]
    ) {
      for table in JSONText.strings(in: tables) {
        try lines.add(rowsOf: "SELECT max(row) FROM \(sqlName(table))", in: database)
      }
    }
    try lines.add(
      rowsOf: """
        SELECT key, id, state, questionnaire, wave, first_row, rows_good, finished
        FROM batch ORDER BY key
        """,
      in: database
    )
    try lines.add(rowsOf: "SELECT count(*) FROM revision", in: database)
    return lines.finalize()
  }

  /// A digest of how `versions` are read as `questionnaire`.
  static func reading(of questionnaire: Questionnaire, from versions: [StoredLayout]) -> String {
    var lines = DigestLines(make)
    for question in questionnaire.questions {
      lines.add(question.id)
      lines.add(question.shape.name)
      lines.add(question.kind.isStored ? 1 : 0)
      lines.add(question.kind.choiceList?.choices.map(\.code) ?? [])
    }
    for version in versions {
      lines.add(UInt64(bitPattern: version.key))
      lines.add(version.tables)
      for reading in TableReading.readings(of: questionnaire, from: version) {
        lines.add(reading.names)
        for (question, source) in reading.sources {
          lines.add(UInt64(question))
          lines.add(source.words)
        }
      }
      for question in questionnaire.questions where question.kind.isStored {
        lines.add(version.reading.source(of: question.id)?.question ?? "")
      }
    }
    return lines.finalize()
  }
}

/// The SHA-256 of texts and numbers, each with its length.
private struct DigestLines {
  private var digest = FileDigest()

  init(_ make: UInt64) {
    add(make)
    // Columns are written in the order of bytes of the machine.
    withUnsafeBytes(of: UInt32(1)) { digest.update($0) }
  }

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { digest.update($0) }
  }

  mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    digest.update(text.utf8)
  }

  mutating func add(_ texts: [String]) {
    add(UInt64(texts.count))
    for text in texts { add(text) }
  }

  /// Adds what a query gives.
  mutating func add(rowsOf sql: String, _ argument: String? = nil, in database: Database) throws {
    let statement = try RawStatement(sql, in: database)
    if let argument { try statement.bind(argument, 1) }
    while try statement.next() {
      for column in 0..<statement.columnCount {
        let count = statement.withBytes(column) { bytes -> Int in
          add(UInt64(bytes.count))
          digest.update(bytes)
          return bytes.count
        }
        if count == nil { add(UInt64.max) }
      }
      add("row")
    }
    add("rows")
  }

  func finalize() -> String { digest.finalize() }
}

extension AnswerShape {
  fileprivate var name: String {
    switch self {
    case .selectOne: "select-one"
    case .selectMultiple: "select-multiple"
    case .integer: "integer"
    case .decimal: "decimal"
    case .text: "text"
    case .date: "date"
    case .calculate: "calculate"
    case .nothing: "nothing"
    }
  }
}

extension CellSource {
  /// The source in words that are the same whenever it is.
  fileprivate var words: [String] {
    switch self {
    case .none: ["none"]
    case .choiceNumber(let column): ["choice-number", "\(column)"]
    case .choiceText(let column): ["choice-text", "\(column)"]
    case .recoded(let column, let isText, let targets):
      ["recoded", "\(column)", "\(isText)"]
        + targets.sorted { $0.key < $1.key }.flatMap { [$0, $1.word] }
    case .options(let columns): ["options"] + columns.map { $0.map { "\($0)" } ?? "" }
    case .joinedOptions(let columns):
      ["joined-options"] + columns.map { $0.map { "\($0)" }.joined(separator: " ") }
    case .number(let column): ["number", "\(column)"]
    case .text(let column): ["text", "\(column)"]
    case .calculate(let column): ["calculate", "\(column)"]
    }
  }
}

extension VersionMap.Target {
  fileprivate var word: String {
    switch self {
    case .code(let code): "=" + code
    case .missing(let reason): "!" + reason.rawValue
    case .notComparable: "?"
    }
  }
}
