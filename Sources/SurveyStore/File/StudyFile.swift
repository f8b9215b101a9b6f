import GRDB

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

  private let queue: DatabaseQueue

  init(path: String, access: StudyAccess, station: UInt64, queue: DatabaseQueue) {
    self.path = path
    self.access = access
    self.station = station
    self.queue = queue
  }

  /// Runs `body` on one unchanging state of the study.
  func read<Value>(_ body: (Database) throws -> Value) throws(StudyError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw StudyError(error, path: path, access: access)
    }
  }

  /// Runs `body` in one transaction that is on the disk when this returns, or not at all.
  func write<Value>(_ body: (Database) throws -> Value) throws(StudyError) -> Value {
    guard access == .readWrite else { throw .openedForReading(path: path) }
    do {
      return try queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
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
      if access == .readWrite {
        try queue.writeWithoutTransaction { database in
          do {
            _ = try database.checkpoint(.truncate)
          } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return
          } catch let error as DatabaseError where error.resultCode == .SQLITE_MISUSE {
            return
          }
        }
      }
      try queue.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_MISUSE {
      return
    } catch {
      throw StudyError(error, path: path, access: access)
    }
  }
}
