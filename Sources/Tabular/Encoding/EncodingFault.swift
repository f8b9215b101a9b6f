/// What is wrong with the bytes at one place.
package enum EncodingFault: Sendable, Hashable {
  /// The file begins like text in another Unicode encoding than the one it is read in.
  case otherUnicode(UnicodeName)
  case invalidUTF8(UInt8)
  case nulByte
  /// A byte that the encoding does not define.
  case undefinedByte(UInt8, TextEncoding)
  /// A mark that stands after no letter which takes it.
  case strayMark(UInt8, TextEncoding)
  /// One half of a pair of UTF-16 units.
  case unpairedSurrogate(UInt16)
  /// UTF-16 that ends in the middle of a unit.
  case halfUnit
}

/// The offset of the first byte of `bytes` that is not valid UTF-8.
func firstInvalidUTF8(in bytes: Span<UInt8>) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

/// A byte as it is written in messages, such as `0xE1`.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return byte < 16 ? "0x0" + digits : "0x" + digits
}

/// A UTF-16 unit as it is written in messages, such as `0xD83D`.
func hexadecimal(unit: UInt16) -> String {
  let digits = String(unit, radix: 16, uppercase: true)
  return "0x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
