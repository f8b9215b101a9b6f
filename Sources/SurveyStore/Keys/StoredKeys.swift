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
    version = Int(packed >> 48 & 0x3fff)
    row = Int64(packed & 0xffff_ffff_ffff)
  }

  /// The place in the lower 62 bits.
  var packed: UInt64 { UInt64(version & 0x3fff) << 48 | UInt64(row) & 0xffff_ffff_ffff }
}

/// The keys of the interviews of one questionnaire and wave, in all versions.
struct StoredKeys {
  /// Between the parts of a key of several columns.
  static let separator = "\u{1f}"

  let versions: [StoredLayout]
  /// None for all waves.
  let wave: Int64?
  let identity: RecordIdentity
  /// The import whose rejected rows come back, by its key.
  let root: Int64?
  let database: Database

  /// Goes through all keys, in the order of the rows.
  func forEach(_ body: (StoredPlace, [UInt8], _ isOrigin: Bool) throws -> Void) throws {
    for (number, version) in versions.enumerated() {
      for isOrigin in [false, true] {
        guard let sql = query(version, isOrigin: isOrigin) else { continue }
        let statement = try RawStatement(sql, in: database)
        while try statement.next() {
          let place = StoredPlace(version: number, row: statement.integer(0))
          guard let text = statement.withBytes(1, { Array($0) }) else { continue }
          try body(place, text, isOrigin)
        }
      }
    }
  }

  /// Reads single keys again.
  func reader() throws -> StoredKeyReader {
    try StoredKeyReader(
      statements: versions.flatMap { version in
        try [false, true].map { isOrigin in
          try query(version, isOrigin: isOrigin).map {
            try RawStatement($0 + " AND t0.row = ?", in: database)
          }
        }
      }
    )
  }

  private func query(_ version: StoredLayout, isOrigin: Bool) -> String? {
    var source = "\(version.mainTable) AS t0"
    let expression: String
    var condition = CurrentView.isLastState("t0") + (wave.map { " AND t0.wave = \($0)" } ?? "")
    if isOrigin {
      guard let root else { return nil }
      source += """
         JOIN row_source AS s ON s.questionnaire = \(version.key) AND s.row = t0.row
        JOIN batch AS b ON b.key = t0.batch
        """
      expression = "CAST(s.origin AS TEXT)"
      condition += " AND s.origin IS NOT NULL AND b.parent = \(root)"
    } else {
      switch identity {
      case .none: return nil
      case .cells:
        source += " JOIN row_source AS s ON s.questionnaire = \(version.key) AND s.row = t0.row"
        expression = "s.key"
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
        let names = columns.map { "t\($0.table).\(sqlName($0.name))" }
        expression = names.map { "coalesce(CAST(\($0) AS TEXT), '')" }
          .joined(separator: " || char(31) || ")
        condition += " AND (\(names.map { "\($0) IS NOT NULL" }.joined(separator: " OR ")))"
      }
    }
    return "SELECT t0.row, \(expression) FROM \(source) WHERE \(condition)"
  }
}

/// Reads the key of one stored row after another.
struct StoredKeyReader {
  /// Two for each version: by key and by line of origin.
  let statements: [RawStatement?]

  func text(of place: StoredPlace, isOrigin: Bool) throws -> [UInt8]? {
    let index = 2 * place.version + (isOrigin ? 1 : 0)
    guard statements.indices.contains(index), let statement = statements[index] else { return nil }
    statement.bind(place.row, 1)
    guard try statement.next() else { return nil }
    let text = statement.withBytes(1) { Array($0) }
    statement.reset()
    return text
  }
}
