import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Copies images into the study, one after another, while the caller fills the next one.
final class ImageLoader: Sendable {
  private struct State {
    var failure: StudyError?
    var empty: [TableImage] = []
  }

  /// Bytes of changes beside the study before they are moved into it.
  private static let journalSize = 64 << 20

  private let study: StudyFile
  private let table: String
  private let columns: String
  private let questionnaire: Int64
  private let batch: Int64
  private let capacity: Int
  private let slots: DispatchSemaphore
  private let state = Mutex(State())

  /// At most `capacity` images wait or are copied.
  init(study: StudyFile, layout: StoredLayout, batch: Int64, capacity: Int) {
    self.study = study
    self.batch = batch
    self.capacity = capacity
    table = layout.mainTable
    columns = (DataTable.ownColumns.dropFirst() + layout.columns.map(\.name)).map(sqlName)
      .joined(separator: ", ")
    questionnaire = layout.key
    slots = DispatchSemaphore(value: capacity)
  }

  /// Why an image could not be copied; nothing is copied after it.
  var failure: StudyError? { state.withLock { $0.failure } }

  /// An image that is no longer needed.
  func emptyImage() -> TableImage? { state.withLock { $0.empty.popLast() } }

  /// Copies `image` as soon as those before it are in the study.
  func load(_ image: TableImage) {
    slots.wait()
    study.enqueue { [self] database in
      if failure == nil {
        do {
          try copy(image, database)
        } catch {
          let failure = StudyError(error, path: study.path, access: study.access)
          state.withLock { $0.failure = failure }
        }
      }
      state.withLock { $0.empty.append(image) }
      slots.signal()
    }
  }

  /// Waits until all images are in the study.
  func wait() {
    for _ in 0..<capacity { slots.wait() }
    for _ in 0..<capacity { slots.signal() }
    study.enqueue { database in
      guard database.sqliteConnection != nil else { return }
      try? database.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
    }
  }

  private func copy(_ image: TableImage, _ database: Database) throws {
    guard let connection = database.sqliteConnection else {
      throw StudyError.closed(path: study.path)
    }
    let page = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
    let pages = Self.journalSize / max(512, page)
    // What is copied is on the disk when the import is complete, and counts only then.
    try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = \(pages)")
    // The journal's length is left as it is: whoever writes between two images would move their
    // changes, and the rows that are read meanwhile would wait for the disk.
    defer { try? database.execute(sql: "PRAGMA synchronous = FULL") }
    try database.execute(sql: "ATTACH ':memory:' AS image")
    defer { try? database.execute(sql: "DETACH image") }
    let size = sqlite3_int64(image.size)
    let code = sqlite3_deserialize(connection, "image", image.start, size, size, 0)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    try database.inTransaction(.immediate) {
      let last = try Int64.fetchOne(database, sql: "SELECT max(row) FROM main.\(table)") ?? 0
      // Without named columns SQLite copies the records as they are.
      try database.execute(
        sql: last < image.firstRow
          ? "INSERT INTO main.\(table) SELECT * FROM image.\(table)"
          : """
          INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM image.\(table) ORDER BY row
          """
      )
      try ImportRun(
        firstSequence: image.firstSequence,
        firstRow: max(last + 1, image.firstRow),
        count: Int64(image.count)
      ).insert(questionnaire: questionnaire, batch: batch, station: study.station, in: database)
      return .commit
    }
  }
}
