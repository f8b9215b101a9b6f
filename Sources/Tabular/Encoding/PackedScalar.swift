/// A Unicode scalar of the basic plane as its UTF-8 bytes, the first in the lowest place, with
/// their number in the highest byte; 0 is no scalar.
struct PackedScalar: Sendable, Hashable {
  let bits: UInt32

  static let none = PackedScalar(bits: 0)

  /// The number of bytes.
  var length: Int { Int(bits >> 24) }

  /// The scalar itself.
  var value: UInt32 {
    let lead = bits & 0xFF
    let second = bits >> 8 & 0x3F
    return switch length {
    case 1: lead
    case 2: (lead & 0x1F) << 6 | second
    default: (lead & 0x0F) << 12 | second << 6 | bits >> 16 & 0x3F
    }
  }

  init(bits: UInt32) { self.bits = bits }

  init(_ scalar: UInt16) {
    let value = UInt32(scalar)
    switch value {
    case ..<0x80: bits = value | 1 << 24
    case ..<0x800:
      let lead = 0xC0 | value >> 6
      bits = lead | (0x80 | value & 0x3F) << 8 | 2 << 24
    default:
      let lead = 0xE0 | value >> 12
      let middle = 0x80 | value >> 6 & 0x3F
      bits = lead | middle << 8 | (0x80 | value & 0x3F) << 16 | 3 << 24
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Stores the bytes of `scalar` at `offset`, and one byte more that the next store replaces.
  func store(_ scalar: PackedScalar, at offset: Int) {
    storeBytes(of: scalar.bits.littleEndian, toByteOffset: offset, as: UInt32.self)
  }
}
