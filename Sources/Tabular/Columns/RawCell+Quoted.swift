extension RawCell {
  /// The place after the closing quote of the cell that opens at `start`, and its line ends;
  /// none when the window or the text stops before it, or at a NUL.
  static func quoted(
    in bytes: RawSpan,
    from start: Int,
    high: inout UInt64
  ) -> (end: Int, lines: Int)? {
    let count = bytes.byteCount
    var at = start &+ 1
    var lines = 0
    while at &+ ByteWord.length <= count {
      let word = ByteWord(bytes, at: at)
      let marks = word.marks
      high |= word.bits
      guard marks != 0 else {
        at &+= ByteWord.length
        continue
      }
      at &+= ByteWord.place(marks)
      guard at &+ 1 < count else { return nil }
      let next = bytes[at &+ 1]
      switch bytes[at] {
      case UInt8(ascii: "\n"): lines &+= 1
      case UInt8(ascii: "\r"): if next != UInt8(ascii: "\n") { lines &+= 1 }
      case UInt8(ascii: "\""):
        guard next == UInt8(ascii: "\"") else { return (at &+ 1, lines) }
        at &+= 1
      default: return nil
      }
      at &+= 1
    }
    return nil
  }
}
