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
  private var reasons = MissingReader()
  private var facts: FactGatherer?
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
      columns: builders.map { $0.column().column },
      waves: days == nil ? nil : try waves()
    )
  }

  /// Reads all interviews of `versions` with what is known of them beside their answers.
  mutating func gather(
    _ versions: [StoredLayout]
  ) throws -> (facts: InterviewFacts, columns: [GatheredColumn]) {
    facts = FactGatherer()
    var counts: [(key: Int64, count: Int)] = []
    for version in versions {
      let before = count
      try read(version)
      counts.append((version.key, count - before))
    }
    let facts = facts ?? FactGatherer()
    return (facts.facts(versions: counts), builders.map { $0.column() })
  }

  /// The waves of the interviews that were read, in the order of the study.
  private func waves() throws -> Dataset.Waves {
    let known = try StudyFile.waveLabels(in: database)
    let present = Set(waveKeys)
    let held = known.filter { present.contains($0.key) }
    let place = Dictionary(uniqueKeysWithValues: held.enumerated().map { ($1.key, $0) })
    return Dataset.Waves(labels: held.map(\.label), codes: waveKeys.map { place[$0] ?? 0 })
  }

  private mutating func read(_ version: StoredLayout) throws {
    let readings = TableReading.readings(of: questionnaire, from: version)
    if days != nil {
      let sql = "SELECT t0.wave FROM \(version.mainTable) AS t0 WHERE \(condition) ORDER BY t0.row"
      waveKeys += try Int64.fetchAll(database, sql: sql)
    }
    reasons.begin(version.reading, of: questionnaire)
    let start = count
    for (table, reading) in readings.enumerated() where table == 0 || !reading.names.isEmpty {
      if table == 0 {
        try readMain(version, reading)
      } else {
        try read(version, table: table, reading, start..<count)
      }
    }
    let rows = start..<count
    let present = Set(readings.flatMap { $0.sources.map(\.question) })
    for index in builders.indices where !present.contains(index) {
      builders[index].setNotCollected(rows)
    }
  }

  /// Reads the first table of a version, whose rows nobody has counted.
  private mutating func readMain(_ version: StoredLayout, _ reading: TableReading) throws {
    let own = facts == nil ? [] : FactGatherer.names
    let names = ["missing"] + reading.names.map(sqlName) + own
    let statement = try RawStatement(
      """
      SELECT \(names.map { "t0.\($0)" }.joined(separator: ", "))
      FROM \(version.mainTable) AS t0 WHERE \(condition) ORDER BY t0.row
      """,
      in: database
    )
    let firstFact = Int32(1 + reading.names.count)
    var cells: [CodedCell] = []
    var bytes: [UnsafeMutablePointer<UInt8>] = []
    let coded = reading.sources.filter { builders[$0.question].cell($0.source) != nil }
    let others = reading.sources.filter { builders[$0.question].cell($0.source) == nil }
    let work = others.map { (builder: builders[$0.question], source: $0.source) }
    var room = count
    while try statement.next() {
      let row = count
      if row == room {
        room += Self.roomAtOnce
        resize(to: room)
        cells = coded.compactMap { builders[$0.question].cell($0.source) }
        bytes = builders.map(\.bytes)
      }
      cells.withUnsafeBufferPointer { cells in
        statement.read(cells, at: row) { place in
          builders[coded[place].question].read(statement, coded[place].source, at: row)
        }
      }
      for (builder, source) in work { builder.read(statement, source, at: row) }
      statement.withBytes(0) { json in
        reasons.read(json) { question, byte in
          if bytes[question][row] >= AnswerByte.absent { bytes[question][row] = byte }
        }
      }
      facts?.read(statement, from: firstFact, at: row)
      count += 1
    }
    resize(to: count)
  }

  /// Reads a further table of a version; its rows are those of the first.
  private mutating func read(
    _ version: StoredLayout,
    table: Int,
    _ reading: TableReading,
    _ rows: Range<Int>
  ) throws {
    let names = reading.names.map { "t\(table).\(sqlName($0))" }
    let statement = try RawStatement(
      """
      SELECT \(names.joined(separator: ", ")) FROM \(version.mainTable) AS t0
      JOIN \(sqlName(version.tables[table])) AS t\(table) ON t\(table).row = t0.row
      WHERE \(condition) ORDER BY t0.row
      """,
      in: database
    )
    let work = reading.sources.map { (builder: builders[$0.question], source: $0.source) }
    for row in rows {
      guard try statement.next() else { break }
      for (builder, source) in work { builder.read(statement, source, at: row) }
    }
  }

  private static let roomAtOnce = 16_384

  private mutating func resize(to count: Int) {
    for builder in builders { builder.resize(to: count) }
    facts?.resize(to: count)
  }

  private var condition: String {
    CurrentView.isCurrent("t0") + (wave.map { " AND t0.wave = \($0)" } ?? "")
      + (row.map { " AND t0.row = \($0)" } ?? "") + DayCondition.sql(days, of: "t0")
  }
}
