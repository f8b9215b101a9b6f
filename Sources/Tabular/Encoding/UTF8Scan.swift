/// What a run of bytes is as UTF-8, found 64 bytes at a time where they are valid.
struct UTF8Scan {
  /// The number of bytes from the first on that are whole and valid sequences.
  private(set) var validLength = 0
  /// Whether the valid bytes are ASCII.
  private(set) var isASCII = true
  /// Whether two letters follow each other as they do in UTF-8 that was encoded twice.
  private(set) var mayBeDoubled = false

  private typealias Lanes = SIMD16<UInt8>
  private typealias Mask = SIMDMask<SIMD16<Int8>>

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
        var fault = Mask(repeating: false)
        var doubled = Mask(repeating: false)
        for offset in stride(from: at, to: at + Self.width, by: 16) {
          Self.check(bytes, at: offset, &fault, &doubled)
        }
        if any(fault) { break }
        if any(doubled) { mayBeDoubled = true }
        isOpen = !isPlain
        if isOpen { isASCII = false }
      }
      at += Self.width
    }
    return at
  }

  private static func isASCII(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    let words = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
    return words.wrappedOr & 0x8080_8080_8080_8080 == 0
  }

  /// The rules of Unicode's table 3-7 for 16 bytes and the three before them.
  private static func check(
    _ bytes: UnsafeRawBufferPointer,
    at offset: Int,
    _ fault: inout Mask,
    _ doubled: inout Mask
  ) {
    let here = bytes.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
    let before = bytes.loadUnaligned(fromByteOffset: offset - 1, as: Lanes.self)
    let second = bytes.loadUnaligned(fromByteOffset: offset - 2, as: Lanes.self)
    let third = bytes.loadUnaligned(fromByteOffset: offset - 3, as: Lanes.self)
    let continues = (here & 0xC0) .== 0x80
    let isDue = (before .>= 0xC0) .| (second .>= 0xE0) .| (third .>= 0xF0)
    fault .|= continues .^ isDue
    fault .|= ((here & 0xFE) .== 0xC0) .| (here .>= 0xF5)
    fault .|= ((before .== 0xE0) .& (here .< 0xA0)) .| ((before .== 0xED) .& (here .> 0x9F))
    fault .|= ((before .== 0xF0) .& (here .< 0x90)) .| ((before .== 0xF4) .& (here .> 0x8F))
    let follows = here .>= 0xC2
    doubled .|= (second .== 0xC3) .& follows
    doubled .|= (second .== 0xC4) .& (before .== 0x82) .& follows
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

extension SIMD8<UInt64> {
  fileprivate var wrappedOr: UInt64 {
    let halves = lowHalf | highHalf
    let quarters = halves.lowHalf | halves.highHalf
    return quarters[0] | quarters[1]
  }
}
