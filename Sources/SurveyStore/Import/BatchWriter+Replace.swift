import GRDB
import SurveyModel

extension BatchWriter {
  /// Writes a row as a new revision of an interview; it counts when the import does.
  func replace(
    _ row: PendingRow,
    _ writer: RowWriter,
    _ sources: RowSourceWriter,
    in database: Database
  ) throws {
    guard let interview = row.replaced else { return }
    let history = try RevisionHistory(interview, in: database)
    let head = try history.head()
    var keys = try study.keys(of: head, interview: interview, in: database)
    keys.revision = history.nextNumber
    keys.revisionStation = study.station
    keys.batch = batch
    keys.ordinal = row.ordinal
    keys.mode = Mode.importedFile.rawValue
    let revision = Revision(
      number: keys.revision,
      station: study.station,
      parent: head.revision.number,
      kind: .replace,
      by: start.by,
      at: start.started,
      why: "import \(id.hex)"
    )
    try study.insert(
      revision,
      parentStation: head.revision.station,
      of: interview,
      batch: batch,
      in: database
    )
    try writer.insert(keys, answers: row.answers, warnings: row.warnings)
    var source = row.source
    if source.key == nil, let old = head.row {
      source.key = try RowSourceWriter(questionnaire: old.layout.key, in: database)
        .source(of: old.row).key
    }
    try sources.insert(source)
  }
}

/// Writes what imported rows are known by, each after its row.
struct RowSourceWriter {
  private let questionnaire: Int64
  private let database: Database

  init(questionnaire: Int64, in database: Database) {
    self.questionnaire = questionnaire
    self.database = database
  }

  /// Writes the source of the row that was written last; most rows have none.
  func insert(_ source: RowSource) throws {
    guard !source.isEmpty else { return }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO row_source (questionnaire, row, key, origin) VALUES (?, ?, ?, ?)"
    )
    try statement.execute(
      arguments: [questionnaire, database.lastInsertedRowID, source.key, source.origin]
    )
  }

  /// The source of an earlier row.
  func source(of row: Int64) throws -> RowSource {
    let found = try GRDB.Row.fetchOne(
      database,
      sql: "SELECT key, origin FROM row_source WHERE questionnaire = ? AND row = ?",
      arguments: [questionnaire, row]
    )
    return RowSource(key: found?["key"], origin: found?["origin"])
  }
}
