/// A number by which damage to a piece of the cache is noticed.
///
/// Words are taken in as ``RowDigest`` does, in four lanes side by side, so that memory and not the
/// multiplication sets the pace. It notices accidents; it is no proof.
enum PieceDigest {
  private static let multiplier: UInt64 = 0x9e37_79b9_7f4a_7c15

  static func value(of bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var first = seed
    var second = seed ^ 0x243f_6a88_85a3_08d3
    var third = seed ^ 0x1319_8a2e_0370_7344
    var fourth = seed ^ 0xa409_3822_299f_31d0
    var place = 0
    while place + 32 <= bytes.count {
      first = mix(first, word(of: bytes, at: place))
      second = mix(second, word(of: bytes, at: place + 8))
      third = mix(third, word(of: bytes, at: place + 16))
      fourth = mix(fourth, word(of: bytes, at: place + 24))
      place += 32
    }
    while place < bytes.count {
      first = mix(first, UInt64(bytes[place]) | 0x100)
      place += 1
    }
    first = mix(mix(mix(first, second), third), fourth)
    return mix(first, UInt64(truncatingIfNeeded: bytes.count))
  }

  @inline(__always)
  static func mix(_ value: UInt64, _ word: UInt64) -> UInt64 {
    let product = (value ^ word).multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func word(of bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
