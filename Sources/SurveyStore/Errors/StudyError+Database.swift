import GRDB

extension StudyError {
  /// What an error of the database means for the user.
  init(_ error: any Error, path: String, access: StudyAccess) {
    switch error {
    case let error as StudyError: self = error
    case let error as DatabaseError: self.init(database: error, path: path, access: access)
    default: self = .failed(path: path, code: 0, detail: "\(type(of: error))")
    }
  }

  private init(database error: DatabaseError, path: String, access: StudyAccess) {
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
      self = .diskFull(path: path)
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT: self = .corrupted(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_PERM, .SQLITE_CANTOPEN: self = .notReadable(path: path)
    case .SQLITE_READONLY:
      self = access == .readOnly ? .openedForReading(path: path) : .notWritable(path: path)
    case .SQLITE_MISUSE: self = .closed(path: path)
    default:
      self = .failed(
        path: path,
        code: Int(error.extendedResultCode.rawValue),
        detail: error.message ?? error.resultCode.description
      )
    }
  }
}
