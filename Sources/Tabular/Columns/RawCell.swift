import Glibc

/// A cell as it stands in the file.
enum RawCell {
  /// The range without quotes; none when doubled quotes have to be made single first.
  @inline(__always)
  static func range(in bytes: RawSpan, _ start: Int, _ end: Int) -> Range<Int>? {
    guard start < end, bytes[start] == UInt8(ascii: "\"") else { return start..<end }
    // A quoted cell has two quotes; an unquoted one does not begin with one.
    let inner = (start &+ 1)..<(end &- 1)
    return firstQuote(in: bytes, inner) == nil ? inner : nil
  }

  /// Where the first quote stands.
  static func firstQuote(in bytes: RawSpan, _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, !range.isEmpty, range.upperBound <= all.count,
        let quote = memchr(base + range.lowerBound, Int32(UInt8(ascii: "\"")), range.count)
      else { return nil }
      return UnsafeRawPointer(quote) - base
    }
  }

  /// The bytes of a cell without its quotes.
  static func content(in bytes: RawSpan, _ start: Int, _ end: Int) -> [UInt8] {
    if let range = range(in: bytes, start, end) {
      return bytes.withUnsafeBytes { Array($0[range]) }
    }
    var content: [UInt8] = []
    content.reserveCapacity(end - start)
    var rest = start + 1..<end - 1
    while let quote = firstQuote(in: bytes, rest) {
      bytes.withUnsafeBytes { content.append(contentsOf: $0[rest.lowerBound...quote]) }
      rest = min(quote + 2, rest.upperBound)..<rest.upperBound
    }
    bytes.withUnsafeBytes { content.append(contentsOf: $0[rest]) }
    return content
  }

  /// At most eight bytes as one integer.
  @inline(__always)
  static func key(of bytes: RawSpan, _ range: Range<Int>) -> UInt64 {
    if range.lowerBound &+ ByteWord.length <= bytes.byteCount {
      return key(ByteWord(bytes, at: range.lowerBound), range.count)
    }
    var key: UInt64 = 0
    for offset in range.reversed() { key = key &<< 8 | UInt64(bytes[offset]) }
    return key
  }

  /// The first one to eight bytes of a word.
  @inline(__always)
  static func key(_ word: ByteWord, _ length: Int) -> UInt64 {
    let unused = UInt64(truncatingIfNeeded: (ByteWord.length &- length) &* 8)
    return word.bits & (UInt64.max &>> unused)
  }

  /// Mixes the bits of a key: the two halves of a product of 128 bits.
  @inline(__always)
  static func mixed(_ key: UInt64) -> UInt64 {
    let product = (key ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
