import CScan

/// What a run of bytes is as UTF-8, found 64 bytes at a time where they are valid.
struct UTF8Scan {
  /// The number of bytes from the first on that are whole and valid sequences.
  private(set) var validLength = 0
  /// Whether the valid bytes are ASCII.
  private(set) var isASCII = true
  /// Whether two letters follow each other as they do in UTF-8 that was encoded twice.
  private(set) var mayBeDoubled = false

  private static let width = 64

  /// Scans `bytes`, the first of which begins a sequence.
  init(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    var previous: UInt32 = 0
    while at < bytes.count {
      // The wide step looks back by three bytes, and ends in the middle of a sequence.
      if at >= 3 {
        at = Self.sequenceStart(bytes, before: wideRun(bytes, from: at))
        previous = Self.letter(bytes, endingAt: at)
      }
      let stop = min(bytes.count, at + Self.width)
      while at < stop {
        guard case .scalar(let value, let length) = UTF8Sequence(bytes, at: at) else {
          validLength = at
          return
        }
        if value >= 0x80 {
          isASCII = false
          if (0xC0...0xFF).contains(previous) || previous == 0x102 { mayBeDoubled = true }
        }
        previous = value
        at += length
      }
    }
    validLength = at
  }

  /// The end of the blocks from `start` on that are valid as far as they go.
  private mutating func wideRun(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return start }
    var content: UInt32 = 0
    let blocks = utf8_blocks(base + start, (bytes.count - start) / Self.width, &content)
    if content & UInt32(utf8_high) != 0 { isASCII = false }
    if content & UInt32(utf8_doubled) != 0 { mayBeDoubled = true }
    return start + blocks * Self.width
  }

  /// A letter before `offset` that may begin a pair that was encoded twice, 0 for any other.
  private static func letter(_ bytes: UnsafeRawBufferPointer, endingAt offset: Int) -> UInt32 {
    switch (bytes[offset - 2], bytes[offset - 1]) {
    case (0xC3, let last): 0xC0 | UInt32(last & 0x3F)
    case (0xC4, 0x82): 0x102
    default: 0
    }
  }

  /// The first byte of the sequence that `offset` is in, or `offset` when it begins one.
  private static func sequenceStart(_ bytes: UnsafeRawBufferPointer, before offset: Int) -> Int {
    for back in 1...3 where back <= offset {
      let byte = bytes[offset - back]
      if byte < 0x80 { return offset }
      if byte >= 0xC0 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return length > back ? offset - back : offset
      }
    }
    return offset
  }
}
