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

  private static let depthLimit = 256

  /// The name of the element behind its prefix, after `open` and `close`.
  private(set) var name = 0..<0
  /// The attributes, after `open`.
  private(set) var attributes: [Attribute] = []
  /// How many elements are open.
  var depth: Int { openStarts.count }

  private var window: XMLWindow
  private var hasRoot = false
  private var closesNext = false
  private var text = 0..<0
  private var textIsRaw = false
  private var openNames: [UInt8] = []
  private var openStarts: [Int] = []

  init(_ part: ZipPart) throws(TabularError) { window = try XMLWindow(part) }

  // MARK: - Tokens

  /// The next token.
  mutating func next() throws(TabularError) -> Token {
    if closesNext {
      closesNext = false
      popName()
      return .close
    }
    while true {
      if window.at == window.end {
        if !window.isAtEnd {
          try window.fill()
          continue
        }
        guard openStarts.isEmpty, hasRoot else { throw window.fault(.notClosed) }
        return .end
      }
      guard window.bytes[window.at] == XMLWindow.less else {
        if try readText() { return .text }
        continue
      }
      while window.end - window.at < 9, !window.isAtEnd { try window.fill() }
      guard window.end - window.at >= 3 else { throw window.fault(.notClosed) }
      switch window.bytes[window.at + 1] {
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
  ///
  /// Comments and CDATA cut a text into any number of tokens: together they have the limit of one.
  mutating func readElementText(into output: inout [UInt8]) throws(TabularError) {
    let goal = depth - 1
    let start = output.count
    while true {
      switch try next() {
      case .text:
        try appendText(to: &output)
        try checkLength(of: output, from: start)
      case .open: try skipElement()
      case .close: if depth == goal { return }
      case .end: return
      }
    }
  }

  /// Refuses a text that has more bytes from `start` on than a token may have.
  func checkLength(of output: [UInt8], from start: Int) throws(TabularError) {
    guard output.count - start <= XMLWindow.tokenLimit else { throw window.fault(.tooLong) }
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
      return try window.string(attribute.value)
    }
    return nil
  }

  /// The value of an attribute with a prefix, such as `r:id`.
  func prefixedValue(_ wanted: StaticString) throws(TabularError) -> String? {
    for attribute in attributes where attribute.isPrefixed && isNamed(attribute, wanted) {
      return try window.string(attribute.value)
    }
    return nil
  }

  /// Whether the bytes are these.
  func matches(_ range: Range<Int>, _ wanted: StaticString) -> Bool {
    window.matches(range, wanted)
  }

  /// Lends bytes of the window as they stand.
  func withBytes<Value>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Value) -> Value {
    body(window.bytes.span.extracting(range))
  }

  /// Appends the text after a `text` token.
  func appendText(to output: inout [UInt8]) throws(TabularError) {
    if textIsRaw {
      try window.appendRaw(text, to: &output)
    } else {
      try window.appendDecoded(text, to: &output)
    }
  }

  // MARK: - Parts of the document

  /// Whether text inside the root element was found.
  private mutating func readText() throws(TabularError) -> Bool {
    var stop = window.find(XMLWindow.less, from: window.at)
    while stop == nil, !window.isAtEnd {
      try window.fill()
      stop = window.find(XMLWindow.less, from: window.at)
    }
    text = window.at..<(stop ?? window.end)
    textIsRaw = false
    window.at = text.upperBound
    if !openStarts.isEmpty { return true }
    guard window.bytes[text].allSatisfy(XMLWindow.isSpace) else {
      throw window.fault(.textOutsideRoot)
    }
    return false
  }

  private mutating func readInstruction() throws(TabularError) {
    let stop = try window.position(of: [UInt8(ascii: "?"), XMLWindow.greater])
    if window.bytes[window.at..<stop].starts(with: "<?xml".utf8) {
      let declaration = String(decoding: window.bytes[window.at..<stop], as: UTF8.self)
        .lowercased()
      if let place = declaration.utf8.firstRange(of: Array("encoding".utf8)) {
        let between = [XMLWindow.quote, XMLWindow.apostrophe, UInt8(ascii: "=")]
        let rest = declaration.utf8[place.upperBound...].drop {
          XMLWindow.isSpace($0) || between.contains($0)
        }
        let known = ["utf-8", "utf8", "us-ascii", "ascii"]
        guard known.contains(where: { rest.starts(with: $0.utf8) }) else {
          throw window.fault(.otherEncoding)
        }
      }
    }
    window.at = stop + 2
  }

  /// A comment, or CDATA: then true.
  private mutating func readDeclaration() throws(TabularError) -> Bool {
    if window.begins("<!--") {
      let dashes: [UInt8] = [0x2D, 0x2D, XMLWindow.greater]
      window.at = try window.position(of: dashes, after: 4) + 3
      return false
    }
    guard window.begins("<![CDATA[") else {
      throw window.fault(window.begins("<!DOCTYPE") ? .documentType : .badTag)
    }
    guard !openStarts.isEmpty else { throw window.fault(.textOutsideRoot) }
    let stop = try window.position(of: [0x5D, 0x5D, XMLWindow.greater], after: 9)
    text = (window.at + 9)..<stop
    textIsRaw = true
    window.at = stop + 3
    return true
  }

  private mutating func readEndTag() throws(TabularError) {
    let stop = try window.position(of: [XMLWindow.greater])
    var last = stop
    while last > window.at + 2, XMLWindow.isSpace(window.bytes[last - 1]) { last -= 1 }
    let written = (window.at + 2)..<last
    guard let start = openStarts.last,
      window.bytes[written].elementsEqual(openNames[start...])
    else { throw window.fault(.mismatchedEnd) }
    popName()
    name = localName(written)
    window.at = stop + 1
  }

  private mutating func readStartTag() throws(TabularError) {
    guard !(hasRoot && openStarts.isEmpty) else { throw window.fault(.textOutsideRoot) }
    while true {
      if let stop = try scanStartTag() {
        hasRoot = true
        window.at = stop
        return
      }
      guard !window.isAtEnd else { throw window.fault(.notClosed) }
      try window.fill()
    }
  }

  /// Reads the tag at the place; none when the window ends inside it.
  private mutating func scanStartTag() throws(TabularError) -> Int? {
    attributes.removeAll(keepingCapacity: true)
    var place = window.at + 1
    let nameStart = place
    while place < window.end, XMLWindow.isNamePart(window.bytes[place]) { place += 1 }
    guard place < window.end else { return nil }
    guard place > nameStart else { throw window.fault(.badTag) }
    let written = nameStart..<place
    while true {
      let gap = place
      while place < window.end, XMLWindow.isSpace(window.bytes[place]) { place += 1 }
      guard place < window.end else { return nil }
      if window.bytes[place] == XMLWindow.greater {
        try open(written)
        return place + 1
      }
      if window.bytes[place] == UInt8(ascii: "/") {
        guard place + 1 < window.end else { return nil }
        guard window.bytes[place + 1] == XMLWindow.greater else { throw window.fault(.badTag) }
        try open(written)
        closesNext = true
        return place + 2
      }
      guard place > gap else { throw window.fault(.badTag) }
      let start = place
      while place < window.end, XMLWindow.isNamePart(window.bytes[place]) { place += 1 }
      let attribute = start..<place
      while place < window.end, XMLWindow.isSpace(window.bytes[place]) { place += 1 }
      guard place < window.end else { return nil }
      guard !attribute.isEmpty, window.bytes[place] == UInt8(ascii: "=") else {
        throw window.fault(.badTag)
      }
      place += 1
      while place < window.end, XMLWindow.isSpace(window.bytes[place]) { place += 1 }
      guard place < window.end else { return nil }
      let mark = window.bytes[place]
      guard mark == XMLWindow.quote || mark == XMLWindow.apostrophe else {
        throw window.fault(.badTag)
      }
      let valueStart = place + 1
      place = valueStart
      while place < window.end, window.bytes[place] != mark {
        if window.bytes[place] == XMLWindow.less { throw window.fault(.badTag) }
        place += 1
      }
      guard place < window.end else { return nil }
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
    guard openStarts.count < Self.depthLimit else { throw window.fault(.tooDeep) }
    openStarts.append(openNames.count)
    openNames.append(contentsOf: window.bytes[written])
    name = localName(written)
  }

  private mutating func popName() {
    guard let start = openStarts.popLast() else { return }
    openNames.removeLast(openNames.count - start)
  }

  private func localName(_ written: Range<Int>) -> Range<Int> {
    guard let colon = window.bytes[written].firstIndex(of: UInt8(ascii: ":")) else {
      return written
    }
    return (colon + 1)..<written.upperBound
  }
}
