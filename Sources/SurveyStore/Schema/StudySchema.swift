import GRDB

/// The structure of a study file and its versions.
enum StudySchema {
  /// "ThDo": marks the file as a study for this program and for `file`.
  static let applicationID: Int32 = 0x5468_446F
  /// The newest structure that this program knows.
  static let version = 5

  /// Refuses databases that are no studies, and studies of a newer program.
  static func check(_ queue: DatabaseQueue, path: String) throws {
    let (application, version) = try queue.read { database in
      (
        try Int32.fetchOne(database, sql: "PRAGMA application_id"),
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      )
    }
    guard application == applicationID, version > 0 else {
      throw StudyError.notAStudy(path: path)
    }
    guard version <= self.version else {
      throw StudyError.newerStudy(path: path, version: version, supported: self.version)
    }
  }

  /// The statements that show a study of an older structure, in a connection that only reads, as
  /// one of the newest.
  static func views(from version: Int) -> String? {
    switch version {
    case 1: secondFromFirst + thirdFromSecond + fourthFromThird + fifthFromFourth
    case 2: thirdFromSecond + fourthFromThird + fifthFromFourth
    case 3: fourthFromThird + fifthFromFourth
    case 4: fifthFromFourth
    default: nil
    }
  }

  /// Brings the file to the newest structure.
  static func migrate(_ queue: DatabaseQueue) throws {
    let present = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard present < version else { return }
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: migration1)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { database in
      try database.execute(sql: migration2)
      try renewViews(database)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { database in
      try database.execute(sql: migration3)
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4") { database in
      try database.execute(sql: migration4)
      try database.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5") { database in
      try database.execute(sql: migration5)
      try database.execute(sql: "PRAGMA user_version = 5")
    }
    try migrator.migrate(queue)
  }
}
