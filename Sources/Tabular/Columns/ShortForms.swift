/// The codes of cells of two to eight bytes.
struct ShortForms {
  private(set) var keys: [UInt64] = Array(repeating: 0, count: 16)
  private(set) var codes: [Int32] = Array(repeating: -1, count: 16)
  private var count = 0

  @inline(__always)
  func code(of key: UInt64) -> Int32 { Self.code(of: key, keys.span, codes.span) }

  /// The same, with ``keys`` and ``codes`` borrowed once for many cells.
  @inline(__always)
  static func code(of key: UInt64, _ keys: Span<UInt64>, _ codes: Span<Int32>) -> Int32 {
    let mask = keys.count &- 1
    var slot = Int(truncatingIfNeeded: RawCell.mixed(key)) & mask
    while true {
      let other = keys[slot]
      if other == key { return codes[slot] }
      if other == 0 { return -1 }
      slot = (slot &+ 1) & mask
    }
  }

  mutating func insert(_ key: UInt64, _ code: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    place(key, code)
    count += 1
  }

  private mutating func place(_ key: UInt64, _ code: Int32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: RawCell.mixed(key)) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    codes[slot] = code
  }

  private mutating func grow() {
    let old = (keys, codes)
    keys = Array(repeating: 0, count: old.0.count * 2)
    codes = Array(repeating: -1, count: old.0.count * 2)
    for (key, code) in zip(old.0, old.1) where key != 0 { place(key, code) }
  }
}
