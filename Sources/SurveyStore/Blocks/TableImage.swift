import GRDB
import GRDBSQLite

/// A small database in memory with one table, whose pages hold rows as they will stand in the study.
///
/// SQLite copies rows between two tables of the same make as they are, many times as fast as it
/// puts them together from values, and remains the only one that writes the study. Format of the
/// pages: "Database File Format", section 1.6, sqlite.org.
final class TableImage: @unchecked Sendable {
  static let pageSize = 65_536
  /// Pages of rows: about twenty thousand rows of a long form.
  static let leafCount = 64
  /// The longest record that is kept whole in a page.
  static let recordLimit = 60_000

  private static let leafKind: UInt8 = 13
  private static let interiorKind: UInt8 = 5

  /// What the first pages hold: the schema and the empty table.
  struct Template: Sendable {
    let bytes: [UInt8]
    /// The page of the table, from 1.
    let root: Int

    var pages: Int { bytes.count / TableImage.pageSize }

    /// The template for a table that is made by `statements`.
    init(table: String, statements: [String]) throws {
      let memory = try DatabaseQueue()
      let (bytes, root) = try memory.writeWithoutTransaction { database in
        try database.execute(
          sql: "PRAGMA page_size = \(TableImage.pageSize); PRAGMA auto_vacuum = NONE"
        )
        for statement in statements { try database.execute(sql: statement) }
        let root = try Int.fetchOne(
          database,
          sql: "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?",
          arguments: [table]
        )
        var size: sqlite3_int64 = 0
        guard let start = sqlite3_serialize(database.sqliteConnection, "main", &size, 0) else {
          throw DatabaseError(resultCode: .SQLITE_NOMEM)
        }
        defer { sqlite3_free(start) }
        return (Array(UnsafeBufferPointer(start: start, count: Int(size))), root)
      }
      guard let root, root > 1, !bytes.isEmpty, bytes.count % TableImage.pageSize == 0 else {
        throw DatabaseError(resultCode: .SQLITE_INTERNAL)
      }
      self.bytes = bytes
      self.root = root
    }
  }

  /// The bytes of the database.
  let start: UnsafeMutablePointer<UInt8>
  /// The number of the first row.
  private(set) var firstRow: Int64 = 0
  /// The rows that were added.
  var count: Int { place.count }
  /// The identity of the first row; the others follow it.
  var firstSequence: Int64 = 0

  private let template: Template
  private let capacity: Int
  private var place = Place()
  /// The number of the last row of each leaf.
  private var lastRows: [Int64] = []

  /// How far the image is filled; one value, since each look at a variable of a class takes time.
  private struct Place {
    var count = 0
    var leaves = 0
    /// The rows of the last leaf.
    var cells = 0
    /// Where the records of the last leaf begin.
    var content = 0
  }

  init(_ template: Template) {
    self.template = template
    capacity = (template.pages + Self.leafCount) * Self.pageSize
    start = .allocate(capacity: capacity)
    start.initialize(repeating: 0, count: capacity)
    template.bytes.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress { start.update(from: first, count: bytes.count) }
    }
  }

  deinit { start.deallocate() }

  /// The length of the whole database.
  var size: Int { (template.pages + (place.leaves > 1 ? place.leaves : 0)) * Self.pageSize }

  /// Empties the image for rows from `row` on.
  func begin(row: Int64, sequence: Int64) {
    firstRow = row
    firstSequence = sequence
    place = Place()
    lastRows.removeAll(keepingCapacity: true)
  }

  /// Room for the record of the next row, `length` bytes; none when the image is full.
  @inline(__always)
  func add(_ length: Int) -> UnsafeMutablePointer<UInt8>? {
    var place = place
    let row = UInt64(bitPattern: firstRow &+ Int64(place.count))
    let total = length + Varint.length(UInt64(length)) + Varint.length(row)
    if place.leaves == 0 || place.content - total < 8 + 2 * (place.cells + 1) {
      guard place.leaves < Self.leafCount else { return nil }
      beginLeaf()
      place = self.place
    }
    let page = page(place.leaves - 1)
    place.content -= total
    page[8 + 2 * place.cells] = UInt8(truncatingIfNeeded: place.content >> 8)
    page[9 + 2 * place.cells] = UInt8(truncatingIfNeeded: place.content)
    place.cells += 1
    place.count += 1
    self.place = place
    let behind = Varint.write(UInt64(length), at: page + place.content)
    return Varint.write(row, at: behind)
  }

  private func page(_ leaf: Int) -> UnsafeMutablePointer<UInt8> {
    start + (template.pages + leaf) * Self.pageSize
  }

  private func beginLeaf() {
    endLeaf()
    place.leaves += 1
    place.cells = 0
    place.content = Self.pageSize
    let page = page(place.leaves - 1)
    page[0] = Self.leafKind
    for offset in 1..<8 { page[offset] = 0 }
  }

  private func endLeaf() {
    guard place.leaves > 0 else { return }
    let page = page(place.leaves - 1)
    put(UInt64(place.cells), 2, at: page + 3)
    put(UInt64(place.content & 0xffff), 2, at: page + 5)
    lastRows.append(firstRow + Int64(count) - 1)
  }

  /// Puts the table's root page over the pages of rows.
  func finish() {
    endLeaf()
    let leaves = place.leaves
    let root = start + (template.root - 1) * Self.pageSize
    // The number of pages stands in the file's header.
    put(UInt64(size / Self.pageSize), 4, at: start + 28)
    guard leaves > 1 else {
      // A table of one page has no page above it.
      if leaves == 1 { root.update(from: page(0), count: Self.pageSize) }
      return
    }
    root[0] = Self.interiorKind
    var offset = Self.pageSize
    for leaf in 0..<max(0, leaves - 1) {
      let key = UInt64(bitPattern: lastRows[leaf])
      offset -= 4 + Varint.length(key)
      put(UInt64(template.pages + leaf + 1), 4, at: root + offset)
      _ = Varint.write(key, at: root + offset + 4)
      put(UInt64(offset), 2, at: root + 12 + 2 * leaf)
    }
    put(0, 2, at: root + 1)
    put(UInt64(max(0, leaves - 1)), 2, at: root + 3)
    put(UInt64(offset & 0xffff), 2, at: root + 5)
    root[7] = 0
    put(UInt64(template.pages + leaves), 4, at: root + 8)
  }

  private func put(_ value: UInt64, _ length: Int, at target: UnsafeMutablePointer<UInt8>) {
    for index in 0..<length {
      target[index] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(length - 1 - index)))
    }
  }
}
