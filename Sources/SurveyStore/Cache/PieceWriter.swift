/// Cuts arrays into pieces, each with a digest, for the tables of the cache.
struct PieceWriter {
  /// A piece as it stands in a row.
  struct Piece {
    let stream: Int
    /// The bytes of one element; 0 where all elements are the same byte.
    let form: Int
    /// The elements of the whole array.
    let count: Int
    let digest: UInt64
  }

  /// The bytes of a piece.
  static let size = 4 << 20

  private let seed: UInt64
  private var stream = 0
  private var number: UInt64 = 0
  private let write: (Piece, UnsafeRawBufferPointer) throws -> Void

  /// Hands each piece to `write`.
  init(_ key: CacheKey, write: @escaping (Piece, UnsafeRawBufferPointer) throws -> Void) {
    seed = key.seed
    self.write = write
  }

  /// Writes bytes, or a single one where all are the same.
  mutating func add(_ bytes: [UInt8]) throws {
    if let first = bytes.first, bytes.allSatisfy({ $0 == first }) {
      try withUnsafeBytes(of: first) { try add($0, form: 0, count: bytes.count) }
    } else {
      try bytes.withUnsafeBytes { try add($0, form: 1, count: bytes.count) }
    }
  }

  /// Writes positions from −1 on in as few bytes as the largest one needs.
  mutating func add(_ codes: [Int32]) throws {
    switch codes.max() ?? -1 {
    case ..<255: try add(codes.map { UInt8(truncatingIfNeeded: $0 &+ 1) })
    case ..<65_535:
      let words = codes.map { UInt16(truncatingIfNeeded: $0 &+ 1) }
      try words.withUnsafeBytes { try add($0, form: 2, count: codes.count) }
    default: try codes.withUnsafeBytes { try add($0, form: 4, count: codes.count) }
    }
  }

  /// Writes numbers.
  mutating func add(_ numbers: [Double]) throws {
    try numbers.withUnsafeBytes { try add($0, form: 8, count: numbers.count) }
  }

  /// Writes whole numbers.
  mutating func add(_ numbers: [Int64]) throws {
    try numbers.withUnsafeBytes { try add($0, form: 8, count: numbers.count) }
  }

  /// Writes texts: their lengths, and their bytes one after the other.
  mutating func add(_ texts: [String]) throws {
    try add(texts.map { Int64($0.utf8.count) })
    var bytes: [UInt8] = []
    for text in texts { bytes.append(contentsOf: text.utf8) }
    try bytes.withUnsafeBytes { try add($0, form: 1, count: bytes.count) }
  }

  private mutating func add(
    _ bytes: UnsafeRawBufferPointer,
    form: Int,
    count: Int
  ) throws {
    var start = 0
    repeat {
      let end = min(bytes.count, start + Self.size)
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      let seed = PieceReader.seed(seed, number: number, stream: stream, form: form, count: count)
      let digest = PieceDigest.value(of: part, seed: seed)
      try write(Piece(stream: stream, form: form, count: count, digest: digest), part)
      number += 1
      start = end
    } while start < bytes.count
    stream += 1
  }
}
