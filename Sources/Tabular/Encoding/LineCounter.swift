/// Counts line ends as they come: CR, LF and CRLF are one each.
struct LineCounter: Sendable {
  private var ends = 0
  private var endsInReturn = false

  /// The line of the next byte, from 1.
  var line: Int { ends + 1 }

  mutating func count(_ bytes: UnsafeRawBufferPointer) {
    guard let last = bytes.last, let first = bytes.first else { return }
    if endsInReturn, first == 0x0A { ends -= 1 }
    var found = 0
    for byte in bytes where byte == 0x0A || byte == 0x0D { found &+= 1 }
    var pairs = 0
    for at in 1..<max(1, bytes.count) where bytes[at] == 0x0A && bytes[at &- 1] == 0x0D {
      pairs &+= 1
    }
    ends += found - pairs
    endsInReturn = last == 0x0D
  }
}
