/// UTF-8 that was taken for an eight-bit encoding and written as UTF-8 once more.
package enum Mojibake {
  /// `text` with the letters turned back that were encoded twice.
  package static func repaired(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in repaired(UnsafeRawBufferPointer(bytes)) }
  }

  static func repaired(_ bytes: UnsafeRawBufferPointer) -> String {
    let output = [UInt8](unsafeUninitializedCapacity: bytes.count + 16) { buffer, filled in
      let target = UnsafeMutableRawBufferPointer(buffer)
      filled = MojibakeDecoder().decode(bytes, isLast: true, into: target).produced
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The byte that was taken for `scalar`.
  static func byte(of scalar: UInt32) -> UInt8? {
    guard scalar >= 0x80, scalar < UInt32(bytes.count) else { return nil }
    let byte = bytes[Int(scalar)]
    return byte == 0 ? nil : byte
  }

  /// Latin-1, and where windows-1252 and windows-1258 leave it.
  private static let bytes: [UInt8] = {
    var bytes = (0..<0x2200).map { UInt8(exactly: $0) ?? 0 }
    for table in [LegacyTable.windows1252, .windows1258] {
      for byte in UInt8(0x80)...0xFF where table.single[Int(byte)] != .none {
        let scalar = Int(table.single[Int(byte)].value)
        if scalar > 0xFF, bytes.indices.contains(scalar) { bytes[scalar] = byte }
      }
    }
    return bytes
  }()

  /// What the letters after a lead byte make of it.
  enum Sequence {
    /// `count` bytes, the first in the lowest place, that `consumed` bytes after the lead spelt.
    case letter(UInt32, count: Int, consumed: Int)
    case undecided
    case none

    init(lead: UInt8, rest: UnsafeRawBufferPointer, at offset: Int) {
      let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      var bytes = UInt32(lead)
      var at = offset
      for place in 1..<count {
        guard at < rest.count else {
          self = .undecided
          return
        }
        switch UTF8Sequence(rest, at: at) {
        case .incomplete:
          self = .undecided
          return
        case .scalar(let value, let length):
          guard let byte = Mojibake.byte(of: value), (0x80...0xBF).contains(byte) else {
            self = .none
            return
          }
          bytes |= UInt32(byte) << UInt32(place * 8)
          at += length
        case .invalid:
          self = .none
          return
        }
      }
      let result = withUnsafeBytes(of: bytes.littleEndian) { UTF8Sequence($0, at: 0) }
      guard case .scalar(let value, _) = result, Mojibake.isExpected(value) else {
        self = .none
        return
      }
      self = .letter(bytes, count: count, consumed: at - offset)
    }
  }

  /// Whether Vietnamese text, its punctuation or its emoji hold `scalar`.
  private static func isExpected(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0xFF, 0x1EA0...0x1EF9: true
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
    case 0x300...0x303, 0x306, 0x309, 0x31B, 0x323: true
    case 0x2000...0x206F, 0x20A0...0x20BF, 0x2100...0x22FF, 0x25A0...0x27BF, 0xFEFF: true
    case 0x1F300...0x1FAFF: true
    default: false
    }
  }
}
