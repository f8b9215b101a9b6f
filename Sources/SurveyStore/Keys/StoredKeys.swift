import GRDB
import SurveyModel

/// By what the records of a questionnaire are told apart.
package enum RecordIdentity: Hashable, Sendable {
  /// By nothing.
  case none
  /// By a key that the files bring.
  case cells
  /// By the answers to these questions.
  case questions([String])
  /// The same, and by the key that a file brought where a version does not ask them.
  case chosenQuestions([String])
}

extension RecordIdentity {
  /// The questions whose answers count.
  var questions: [String]? {
    switch self {
    case .questions(let ids), .chosenQuestions(let ids): ids
    case .none, .cells: nil
    }
  }

  /// The same by the answers to other questions.
  func asking(_ ids: [String]) -> RecordIdentity {
    switch self {
    case .questions: .questions(ids)
    case .chosenQuestions: .chosenQuestions(ids)
    case .none, .cells: self
    }
  }
}

/// The place of a stored row: which version of the questionnaire, and which row of its table.
struct StoredPlace: Hashable {
  let version: Int
  let row: Int64

  init(version: Int, row: Int64) {
    self.version = version
    self.row = row
  }

  init(packed: UInt64) {
    version = Int(packed >> 48 & 0x1fff)
    row = Int64(packed & 0xffff_ffff_ffff)
  }

  /// The place in the lower 61 bits.
  var packed: UInt64 { UInt64(version & 0x1fff) << 48 | UInt64(row) & 0xffff_ffff_ffff }
}

/// The keys of the interviews of one questionnaire and wave, in all versions.
///
/// Answers that make up a key have the codes that they are read as.
struct StoredKeys {
  let versions: [StoredLayout]
  /// None for all waves.
  let wave: Int64?
  let identity: RecordIdentity
  /// The import whose rejected rows come back, by its key.
  let root: Int64?
  /// Whether those are meant that were undone, and not those that count.
  var isOfUndone = false
  let database: Database

  /// Goes through all keys, in the order of the rows.
  func forEach(_ body: (StoredPlace, [UInt8], _ isOrigin: Bool) throws -> Void) throws {
    for (number, version) in versions.enumerated() {
      for isOrigin in [false, true] {
        guard let sql = query(version, isOrigin: isOrigin) else { continue }
        let statement = try RawStatement(sql, in: database)
        var text: [UInt8] = []
        while try statement.next() {
          let place = StoredPlace(version: number, row: statement.integer(0))
          statement.readKey(into: &text)
          try body(place, text, isOrigin)
        }
      }
    }
  }

  /// Reads single keys again.
  var reader: StoredKeyReader {
    StoredKeyReader(
      queries: versions.flatMap { version in
        [false, true].map { query(version, isOrigin: $0).map { $0 + " AND t0.row = ?" } }
      }
    )
  }

  /// By what the rows of `version` are told apart.
  private func identity(in version: StoredLayout) -> RecordIdentity {
    guard case .chosenQuestions(let ids) = identity else { return identity }
    let asksAll = ids.allSatisfy { id in
      version.columns.contains { $0.question == id && $0.code == nil }
    }
    return asksAll ? .questions(ids) : .cells
  }

  private func query(_ version: StoredLayout, isOrigin: Bool) -> String? {
    var source = "\(version.mainTable) AS t0"
    let expressions: [String]
    let counts =
      isOfUndone
      ? "t0.batch IN (SELECT key FROM batch WHERE state = 'undone')"
      : CurrentView.isLastState("t0")
    var condition = counts + (wave.map { " AND t0.wave = \($0)" } ?? "")
    if isOrigin {
      guard let root else { return nil }
      source += """
         JOIN row_source AS s ON s.questionnaire = \(version.key) AND s.row = t0.row
        JOIN batch AS b ON b.key = t0.batch
        """
      expressions = ["s.origin"]
      condition += " AND s.origin IS NOT NULL AND b.parent = \(root)"
    } else {
      switch identity(in: version) {
      case .none, .chosenQuestions: return nil
      case .cells:
        source += " JOIN row_source AS s ON s.questionnaire = \(version.key) AND s.row = t0.row"
        expressions = ["s.key"]
        condition += " AND s.key IS NOT NULL"
      case .questions(let ids):
        let columns = ids.compactMap { id in
          version.columns.first { $0.question == id && $0.code == nil }
        }
        guard columns.count == ids.count, !ids.isEmpty else { return nil }
        for table in Set(columns.map(\.table)).sorted() where table > 0 {
          source +=
            " JOIN \(sqlName(version.tables[table])) AS t\(table) ON t\(table).row = t0.row"
        }
        expressions = columns.map { CurrentView.value([$0], version.codes[$0.question] ?? [:]) }
        // A key with a blank part is none.
        let parts = expressions.map { "\($0) IS NOT NULL" }
        condition += " AND (\(parts.joined(separator: " AND ")))"
      }
    }
    return "SELECT t0.row, \(expressions.joined(separator: ", ")) FROM \(source) WHERE \(condition)"
  }
}

/// Reads the key of one stored row after another.
struct StoredKeyReader {
  /// Two for each version: by key and by line of origin.
  let queries: [String?]

  func text(
    of place: StoredPlace,
    isOrigin: Bool,
    in database: Database
  ) throws -> [UInt8]? {
    let index = 2 * place.version + (isOrigin ? 1 : 0)
    guard queries.indices.contains(index), let query = queries[index] else { return nil }
    let statement = try RawStatement(cached: query, in: database)
    statement.bind(place.row, 1)
    guard try statement.next() else { return nil }
    var text: [UInt8] = []
    statement.readKey(into: &text)
    statement.reset()
    return text
  }
}

extension RawStatement {
  /// The parts of a key, which are all columns behind the first.
  ///
  /// Numbers are written as their answers are: SQLite would write `2.0` for the answer `2`.
  fileprivate func readKey(into text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    for column in 1..<max(2, columnCount) {
      if column > 1 { text.append(0x1f) }
      if isReal(column) {
        text.append(contentsOf: Answer.decimal(double(column)).text.utf8)
      } else {
        withBytes(column) { text.append(contentsOf: $0) }
      }
    }
  }
}
