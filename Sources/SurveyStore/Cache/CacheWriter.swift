import GRDB

/// Writes the cache of a study through a connection of its own.
///
/// It waits for nobody and nobody waits long for it: where somebody else writes, or anything else is
/// in the way, there is no cache, and nothing is lost.
struct CacheWriter {
  /// What goes into one transaction, so that an interview that is being saved comes in between.
  private static let share = 16 << 20

  /// Others have changed the study, or fill it at this moment.
  private struct Abandoned: Error {}

  let path: String
  let options: StudyOptions

  /// Whether there is anything to be written to: the file, its side files, and room on the disk.
  var isPossible: Bool {
    let entry = FileEntry(path)
    let folder = FileEntry(entry.folder)
    return entry.isWritable && folder.isWritable && folder.freeBytes > entry.size
  }

  /// Keeps columns in place of those that are kept of the questionnaire `id`.
  func write(_ columns: StudyColumns, id: String) {
    guard isPossible else { return }
    connect { database in
      do {
        try write(columns, id: id, to: database)
      } catch {
        if database.isInsideTransaction { try database.rollback() }
        try database.inTransaction(.immediate) {
          try CacheTables.clear(columns.key.questionnaire, in: database)
          return .commit
        }
      }
    }
  }

  /// Takes out what is kept of a questionnaire.
  func clear(_ questionnaire: Int64) {
    connect { database in
      try database.inTransaction(.immediate) {
        try CacheTables.clear(questionnaire, in: database)
        return .commit
      }
    }
  }

  private func write(_ columns: StudyColumns, id: String, to database: Database) throws {
    try begin(columns, id: id, in: database)
    try CacheTables.make(in: database)
    try CacheTables.clear(columns.key.questionnaire, in: database)
    let insert = try RawStatement(
      """
      INSERT INTO column_piece (questionnaire, stream, form, count, digest, data)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      in: database
    )
    insert.bind(columns.key.questionnaire, 1)
    var written = 0
    var writer = PieceWriter(columns.key) { piece, bytes in
      if written > Self.share {
        try database.commit()
        try begin(columns, id: id, in: database)
        written = 0
      }
      insert.bind(Int64(piece.stream), 2)
      insert.bind(Int64(piece.form), 3)
      insert.bind(Int64(piece.count), 4)
      insert.bind(Int64(bitPattern: piece.digest), 5)
      try insert.bind(lasting: bytes, 6)
      try insert.run()
      written += bytes.count
    }
    try columns.write(to: &writer)
    try database.execute(
      sql: "INSERT INTO column_cache (questionnaire, state, reading) VALUES (?, ?, ?)",
      arguments: [columns.key.questionnaire, columns.key.state, columns.key.reading]
    )
    try database.commit()
  }

  /// Begins a transaction in which the study is still the one that was read.
  private func begin(_ columns: StudyColumns, id: String, in database: Database) throws {
    try database.beginTransaction(.immediate)
    let isImporting = try Int.fetchOne(database, sql: "SELECT 1 FROM batch WHERE state = 'open'")
    guard isImporting == nil, try CacheKey.state(of: id, in: database) == columns.key.state else {
      throw Abandoned()
    }
  }

  private func connect(_ body: (Database) throws -> Void) {
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    configuration.prepareDatabase { database in
      // What is lost with the power is made anew.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      if let pages = options.maximumPageCount {
        _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages)")
      }
    }
    let entry = FileEntry(path)
    guard entry.isWritable,
      let queue = try? DatabaseQueue(path: entry.connectionPath, configuration: configuration)
    else { return }
    try? queue.writeWithoutTransaction(body)
    try? queue.close()
  }
}
