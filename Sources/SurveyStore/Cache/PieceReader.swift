import GRDB
import GRDBSQLite

/// Puts the arrays of the cache together again, in the order in which they were written.
struct PieceReader {
  /// The pieces are not those that were written.
  struct Damage: Error {}

  private struct Piece {
    let key: Int64
    let stream: Int
    let form: Int
    let count: Int
    let digest: UInt64
    let length: Int
  }

  private let database: Database
  private let seed: UInt64
  private var pieces: [Piece]
  private var next = 0
  private var stream = 0

  init(_ key: CacheKey, in database: Database) throws {
    self.database = database
    seed = key.seed
    pieces = []
    let statement = try RawStatement(
      """
      SELECT key, stream, form, count, digest, length(data) FROM column_piece
      WHERE questionnaire = ? ORDER BY key
      """,
      in: database
    )
    statement.bind(key.questionnaire, 1)
    while try statement.next() {
      pieces.append(
        Piece(
          key: statement.integer(0),
          stream: Int(statement.integer(1)),
          form: Int(statement.integer(2)),
          count: Int(statement.integer(3)),
          digest: UInt64(bitPattern: statement.integer(4)),
          length: Int(statement.integer(5))
        )
      )
    }
  }

  /// What a digest begins with, so that a piece fits in its own place only.
  static func seed(_ seed: UInt64, number: UInt64, stream: Int, form: Int, count: Int) -> UInt64 {
    var seed = PieceDigest.mix(seed, number)
    for part in [stream, form, count] {
      seed = PieceDigest.mix(seed, UInt64(truncatingIfNeeded: part))
    }
    return seed
  }

  /// Whether all pieces were read.
  var isAtEnd: Bool { next == pieces.count }

  /// Reads as many bytes as there are interviews.
  mutating func bytes(_ count: Int) throws -> [UInt8] {
    switch try form(count) {
    case 0:
      let same: [UInt8] = try array(1, width: 1, of: count)
      return Array(repeating: same[0], count: count)
    case 1: return try array(count, width: 1, of: count)
    default: throw Damage()
    }
  }

  /// Reads as many positions as there are interviews, none of them at or beyond `limit`.
  mutating func codes(_ count: Int, below limit: Int) throws -> [Int32] {
    let range: (least: Int32, most: Int32)
    let codes: [Int32]
    switch try form(count) {
    case 0:
      let same: [UInt8] = try array(1, width: 1, of: count)
      let code = Int32(same[0]) &- 1
      range = (code, code)
      codes = Array(repeating: code, count: count)
    case 1:
      let words: [UInt8] = try array(count, width: 1, of: count)
      range = (-1, Int32(words.reduce(0) { $0 > $1 ? $0 : $1 }) &- 1)
      codes = words.map { Int32($0) &- 1 }
    case 2:
      let words: [UInt16] = try array(count, width: 2, of: count)
      range = (-1, Int32(words.reduce(0) { $0 > $1 ? $0 : $1 }) &- 1)
      codes = words.map { Int32($0) &- 1 }
    case 4:
      codes = try array(count, width: 4, of: count)
      range = (codes.reduce(0) { $0 < $1 ? $0 : $1 }, codes.reduce(-1) { $0 > $1 ? $0 : $1 })
    default: throw Damage()
    }
    guard range.least >= -1, Int(range.most) < limit else { throw Damage() }
    return codes
  }

  /// Reads as many numbers as there are interviews.
  mutating func numbers(_ count: Int) throws -> [Double] {
    guard try form(count) == 8 else { throw Damage() }
    return try array(count, width: 8, of: count)
  }

  /// Reads whole numbers, as many as were written.
  mutating func integers() throws -> [Int64] {
    guard pieces.indices.contains(next), pieces[next].form == 8 else { throw Damage() }
    let count = pieces[next].count
    return try array(count, width: 8, of: count)
  }

  /// Reads texts, as many as were written.
  mutating func texts() throws -> [String] {
    let lengths = try integers()
    guard pieces.indices.contains(next) else { throw Damage() }
    let size = pieces[next].count
    let bytes: [UInt8] = try array(size, width: 1, of: size)
    guard lengths.allSatisfy({ $0 >= 0 && $0 <= size }), lengths.reduce(0, +) == size else {
      throw Damage()
    }
    var start = 0
    return lengths.map { length in
      defer { start += Int(length) }
      return String(decoding: bytes[start..<start + Int(length)], as: UTF8.self)
    }
  }

  private func form(_ count: Int) throws -> Int {
    guard pieces.indices.contains(next), pieces[next].count == count else { throw Damage() }
    return pieces[next].form
  }

  /// Reads the next array: `count` elements of `width` bytes, written for `whole` elements.
  private mutating func array<Element: BitwiseCopyable>(
    _ count: Int,
    width: Int,
    of whole: Int
  ) throws -> [Element] {
    var found = next
    var size = 0
    while found < pieces.count, pieces[found].stream == stream {
      guard pieces[found].count == whole, pieces[found].form == pieces[next].form else {
        throw Damage()
      }
      size += pieces[found].length
      found += 1
    }
    let mine = pieces[next..<found]
    guard !mine.isEmpty, size.isMultiple(of: width), size / width == count,
      MemoryLayout<Element>.stride == width
    else { throw Damage() }
    let first = next
    let array = try [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      var rest = UnsafeMutableRawBufferPointer(buffer)
      for (offset, piece) in mine.enumerated() {
        let part = UnsafeMutableRawBufferPointer(rebasing: rest[..<piece.length])
        try read(piece, number: UInt64(first + offset), into: part)
        rest = UnsafeMutableRawBufferPointer(rebasing: rest[piece.length...])
      }
      filled = count
    }
    next = found
    stream += 1
    return array
  }

  private func read(
    _ piece: Piece,
    number: UInt64,
    into bytes: UnsafeMutableRawBufferPointer
  ) throws {
    if bytes.count > 0 {
      var blob: OpaquePointer?
      defer { sqlite3_blob_close(blob) }
      guard
        sqlite3_blob_open(
          database.sqliteConnection,
          "main",
          "column_piece",
          "data",
          piece.key,
          0,
          &blob
        ) == SQLITE_OK,
        sqlite3_blob_read(blob, bytes.baseAddress, Int32(bytes.count), 0) == SQLITE_OK
      else { throw Damage() }
    }
    let seed = Self.seed(
      seed,
      number: number,
      stream: piece.stream,
      form: piece.form,
      count: piece.count
    )
    guard PieceDigest.value(of: UnsafeRawBufferPointer(bytes), seed: seed) == piece.digest else {
      throw Damage()
    }
  }
}
