import GRDB
import GRDBSQLite

/// A statement with SQLite's own binding and reading, four times as fast as through arguments.
///
/// Parameters and columns count as in SQLite: parameters from 1, columns from 0.
final class RawStatement {
  private let statement: Statement
  private let database: Database
  let handle: OpaquePointer

  init(_ sql: String, in database: Database) throws {
    statement = try database.makeStatement(sql: sql)
    self.database = database
    handle = statement.sqliteStatement
  }

  deinit {
    sqlite3_reset(handle)
  }

  func bindNull(_ parameter: Int32) {
    sqlite3_bind_null(handle, parameter)
  }

  func bind(_ number: Int64, _ parameter: Int32) {
    sqlite3_bind_int64(handle, parameter, number)
  }

  func bind(_ number: Int64?, _ parameter: Int32) {
    if let number { bind(number, parameter) } else { bindNull(parameter) }
  }

  func bind(_ number: Double, _ parameter: Int32) {
    sqlite3_bind_double(handle, parameter, number)
  }

  func bind(_ text: String, _ parameter: Int32) throws {
    var text = text
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty text has no address, and SQLite takes no address for NULL.
        characters.isEmpty
          ? sqlite3_bind_text(handle, parameter, "", 0, copying)
          : sqlite3_bind_text(
            handle,
            parameter,
            characters.baseAddress,
            Int32(clamping: characters.count),
            copying
          )
      }
    }
    guard code == SQLITE_OK else { throw failure(code) }
  }

  func bind(_ text: String?, _ parameter: Int32) throws {
    if let text { try bind(text, parameter) } else { bindNull(parameter) }
  }

  /// Runs a statement that gives no rows, ready to be bound again.
  func run() throws {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let error = failure(code)
      sqlite3_reset(handle)
      throw error
    }
    sqlite3_reset(handle)
  }

  /// Goes to the next row.
  func next() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code: throw failure(code)
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = database.sqliteConnection.flatMap { sqlite3_errmsg($0) }.map {
      String(cString: $0)
    }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

/// Tells SQLite to copy the text before the call returns.
private let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension RawStatement {
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  func isText(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_TEXT }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  func optionalText(_ column: Int32) -> String? {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Hands out the bytes of a text without copying them; `nil` for NULL.
  func withBytes<Value>(
    _ column: Int32,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeBufferPointer(start: start, count: count))
  }
}
