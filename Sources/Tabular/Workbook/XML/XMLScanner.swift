import Glibc

/// Reads the tags and texts of a part one after another, in bounded memory.
///
/// It knows what the parts of a workbook need: UTF-8, the five named entities and
/// character references, CDATA, namespace prefixes to be passed over. Document
/// types are refused. Ranges are valid until the next token.
struct XMLScanner {
  enum Token {
    case open
    case close
    case text
    case end
  }

  struct Attribute {
    let name: Range<Int>
    let isPrefixed: Bool
    let value: Range<Int>
  }

  private static let chunk = 1 << 17
  private static let tokenLimit = 1 << 23
  private static let depthLimit = 256

  /// The name of the element behind its prefix, after `open` and `close`.
  private(set) var name = 0..<0
  /// The attributes, after `open`.
  private(set) var attributes: [Attribute] = []
  /// How many elements are open.
  var depth: Int { openStarts.count }

  private let part: ZipPart
  private var window: [UInt8]
  private var at = 0
  private var end = 0
  private var windowOffset = 0
  private var isAtEnd = false
  private var hasRoot = false
  private var closesNext = false
  private var text = 0..<0
  private var textIsRaw = false
  private var openNames: [UInt8] = []
  private var openStarts: [Int] = []

  init(_ part: ZipPart) throws(TabularError) {
    self.part = part
    window = Array(repeating: 0, count: Self.chunk)
    try fill()
    while end < 4, !isAtEnd { try fill() }
    if window[..<end].starts(with: [0xEF, 0xBB, 0xBF]) {
      at = 3
    } else if window[..<end].prefix(4).contains(0) || window[..<end].starts(with: [0xFE, 0xFF])
      || window[..<end].starts(with: [0xFF, 0xFE])
    {
      throw fault(.otherEncoding)
    }
  }

  // MARK: - Tokens

  /// The next token.
  mutating func next() throws(TabularError) -> Token {
    if closesNext {
      closesNext = false
      popName()
      return .close
    }
    while true {
      if at == end {
        if !isAtEnd {
          try fill()
          continue
        }
        guard openStarts.isEmpty, hasRoot else { throw fault(.notClosed) }
        return .end
      }
      guard window[at] == Self.less else {
        if try readText() { return .text }
        continue
      }
      while end - at < 9, !isAtEnd { try fill() }
      guard end - at >= 3 else { throw fault(.notClosed) }
      switch window[at + 1] {
      case UInt8(ascii: "?"): try readInstruction()
      case UInt8(ascii: "!"): if try readDeclaration() { return .text }
      case UInt8(ascii: "/"):
        try readEndTag()
        return .close
      default:
        try readStartTag()
        return .open
      }
    }
  }

  /// Passes over the rest of the element that was opened last.
  mutating func skipElement() throws(TabularError) {
    let goal = depth - 1
    while depth > goal { _ = try next() }
  }

  /// Appends the text of the element that was opened last, without its child elements' texts.
  mutating func readElementText(into output: inout [UInt8]) throws(TabularError) {
    let goal = depth - 1
    while true {
      switch try next() {
      case .text: try appendText(to: &output)
      case .open: try skipElement()
      case .close: if depth == goal { return }
      case .end: return
      }
    }
  }

  /// Whether the element is called so.
  func isNamed(_ wanted: StaticString) -> Bool { matches(name, wanted) }

  /// Whether the attribute is called so, with any prefix or none.
  func isNamed(_ attribute: Attribute, _ wanted: StaticString) -> Bool {
    matches(attribute.name, wanted)
  }

  /// The value of an attribute without a prefix.
  func value(_ wanted: StaticString) throws(TabularError) -> String? {
    for attribute in attributes where !attribute.isPrefixed && isNamed(attribute, wanted) {
      return try string(attribute.value)
    }
    return nil
  }

  /// The value of an attribute with a prefix, such as `r:id`.
  func prefixedValue(_ wanted: StaticString) throws(TabularError) -> String? {
    for attribute in attributes where attribute.isPrefixed && isNamed(attribute, wanted) {
      return try string(attribute.value)
    }
    return nil
  }

