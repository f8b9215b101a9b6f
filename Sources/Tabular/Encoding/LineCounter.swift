/// Counts line ends as they come: CR, LF and CRLF are one each.
struct LineCounter: Sendable {
  private var ends = 0
  private var endsInReturn = false

  /// The line of the next byte, from 1.
  var line: Int { ends + 1 }

  mutating func count(_ bytes: UnsafeRawBufferPointer) {
    guard let last = bytes.last, let first = bytes.first else { return }
    // A line feed after a return ends the same line.
    var found = first == 0x0D || first == 0x0A && !endsInReturn ? 1 : 0
    var at = 1
    while at + 8 <= bytes.count {
      let here = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let before = bytes.loadUnaligned(fromByteOffset: at - 1, as: UInt64.self)
      let feeds = here.places(of: 0x0A) & ~before.places(of: 0x0D)
      found &+= (feeds | here.places(of: 0x0D)).nonzeroBitCount
      at += 8
    }
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x0D || byte == 0x0A && bytes[at - 1] != 0x0D { found &+= 1 }
      at += 1
    }
    ends += found
    endsInReturn = last == 0x0D
  }
}
