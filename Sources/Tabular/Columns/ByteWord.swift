/// Eight bytes of a file at once; the lowest byte is the first.
///
/// The tests are exact for each byte: the usual one for a zero byte may also mark the byte after
/// a true one. Source: Warren, Hacker's Delight, 2nd ed., section 6-1.
struct ByteWord {
  let bits: UInt64

  static let length = 8
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// Eight bytes as they are.
  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  /// The bytes at `offset`, of which eight must be left.
  @inline(__always)
  init(_ bytes: RawSpan, at offset: Int) {
    bits = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The same byte in all eight places.
  @inline(__always)
  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that differs from `pattern`, if both are ASCII.
  @inline(__always)
  private func differs(from pattern: UInt64) -> UInt64 {
    ((bits & Self.lowBits) ^ pattern) &+ Self.lowBits
  }

  /// The high bit of each byte that equals the repeated ASCII byte `pattern`.
  @inline(__always)
  func equal(to pattern: UInt64) -> UInt64 {
    ~(differs(from: pattern) | bits) & Self.highBits
  }

  /// The high bit of each quote, line feed, carriage return and NUL.
  @inline(__always)
  var marks: UInt64 {
    let others =
      differs(from: Self.repeated(UInt8(ascii: "\"")))
      & differs(from: Self.repeated(UInt8(ascii: "\n")))
      & differs(from: Self.repeated(UInt8(ascii: "\r")))
      & differs(from: 0)
    return ~(others | bits) & Self.highBits
  }

  /// The place, 0 to 7, of the first byte marked in `mask`.
  @inline(__always)
  static func place(_ mask: UInt64) -> Int { mask.trailingZeroBitCount &>> 3 }
}

extension ByteWord {
  /// The number that `count` digits stand for, each of them less its zero and the first in the
  /// lowest byte; none when one is no digit.
  ///
  /// Two, four and eight digits are put together by one multiplication each.
  @inline(__always)
  static func number(_ digits: UInt64, _ count: Int) -> Int64? {
    var digits = digits &<< UInt64(truncatingIfNeeded: (length &- count) &* 8)
    guard (digits | (digits &+ repeated(0x76))) & highBits == 0 else { return nil }
    digits = (digits &* 2561) &>> 8
    digits = ((digits & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
    digits = ((digits & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
    return Int64(truncatingIfNeeded: digits)
  }
}

extension RawSpan {
  /// One byte.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }
}