  /// Lends bytes of the window as they stand.
  func withBytes<Value>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Value) -> Value {
    body(window.span.extracting(range))
  }

  /// Appends the text after a `text` token.
  func appendText(to output: inout [UInt8]) throws(TabularError) {
    if textIsRaw {
      try validate(text)
      for place in text where window[place] < 0x20 && !Self.isSpace(window[place]) {
        throw fault(.forbiddenCharacter, at: place)
      }
      output.append(contentsOf: window[text])
    } else {
      try appendDecoded(text, to: &output)
    }
  }

  // MARK: - Parts of the document

  /// Whether text inside the root element was found.
  private mutating func readText() throws(TabularError) -> Bool {
    var stop = find(Self.less, from: at)
    while stop == nil, !isAtEnd {
      try fill()
      stop = find(Self.less, from: at)
    }
    text = at..<(stop ?? end)
    textIsRaw = false
    at = text.upperBound
    if !openStarts.isEmpty { return true }
    guard window[text].allSatisfy(Self.isSpace) else { throw fault(.textOutsideRoot) }
    return false
  }

  private mutating func readInstruction() throws(TabularError) {
    let stop = try position(of: [UInt8(ascii: "?"), Self.greater])
    if window[at..<stop].starts(with: "<?xml".utf8) {
      let declaration = String(decoding: window[at..<stop], as: UTF8.self).lowercased()
      if let place = declaration.utf8.firstRange(of: Array("encoding".utf8)) {
        let rest = declaration.utf8[place.upperBound...].drop {
          Self.isSpace($0) || $0 == UInt8(ascii: "=") || $0 == Self.quote || $0 == Self.apostrophe
        }
        let known = ["utf-8", "utf8", "us-ascii", "ascii"]
        guard known.contains(where: { rest.starts(with: $0.utf8) }) else {
          throw fault(.otherEncoding)
        }
      }
    }
    at = stop + 2
  }

  /// A comment, or CDATA: then true.
  private mutating func readDeclaration() throws(TabularError) -> Bool {
    if window[at..<end].starts(with: "<!--".utf8) {
      let dashes: [UInt8] = [0x2D, 0x2D, Self.greater]
      at = try position(of: dashes, after: 4) + 3
      return false
    }
    guard window[at..<end].starts(with: "<![CDATA[".utf8) else {
      throw fault(window[at..<end].starts(with: "<!DOCTYPE".utf8) ? .documentType : .badTag)
    }
    guard !openStarts.isEmpty else { throw fault(.textOutsideRoot) }
    let stop = try position(of: [0x5D, 0x5D, Self.greater], after: 9)
    text = (at + 9)..<stop
    textIsRaw = true
    at = stop + 3
    return true
  }

  private mutating func readEndTag() throws(TabularError) {
    let stop = try position(of: [Self.greater])
    var last = stop
    while last > at + 2, Self.isSpace(window[last - 1]) { last -= 1 }
    let written = (at + 2)..<last
    guard let start = openStarts.last, window[written].elementsEqual(openNames[start...]) else {
      throw fault(.mismatchedEnd)
    }
    popName()
    name = localName(written)
    at = stop + 1
  }

  private mutating func readStartTag() throws(TabularError) {
    guard !(hasRoot && openStarts.isEmpty) else { throw fault(.textOutsideRoot) }
    while true {
      if let stop = try scanStartTag() {
        hasRoot = true
        at = stop
        return
      }
      guard !isAtEnd else { throw fault(.notClosed) }
      try fill()
    }
  }

  /// Reads the tag at the place; none when the window ends inside it.
  private mutating func scanStartTag() throws(TabularError) -> Int? {
    attributes.removeAll(keepingCapacity: true)
    var place = at + 1
    let nameStart = place
    while place < end, Self.isNamePart(window[place]) { place += 1 }
    guard place < end else { return nil }
    guard place > nameStart else { throw fault(.badTag) }
    let written = nameStart..<place
    while true {
      let gap = place
      while place < end, Self.isSpace(window[place]) { place += 1 }
      guard place < end else { return nil }
      if window[place] == Self.greater {
        try open(written)
        return place + 1
      }
      if window[place] == UInt8(ascii: "/") {
        guard place + 1 < end else { return nil }
        guard window[place + 1] == Self.greater else { throw fault(.badTag) }
        try open(written)
        closesNext = true
        return place + 2
      }
      guard place > gap else { throw fault(.badTag) }
      let start = place
      while place < end, Self.isNamePart(window[place]) { place += 1 }
      let attribute = start..<place
      while place < end, Self.isSpace(window[place]) { place += 1 }
      guard place < end else { return nil }
      guard !attribute.isEmpty, window[place] == UInt8(ascii: "=") else { throw fault(.badTag) }
      place += 1
      while place < end, Self.isSpace(window[place]) { place += 1 }
      guard place < end else { return nil }
      let mark = window[place]
      guard mark == Self.quote || mark == Self.apostrophe else { throw fault(.badTag) }
      let valueStart = place + 1
      place = valueStart
      while place < end, window[place] != mark {
        if window[place] == Self.less { throw fault(.badTag) }
        place += 1
      }
      guard place < end else { return nil }
      let local = localName(attribute)
      attributes.append(
        Attribute(
          name: local,
          isPrefixed: local.lowerBound > attribute.lowerBound,
          value: valueStart..<place
        )
      )
      place += 1
    }
  }

  private mutating func open(_ written: Range<Int>) throws(TabularError) {
    guard openStarts.count < Self.depthLimit else { throw fault(.tooDeep) }
    openStarts.append(openNames.count)
    openNames.append(contentsOf: window[written])
    name = localName(written)
  }

  private mutating func popName() {
    guard let start = openStarts.popLast() else { return }
    openNames.removeLast(openNames.count - start)
  }

  private func localName(_ written: Range<Int>) -> Range<Int> {
    guard let colon = window[written].firstIndex(of: UInt8(ascii: ":")) else { return written }
    return (colon + 1)..<written.upperBound
  }

  // MARK: - Bytes

  private mutating func fill() throws(TabularError) {
    if at > 0 {
      let waiting = end - at
      window.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress, waiting > 0 else { return }
        _ = memmove(base, base + at, waiting)
      }
      windowOffset += at
      end = waiting
      at = 0
    }
    if end == window.count {
      guard window.count < Self.tokenLimit else { throw fault(.tooLong) }
      window.append(contentsOf: [UInt8](repeating: 0, count: window.count))
    }
    let received = try part.read(into: &window, at: end)
    end += received
    isAtEnd = received == 0
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    window.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, start < end,
        let found = memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Where `pattern` begins at or behind `skipped` bytes of the token.
  private mutating func position(
    of pattern: [UInt8],
    after skipped: Int = 2
  ) throws(TabularError) -> Int {
    while true {
      var place = at + skipped
      while let first = find(pattern[0], from: place) {
        if end - first >= pattern.count, window[first..<end].starts(with: pattern) { return first }
        place = first + 1
      }
      guard !isAtEnd else { throw fault(.notClosed) }
      try fill()
    }
  }

  /// Whether the bytes of the window are these.
  func matches(_ range: Range<Int>, _ wanted: StaticString) -> Bool {
    guard range.count == wanted.utf8CodeUnitCount else { return false }
    return wanted.withUTF8Buffer { $0.elementsEqual(window[range]) }
  }

  private func string(_ range: Range<Int>) throws(TabularError) -> String {
    var bytes: [UInt8] = []
    try appendDecoded(range, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends text with its entities replaced and its line ends made line feeds.
  private func appendDecoded(
    _ range: Range<Int>,
    to output: inout [UInt8]
  ) throws(TabularError) {
    let span = window.span.extracting(range)
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
      output.append(contentsOf: window[range])
      return
    }
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = window[place]
      switch byte {
      case Self.ampersand: place = try appendEntity(at: place, before: range.upperBound, &output)
      case 0x0D:
        output.append(0x0A)
        place += 1
        if place < range.upperBound, window[place] == 0x0A { place += 1 }
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
    guard let stop = window[start..<min(limit, start + 12)].firstIndex(of: UInt8(ascii: ";")) else {
      throw fault(.badEntity, at: start)
    }
    guard let scalar = XMLEntity.scalar(window[(start + 1)..<stop]) else {
      throw fault(.badEntity, at: start)
    }
    output.append(contentsOf: String(scalar).utf8)
    return stop + 1
  }

  private func validate(_ range: Range<Int>) throws(TabularError) {
    guard let offset = firstInvalidUTF8(in: window.span.extracting(range)) else { return }
    throw fault(.invalidUTF8, at: range.lowerBound + offset)
  }

  private func fault(_ fault: XMLFault, at place: Int? = nil) -> TabularError {
    .workbook(.malformed(part: part.name, offset: windowOffset + (place ?? at), fault))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x3A, 0x5F, 0x2D, 0x2E, 0x80...0xFF: true
    default: false
    }
  }

  private static let less = UInt8(ascii: "<")
  private static let greater = UInt8(ascii: ">")
  private static let ampersand = UInt8(ascii: "&")
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
}
