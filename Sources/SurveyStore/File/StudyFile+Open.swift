import GRDB

extension StudyFile {
  /// Opens the study at `path`.
  ///
  /// Opening for writing also removes what an interrupted import left behind.
  package static func open(
    path: String,
    access: StudyAccess,
    options: StudyOptions = StudyOptions()
  ) throws(StudyError) -> StudyFile {
    let entry = FileEntry(path)
    guard entry.exists else { throw .fileMissing(path: path) }
    guard !entry.isFolder else { throw .isFolder(path: path) }
    guard entry.isReadable else { throw .notReadable(path: path) }
    if access == .readWrite, !(entry.isWritable && FileEntry(entry.folder).isWritable) {
      throw .notWritable(path: path)
    }
    do {
      let queue = try connect(entry, access, options)
      try StudySchema.check(queue, path: path)
      if access == .readWrite { try StudySchema.migrate(queue) }
      let stored = try queue.read { database in
        try Int64.fetchOne(database, sql: "SELECT station FROM study")
      }
      guard let stored else { throw StudyError.notAStudy(path: path) }
      let study = StudyFile(
        path: path,
        access: access,
        station: UInt64(bitPattern: stored),
        options: options,
        queue: queue
      )
      if access == .readWrite { try study.removeInterruptedImports() }
      return study
    } catch {
      throw StudyError(error, path: path, access: .readWrite)
    }
  }

  private static func connect(
    _ entry: FileEntry,
    _ access: StudyAccess,
    _ options: StudyOptions
  ) throws -> DatabaseQueue {
    // A connection that may write folds its side files away when it closes.
    let canWrite = entry.isWritable && FileEntry(entry.folder).isWritable
    let configuration = Self.configuration(access, options, canWrite: canWrite)
    do {
      return try DatabaseQueue(path: entry.connectionPath, configuration: configuration)
    } catch let error as DatabaseError
      where access == .readOnly && !entry.hasJournal
      && (error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY)
    {
      // In a folder that cannot be written, SQLite cannot keep its side files; a study that was
      // closed properly needs none.
      return try DatabaseQueue(path: entry.immutableAddress, configuration: configuration)
    }
  }

  static func configuration(
    _ access: StudyAccess,
    _ options: StudyOptions,
    canWrite: Bool = true
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .readOnly && !canWrite
    configuration.busyMode = .timeout(options.busySeconds)
    configuration.prepareDatabase { database in
      guard access == .readWrite else {
        // What is read is never changed, so that an older study is shown as a newer one.
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if let views = StudySchema.views(from: version) { try database.execute(sql: views) }
        try database.execute(sql: "PRAGMA query_only = ON")
        return
      }
      try database.execute(sql: "PRAGMA synchronous = FULL")
      if let pages = options.maximumPageCount {
        _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages)")
      }
    }
    return configuration
  }
}
