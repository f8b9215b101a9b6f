extension UInt64 {
  /// The high bits of those of its eight bytes that are `byte`.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let difference = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~((difference & ~highBits) &+ ~highBits | difference) & highBits
  }
}
