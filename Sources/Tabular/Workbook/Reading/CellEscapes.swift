/// What spreadsheets do to text beyond XML.
enum CellEscapes {
  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

  /// Replaces `_x000D_` and its like from `start` on, makes line ends line feeds and
  /// no-break spaces spaces.
  ///
  /// An escape for a control character that no text may hold stays as it is written.
  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    guard bytes[start...].contains(where: { $0 == 0x5F || $0 == 0xC2 || $0 == 0x0D }) else {
      return
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count - start)
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "_"), let (scalar, length) = escape(bytes, at: place) {
        output.append(contentsOf: String(scalar).utf8)
        place += length
      } else if byte == 0xC2, bytes[place...].starts(with: noBreakSpace) {
        output.append(0x20)
        place += 2
      } else {
        output.append(byte)
        place += 1
      }
    }
    bytes.replaceSubrange(start..., with: withoutCarriageReturns(output))
  }

  /// The text with what looks like an escape escaped itself.
  static func guarding(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "_"), unit(bytes, at: place) != nil {
        output.append(contentsOf: "_x005F".utf8)
      }
      output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var output: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if byte != 0x0D {
        output.append(byte)
      } else if place + 1 == bytes.count || bytes[place + 1] != 0x0A {
        output.append(0x0A)
      }
    }
    return output
  }

  /// The character of `_xHHHH_`, or of two of them that are a surrogate pair.
  private static func escape(
    _ bytes: [UInt8],
    at place: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let unit = unit(bytes, at: place) else { return nil }
    if let scalar = Unicode.Scalar(UInt32(unit)) {
      let isText = unit >= 0x20 || unit == 0x09 || unit == 0x0A || unit == 0x0D
      return isText ? (scalar, 7) : nil
    }
    guard UTF16.isLeadSurrogate(unit), let low = self.unit(bytes, at: place + 7),
      UTF16.isTrailSurrogate(low)
    else { return nil }
    let number = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
    return Unicode.Scalar(number).map { ($0, 14) }
  }

  private static func unit(_ bytes: [UInt8], at place: Int) -> UInt16? {
    guard bytes.count - place >= 7, bytes[place] == UInt8(ascii: "_"),
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(place + 2)..<(place + 6)]
    guard digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-") else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
