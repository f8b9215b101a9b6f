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
      if at >= 3 { at = Self.sequenceStart(bytes, before: wideRun(bytes, from: at)) }
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
    var at = start
    // Whether the block before may reach into this one.
    var isOpen = false
    while at + Self.width <= bytes.count {
      let isPlain = Self.isASCII(bytes, at: at)
      if !isPlain || isOpen {
        var fault: UInt64 = 0
        var doubled: UInt64 = 0
        for offset in stride(from: at, to: at + Self.width, by: 8) {
          Self.check(bytes, at: offset, &fault, &doubled)
        }
        if fault != 0 { break }
        if doubled != 0 { mayBeDoubled = true }
        isOpen = !isPlain
        if isOpen { isASCII = false }
      }
      at += Self.width
    }
    return at
  }

  private static func isASCII(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    var union: UInt64 = 0
    for place in stride(from: offset, to: offset + width, by: 8) {
      union |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    return union & highBits == 0
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The rules of Unicode's table 3-7 for eight bytes and the three before them, a bit to a byte.
  ///
  /// Bytes that begin a sequence with a rule of its own (C0, C1, E0, ED, F0 and above) count as
  /// faults: they are looked at one by one then.
  @inline(__always)
  private static func check(
    _ bytes: UnsafeRawBufferPointer,
    at offset: Int,
    _ fault: inout UInt64,
    _ doubled: inout UInt64
  ) {
    func word(_ back: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset - back, as: UInt64.self)
    }
    let here = word(0)
    let before = word(1)
    let second = word(2)
    let third = word(3)
    let continues = here & ~(here << 1)
    let leads = here & here << 1
    let isDue =
      before & before << 1 | second & second << 1 & second << 2
      | third & third << 1 & third << 2 & third << 3
    fault |= (continues ^ isDue) & highBits
    fault |= leads & here << 2 & here << 3 & highBits
    fault |= here.places(of: 0xE0) | here.places(of: 0xED)
    fault |= (here & 0xFEFE_FEFE_FEFE_FEFE).places(of: 0xC0)
    doubled |= leads & second.places(of: 0xC3)
    doubled |= leads & second.places(of: 0xC4) & before.places(of: 0x82)
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
