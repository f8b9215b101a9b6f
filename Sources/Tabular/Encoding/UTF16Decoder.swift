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

  private func unit(of input: UnsafeRawBufferPointer, at offset: Int) -> UInt16 {
    let unit = input.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
    return isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
  }
}
