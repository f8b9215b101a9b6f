import GRDB

/// The two tables of the cache, which a study has or has not; programs that do not know them pass
/// them over.
enum CacheTables {
  /// One row for each questionnaire whose columns are kept.
  private static let head = """
    CREATE TABLE column_cache (questionnaire INTEGER PRIMARY KEY, state TEXT NOT NULL, \
    reading TEXT NOT NULL) STRICT
    """
  /// Arrays, cut into pieces, in the order in which they are read.
  private static let pieces = """
    CREATE TABLE column_piece (key INTEGER PRIMARY KEY, questionnaire INTEGER NOT NULL, \
    stream INTEGER NOT NULL, form INTEGER NOT NULL, count INTEGER NOT NULL, \
    digest INTEGER NOT NULL, data BLOB NOT NULL) STRICT
    """

  /// Whether the study has the tables, made as this program makes them.
  static func exist(in database: Database) throws -> Bool {
    try statements(in: database) == [head, pieces]
  }

  /// Makes the tables, in place of others with their names.
  static func make(in database: Database) throws {
    guard try !exist(in: database) else { return }
    try remove(in: database)
    for statement in [head, pieces] { try database.execute(sql: statement) }
  }

  /// Takes the tables out of the study.
  static func remove(in database: Database) throws {
    for table in ["column_piece", "column_cache"] {
      try database.execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
  }

  /// Empties the cache of a questionnaire in all its versions, and of what is no questionnaire.
  static func clear(_ questionnaire: Int64, in database: Database) throws {
    guard try exist(in: database) else { return try remove(in: database) }
    let versions = """
      SELECT v.key FROM questionnaire AS v
      JOIN questionnaire AS q ON q.id = v.id AND q.key = \(questionnaire)
      """
    for table in ["column_cache", "column_piece"] {
      try database.execute(
        sql: """
          DELETE FROM \(table) WHERE questionnaire IN (\(versions))
          OR questionnaire NOT IN (SELECT key FROM questionnaire)
          """
      )
    }
  }

  /// Whether there is anything to be taken out.
  static func hold(in database: Database) throws -> Bool { try !statements(in: database).isEmpty }

  /// The key under which the columns of a questionnaire are kept, if they are.
  static func key(of questionnaire: Int64, in database: Database) throws -> CacheKey? {
    guard try exist(in: database) else { return nil }
    let statement = try RawStatement(
      "SELECT state, reading FROM column_cache WHERE questionnaire = ?",
      in: database
    )
    statement.bind(questionnaire, 1)
    guard try statement.next() else { return nil }
    return CacheKey(
      questionnaire: questionnaire,
      state: statement.optionalText(0) ?? "",
      reading: statement.optionalText(1) ?? ""
    )
  }

  private static func statements(in database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT sql FROM sqlite_master WHERE name IN ('column_cache', 'column_piece') ORDER BY name
        """
    )
  }
}
