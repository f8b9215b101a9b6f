import GRDB
import Synchronization

/// One study: a single SQLite file that holds questionnaires, plan, waves and interviews.
///
/// Rows are never changed: an edit adds a revision, an import becomes visible when it is complete.
/// Every call is durable when it returns and may be made from any thread; several processes may
/// use the same file.
package final class StudyFile: Sendable {
  /// Where the file is.
  package let path: String
  /// What it was opened for.
  package let access: StudyAccess
  /// The number of this copy of the study.
  package let station: UInt64

  /// How it was opened.
  let options: StudyOptions

  private let queue: DatabaseQueue
  private let columns = Mutex<StudyColumns?>(nil)
  private let trialKeys = Mutex<[String: [UInt8]]>([:])

  init(
    path: String,
    access: StudyAccess,
    station: UInt64,
    options: StudyOptions,
    queue: DatabaseQueue
  ) {
    self.path = path
    self.access = access
    self.station = station
    self.options = options
    self.queue = queue
  }

  /// The columns that were read last.
  var remembered: StudyColumns? {
    get { columns.withLock { $0 } }
    set { columns.withLock { $0 = newValue } }
  }

  /// The key for dossier numbers of a wave that has none, the same while the study is open.
  func trialKey(of wave: String, made: [UInt8]) -> [UInt8] {
    trialKeys.withLock { keys in
      if let key = keys[wave] { return key }
      keys[wave] = made
      return made
    }
  }

  /// Writes one state of the whole study to an empty database.
  func backUp(to target: DatabaseQueue) throws { try queue.backup(to: target) }

  /// Runs `body` on one unchanging state of the study.
  func read<Value>(_ body: (Database) throws -> Value) throws(StudyError) -> Value {
    try transact(.deferred, body)
  }

  /// Runs `body` in one transaction that is on the disk when this returns, or not at all.
  ///
  /// What is not `durable` may wait for the disk until the next durable transaction.
  func write<Value>(
    durable: Bool = true,
    _ body: (Database) throws -> Value
  ) throws(StudyError) -> Value {
    guard access == .readWrite else { throw .openedForReading(path: path) }
    return try transact(.immediate, durable: durable, body)
  }

  /// Runs `body` after all that was begun before, without waiting for it.
  func enqueue(_ body: @escaping @Sendable (Database) -> Void) {
    queue.asyncWriteWithoutTransaction(body)
  }

  private func transact<Value>(
    _ kind: Database.TransactionKind,
    durable: Bool = true,
    _ body: (Database) throws -> Value
  ) throws(StudyError) -> Value {
    do {
      return try queue.writeWithoutTransaction { database in
        // SQLite does not survive the use of a closed connection.
        guard database.sqliteConnection != nil else { throw StudyError.closed(path: path) }
        if !durable { try database.execute(sql: "PRAGMA synchronous = NORMAL") }
        defer { if !durable { try? database.execute(sql: "PRAGMA synchronous = FULL") } }
        var value: Value?
        try database.inTransaction(kind) {
          value = try body(database)
          return .commit
        }
        guard let value else { throw StudyError.closed(path: path) }
        return value
      }
    } catch {
      throw StudyError(error, path: path, access: access)
    }
  }

  /// Puts everything into the one file and lets go of it.
  ///
  /// While another process uses the study, its side files stay until that process closes too.
  package func close() throws(StudyError) {
    do {
      try queue.writeWithoutTransaction { database in
        guard access == .readWrite, database.sqliteConnection != nil else { return }
        do {
          _ = try database.checkpoint(.truncate)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
          return
        }
      }
      try queue.close()
    } catch {
      throw StudyError(error, path: path, access: access)
    }
  }
}
