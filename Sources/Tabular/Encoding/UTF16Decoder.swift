/// Decodes UTF-16, strictly: halves of pairs and an odd byte at the end are faults.
struct UTF16Decoder: TextDecoder {
  let isBigEndian: Bool

  var growth: Int { 2 }

  func decode(
    _ input: UnsafeRawBufferPointer,
    isLast: Bool,
    into output: UnsafeMutableRawBufferPointer
  ) -> DecodingStep {
    var step = DecodingStep()
    let count = input.count
    while step.consumed + 2 <= count {
      if step.consumed + 8 <= count, let four = plainUnits(of: input, at: step.consumed) {
        output.storeBytes(of: four, toByteOffset: step.produced, as: UInt32.self)
        step.produced += 4
        step.consumed += 8
        continue
      }
      let unit = self.unit(of: input, at: step.consumed)
      guard unit != 0 else {
        step.fault = .nulByte
        return step
      }
      if unit & 0xF800 != 0xD800 {
        let scalar = PackedScalar(unit)
        output.store(scalar, at: step.produced)
        step.produced += scalar.length
        step.consumed += 2
        continue
      }
      guard step.consumed + 4 <= count || isLast else { return step }
      let next = step.consumed + 4 <= count ? self.unit(of: input, at: step.consumed + 2) : 0
      guard unit < 0xDC00, next & 0xFC00 == 0xDC00 else {
        step.fault = .unpairedSurrogate(unit)
        return step
      }
      let scalar = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(next) & 0x3FF
      output[step.produced] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      output[step.produced + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      output[step.produced + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      output[step.produced + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      step.produced += 4
      step.consumed += 4
    }
    if isLast, step.consumed < count { step.fault = .halfUnit }
    return step
  }

  /// Four units as bytes, when they are printable ASCII.
  private func plainUnits(of input: UnsafeRawBufferPointer, at offset: Int) -> UInt32? {
    let loaded = input.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    let low = isBigEndian ? loaded >> 8 : loaded
    let high = isBigEndian ? loaded : loaded >> 8
    let bytes = low & 0x00FF_00FF_00FF_00FF
    let isPlain =
      (bytes | (bytes &- 0x0020_0020_0020_0020)) & 0x8080_8080_8080_8080 == 0
      && high & 0x00FF_00FF_00FF_00FF == 0
    guard isPlain else { return nil }
    let pairs = (bytes | bytes >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: pairs | pairs >> 16).littleEndian
  }

  private func unit(of input: UnsafeRawBufferPointer, at offset: Int) -> UInt16 {
    let unit = input.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
    return isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
  }
}
