/// Turns UTF-8 that was encoded twice back, and leaves all other text as it is.
///
/// The bytes of a letter, such as E1 BA A5 for ấ, were taken for letters of windows-1252,
/// windows-1258 or Latin-1 (áº¥) and these written in UTF-8. A run of such letters is turned back
/// when it makes a letter or a sign that Vietnamese text has.
struct MojibakeDecoder: TextDecoder {
  var growth: Int { 1 }

  func decode(
    _ input: UnsafeRawBufferPointer,
    isLast: Bool,
    into output: UnsafeMutableRawBufferPointer
  ) -> DecodingStep {
    var step = DecodingStep()
    while step.consumed < input.count {
      let at = step.consumed
      guard case .scalar(let value, let length) = UTF8Sequence(input, at: at) else {
        if case .incomplete = UTF8Sequence(input, at: at), !isLast { return step }
        step.fault = .invalidUTF8(input[at])
        return step
      }
      if value == 0 {
        step.fault = .nulByte
        return step
      }
      if value >= 0x80, let lead = Mojibake.byte(of: value), lead >= 0xC2 {
        switch Mojibake.Sequence(lead: lead, rest: input, at: at + length) {
        case .undecided where !isLast: return step
        case .letter(let bytes, let count, let consumed):
          output.storeBytes(of: bytes.littleEndian, toByteOffset: step.produced, as: UInt32.self)
          step.produced += count
          step.consumed += length + consumed
          continue
        case .undecided, .none: break
        }
      }
      for place in 0..<length { output[step.produced + place] = input[at + place] }
      step.produced += length
      step.consumed += length
    }
    return step
  }
}
