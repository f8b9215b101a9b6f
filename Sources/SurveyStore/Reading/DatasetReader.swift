import GRDB
import SurveyModel

/// Reads the interviews that count into columns.
struct DatasetReader {
  private let questionnaire: Questionnaire
  private let database: Database
  private let wave: Int64?
  private let row: Int64?
  private let days: ClosedRange<CalendarDate>?
  private var waveKeys: [Int64] = []
  private var builders: [ColumnBuilder]
  private var patterns = MissingPatterns()
  private var count = 0

  /// Reads the interviews of `wave`, or all; with `days` those of these days, with `row` only the
  /// one that stands there.
  init(
    _ questionnaire: Questionnaire,
    wave: Int64? = nil,
    row: Int64? = nil,
    days: ClosedRange<CalendarDate>? = nil,
    in database: Database
  ) {
    self.questionnaire = questionnaire
    self.database = database
    self.wave = wave
    self.row = row
    self.days = days
    builders = questionnaire.questions.map(ColumnBuilder.init)
  }

  /// Reads the interviews of `versions`, one version after the other.
  mutating func read(_ versions: [StoredLayout]) throws -> Dataset {
    for version in versions { try read(version) }
    return Dataset(
      questionnaire: questionnaire,
      count: count,
      columns: builders.map { $0.column() },
      waves: days == nil ? nil : try waves()
    )
  }

  /// The waves of the interviews that were read, in the order of the study.
  private func waves() throws -> Dataset.Waves {
    let known = try GRDB.Row.fetchAll(database, sql: "SELECT key, label FROM wave ORDER BY key")
    let present = Set(waveKeys)
    let held = known.filter { present.contains($0["key"]) }
    let place = Dictionary(
      uniqueKeysWithValues: held.enumerated().map { ($1["key"] as Int64, $0) }
    )
    return Dataset.Waves(
      labels: held.map { $0["label"] },
      codes: waveKeys.map { place[$0] ?? 0 }
    )
  }

  private mutating func read(_ version: StoredLayout) throws {
    let readings = TableReading.readings(of: questionnaire, from: version)
    let rows = count..<count + (try rowCount(version))
    guard !rows.isEmpty else { return }
    for builder in builders { builder.grow(by: rows.count) }
    if days != nil {
      let sql = "SELECT t0.wave FROM \(version.mainTable) AS t0 WHERE \(condition) ORDER BY t0.row"
      waveKeys += try Int64.fetchAll(database, sql: sql)
    }
    patterns.begin(version.reading, of: questionnaire)
    for (table, reading) in readings.enumerated() where table == 0 || !reading.names.isEmpty {
      try read(version, table: table, reading, rows)
    }
    count = rows.upperBound
    let present = Set(readings.flatMap { $0.sources.map(\.question) })
    for index in builders.indices where !present.contains(index) {
      builders[index].setNotCollected(rows)
    }
  }

  private mutating func read(
    _ version: StoredLayout,
    table: Int,
    _ reading: TableReading,
    _ rows: Range<Int>
  ) throws {
    let names = reading.names.map { "t\(table).\(sqlName($0))" }
    let join =
      table == 0
      ? "" : " JOIN \(sqlName(version.tables[table])) AS t\(table) ON t\(table).row = t0.row"
    let statement = try RawStatement(
      """
      SELECT \(((table == 0 ? ["t0.missing"] : []) + names).joined(separator: ", "))
      FROM \(version.mainTable) AS t0\(join) WHERE \(condition) ORDER BY t0.row
      """,
      in: database
    )
    let work = reading.sources.map { (builder: builders[$0.question], source: $0.source) }
    for row in rows {
      guard try statement.next() else { break }
      for (builder, source) in work { builder.read(statement, source, at: row) }
      if table == 0, let missing = statement.optionalText(0) {
        for (question, reason) in patterns.pattern(missing) {
          builders[question].setMissing(reason, at: row)
        }
      }
    }
  }

  private func rowCount(_ version: StoredLayout) throws -> Int {
    try Int.fetchOne(
      database,
      sql: "SELECT count(*) FROM \(version.mainTable) AS t0 WHERE \(condition)"
    ) ?? 0
  }

  private var condition: String {
    CurrentView.isCurrent("t0") + (wave.map { " AND t0.wave = \($0)" } ?? "")
      + (row.map { " AND t0.row = \($0)" } ?? "") + DayCondition.sql(days, of: "t0")
  }
}
