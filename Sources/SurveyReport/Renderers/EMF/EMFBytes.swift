/// Numbers and texts as an enhanced metafile holds them: little-endian, UTF-16.
struct EMFBytes {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ value: UInt32) {
    for shift in [0, 8, 16, 24] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func add(_ value: Int32) { add(UInt32(bitPattern: value)) }

  mutating func add(_ value: Float) { add(value.bitPattern) }

  mutating func add(_ value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func add(_ values: [UInt8]) { bytes += values }

  /// A text in a field of `units` UTF-16 units, cut or filled with zeros.
  mutating func add(_ text: String, units: Int) {
    let cut = Array(text.utf16.prefix(units))
    for unit in cut { add(unit) }
    for _ in cut.count..<units { add(UInt16(0)) }
  }

  /// Fills up to a multiple of four bytes.
  mutating func align() {
    while bytes.count % 4 != 0 { bytes.append(0) }
  }
}
