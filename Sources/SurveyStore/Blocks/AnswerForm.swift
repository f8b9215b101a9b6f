import SurveyModel

/// An answer as SQLite keeps it in a record: what it adds to the header and to the body, to the
/// digest of the row, and to its list of missing answers.
///
/// Most answers need few bytes, which stand in the form itself; what is longer stands in the
/// tables of ``AnswerForms``.
struct AnswerForm {
  /// Bytes of a header that stand in the form.
  static let shortHead = 8
  /// Bytes of a body that stand in the form.
  static let shortBody = 16

  /// The serial types, the first in the lowest byte.
  var head: UInt64 = 0
  /// The first sixteen bytes of the values, the first in the lowest byte.
  var body: (UInt64, UInt64) = (0, 0)
  /// The words that the digest takes in.
  var words: (UInt64, UInt64) = (0, 0)
  var headLength: UInt8 = 0
  var bodyLength: UInt8 = 0
  var wordCount: UInt8 = 0
  /// One more than the number of the reason why there is no answer.
  var missing: UInt8 = 0
  /// Where the longer parts are; -1 when all is in the form.
  var long: Int32 = -1
}

/// An answer taken apart, before it becomes a form.
struct AnswerParts {
  var head: [UInt8] = []
  var body: [UInt8] = []
  var words: [UInt64] = []
  var missing: UInt8 = 0

  mutating func add(_ number: Int64) {
    let serial = SerialInteger(number)
    head.append(serial.type)
    for index in (0..<serial.length).reversed() {
      body.append(UInt8(truncatingIfNeeded: number >> (Int64(index) * 8)))
    }
  }

  mutating func add(_ number: Double) {
    head.append(7)
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      body.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift))
    }
  }

  mutating func add(_ text: String) {
    Varint.append(UInt64(13 + 2 * text.utf8.count), to: &head)
    body.append(contentsOf: text.utf8)
  }

  mutating func addNull() { head.append(0) }
}

/// How SQLite's records hold an integer.
///
/// Source: "Database File Format", section 2.1, sqlite.org.
struct SerialInteger {
  let type: UInt8
  let length: Int

  @inline(__always)
  init(_ number: Int64) {
    switch number {
    case 0: (type, length) = (8, 0)
    case 1: (type, length) = (9, 0)
    case -0x80...0x7f: (type, length) = (1, 1)
    case -0x8000...0x7fff: (type, length) = (2, 2)
    case -0x80_0000...0x7f_ffff: (type, length) = (3, 3)
    case -0x8000_0000...0x7fff_ffff: (type, length) = (4, 4)
    case -0x8000_0000_0000...0x7fff_ffff_ffff: (type, length) = (5, 6)
    default: (type, length) = (6, 8)
    }
  }
}

/// The integers of variable length of SQLite's files: seven bits a byte, the highest first, and
/// eight bits in the ninth.
enum Varint {
  /// The longest one.
  static let capacity = 9

  @inline(__always)
  static func length(_ value: UInt64) -> Int {
    let bits = 64 - value.leadingZeroBitCount
    return bits <= 7 ? 1 : bits > 56 ? 9 : (bits + 6) / 7
  }

  /// Writes at `target`, which has room, and gives the place behind.
  @inline(__always)
  static func write(
    _ value: UInt64,
    at target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    if value < 0x80 {
      target.pointee = UInt8(truncatingIfNeeded: value)
      return target + 1
    }
    let count = length(value)
    var rest = value
    var place = count - 1
    if count == capacity {
      target[place] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
      place -= 1
    }
    var more: UInt8 = count == capacity ? 0x80 : 0
    while place >= 0 {
      target[place] = UInt8(truncatingIfNeeded: rest & 0x7f) | more
      more = 0x80
      rest >>= 7
      place -= 1
    }
    return target + count
  }

  static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      guard let start = buffer.baseAddress else { return }
      let end = write(value, at: start)
      bytes.append(contentsOf: buffer[..<(end - start)])
    }
  }
}
