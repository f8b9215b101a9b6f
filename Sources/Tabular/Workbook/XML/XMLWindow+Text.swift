extension XMLWindow {
  private static let ampersand = UInt8(ascii: "&")

  /// Text with its entities replaced.
  func string(_ range: Range<Int>) throws(TabularError) -> String {
    var text: [UInt8] = []
    try appendDecoded(range, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends text as it stands.
  func appendRaw(_ range: Range<Int>, to output: inout [UInt8]) throws(TabularError) {
    try validate(range)
    for place in range where bytes[place] < 0x20 && !Self.isSpace(bytes[place]) {
      throw fault(.forbiddenCharacter, at: place)
    }
    output.append(contentsOf: bytes[range])
  }

  /// Appends text with its entities replaced and its line ends made line feeds.
  func appendDecoded(_ range: Range<Int>, to output: inout [UInt8]) throws(TabularError) {
    let span = bytes.span.extracting(range)
    var isPlain = true
    var union: UInt8 = 0
    for index in span.indices {
      let byte = span[index]
      union |= byte
      if byte < 0x20 || byte == Self.ampersand {
        if byte != 0x09, byte != 0x0A { isPlain = false }
      }
    }
    if union >= 0x80 { try validate(range) }
    if isPlain {
      output.append(contentsOf: bytes[range])
      return
    }
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      switch byte {
      case Self.ampersand: place = try appendEntity(at: place, before: range.upperBound, &output)
      case 0x0D:
        output.append(0x0A)
        place += 1
        if place < range.upperBound, bytes[place] == 0x0A { place += 1 }
      case 0x09, 0x0A, 0x20...0xFF:
        output.append(byte)
        place += 1
      default: throw fault(.forbiddenCharacter, at: place)
      }
    }
  }

  private func appendEntity(
    at start: Int,
    before limit: Int,
    _ output: inout [UInt8]
  ) throws(TabularError) -> Int {
    guard let stop = bytes[start..<min(limit, start + 12)].firstIndex(of: UInt8(ascii: ";")) else {
      throw fault(.badEntity, at: start)
    }
    guard let scalar = XMLEntity.scalar(bytes[(start + 1)..<stop]) else {
      throw fault(.badEntity, at: start)
    }
    output.append(contentsOf: String(scalar).utf8)
    return stop + 1
  }

  private func validate(_ range: Range<Int>) throws(TabularError) {
    guard let offset = firstInvalidUTF8(in: bytes.span.extracting(range)) else { return }
    throw fault(.invalidUTF8, at: range.lowerBound + offset)
  }
}
