/// A part of a record that is the same in all rows of an import.
struct RecordPiece {
  /// The serial types, the first in the lowest byte, and their number.
  let types: UInt64
  let count: Int
  private let body: [UInt8]

  /// The bytes of the values.
  var length: Int { body.count }

  /// Takes a part of at most eight columns.
  init(_ parts: AnswerParts) {
    var types: UInt64 = 0
    for (index, type) in parts.head.prefix(8).enumerated() {
      types |= UInt64(type) << (8 * UInt64(index))
    }
    self.types = types
    count = min(8, parts.head.count)
    body = parts.body
  }

  /// Writes the values at `target`.
  @inline(__always)
  func write(at target: UnsafeMutablePointer<UInt8>) {
    body.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { target.update(from: start, count: bytes.count) }
    }
  }
}

/// Where the next column of a record goes: its serial type, and its value; there is room for both.
///
/// Eight bytes are written at once, whatever is needed of them.
struct PieceCursor {
  var head: UnsafeMutablePointer<UInt8>
  var body: UnsafeMutablePointer<UInt8>

  /// Adds a serial type.
  @inline(__always)
  mutating func add(type: UInt8) {
    head.pointee = type
    head += 1
  }

  /// Adds at most eight serial types, the first in the lowest byte.
  @inline(__always)
  mutating func add(types: UInt64, count: Int) {
    UnsafeMutableRawPointer(head).storeBytes(of: types.littleEndian, as: UInt64.self)
    head += count
  }

  /// Adds the eight bytes of a value as they are.
  @inline(__always)
  mutating func add(bits: UInt64) {
    UnsafeMutableRawPointer(body).storeBytes(of: bits, as: UInt64.self)
    body += 8
  }

  /// Adds an integer in as few bytes as SQLite does.
  @inline(__always)
  mutating func add(_ number: Int64) {
    let serial = SerialInteger(number)
    add(type: serial.type)
    let shift = Int64(64 &- 8 &* serial.length)
    let bits = serial.length == 0 ? 0 : UInt64(bitPattern: number &<< shift)
    UnsafeMutableRawPointer(body).storeBytes(of: bits.bigEndian, as: UInt64.self)
    body += serial.length
  }

  /// Adds columns that are the same in all rows.
  @inline(__always)
  mutating func add(_ piece: RecordPiece) {
    add(types: piece.types, count: piece.count)
    piece.write(at: body)
    body += piece.length
  }
}
