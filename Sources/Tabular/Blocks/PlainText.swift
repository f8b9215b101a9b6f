/// Texts that composing and trimming surely leave as they are.
enum PlainText {
  /// Shorter texts may be marks for a missing answer, damaged numbers or telephone numbers.
  private static let shortLength = 24

  /// Whether `bytes` are UTF-8 of printable letters, marks of punctuation and line ends that are
  /// composed already, and neither begin nor end with white space.
  ///
  /// No character of U+00A1 to U+02FF or U+1E00 to U+1EFF changes when a text is composed, none
  /// of them combines with its neighbour, and all letters of Vietnamese are among them; the same
  /// holds for the punctuation of U+2010 to U+2027. False says nothing.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    let count = bytes.count
    guard count > shortLength, bytes[count - 1] > 0x20 else { return false }
    switch bytes[0] {
    // What a spreadsheet may take for a formula, or has marked as a text, is looked at closely.
    case 0...0x20, UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "@"), UInt8(ascii: "#"):
      return false
    default: break
    }
    let raw = bytes.bytes
    var at = 0
    while at < count {
      if at &+ ByteWord.length <= count, ByteWord(raw, at: at).bits & ByteWord.highBits == 0,
        ByteWord(raw, at: at).isPrintable
      {
        at &+= ByteWord.length
        continue
      }
      let lead = raw[at]
      switch lead {
      case 0x20...0x7E, 0x0A, 0x0D, 0x09: at &+= 1
      case 0xC2:
        guard at &+ 1 < count, (0xA1...0xBF as ClosedRange<UInt8>).contains(raw[at &+ 1]) else {
          return false
        }
        at &+= 2
      case 0xC3...0xCB:
        guard at &+ 1 < count, raw[at &+ 1] & 0xC0 == 0x80 else { return false }
        at &+= 2
      case 0xE1:
        guard at &+ 2 < count, (0xB8...0xBB as ClosedRange<UInt8>).contains(raw[at &+ 1]),
          raw[at &+ 2] & 0xC0 == 0x80
        else { return false }
        at &+= 3
      case 0xE2:
        guard at &+ 2 < count, raw[at &+ 1] == 0x80,
          (0x90...0xA7 as ClosedRange<UInt8>).contains(raw[at &+ 2])
        else { return false }
        at &+= 3
      default: return false
      }
    }
    return true
  }
}

extension ByteWord {
  /// Whether all bytes, known to be below 0x80, are printable.
  @inline(__always)
  var isPrintable: Bool {
    // No byte is below 0x20, and none is 0x7F.
    (bits &+ Self.repeated(0x60)) & Self.highBits == Self.highBits
      && (bits &+ Self.repeated(0x01)) & Self.highBits == 0
  }
}
