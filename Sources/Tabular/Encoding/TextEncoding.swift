/// An encoding that a table can be read in.
///
/// ``ByteStream`` hands out UTF-8 whatever the file holds; an encoding added here
/// is converted there, so that readers never see it.
package enum TextEncoding: Sendable, Hashable, CaseIterable {
  case utf8
}

/// An encoding that is recognised by its first bytes but cannot be read yet.
package enum UnicodeName: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"

  package var description: String { rawValue }
}

/// What is wrong with the bytes at one place.
package enum EncodingFault: Sendable, Hashable {
  case otherUnicode(UnicodeName)
  case invalidUTF8(UInt8)
  case nulByte
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
