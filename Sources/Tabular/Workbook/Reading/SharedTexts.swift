/// The texts that cells point to by number.
struct SharedTexts {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// A workbook without shared texts.
  init() {}

  /// Reads `sharedStrings.xml`.
  init(_ part: ZipPart) throws(TabularError) {
    var xml = try XMLScanner(part)
    while true {
      switch try xml.next() {
      case .end: return
      case .open where xml.isNamed("si"):
        let start = bytes.count
        try xml.readRichText(into: &bytes)
        CellEscapes.resolve(&bytes, from: start)
        ends.append(bytes.count)
      case .open, .close, .text: continue
      }
    }
  }

  var count: Int { ends.count }

  /// The bytes of a text; none when there is no such text.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}

extension XMLScanner {
  /// Joins the runs of the rich text that was opened last; the reading aids of Japanese are
  /// passed over.
  mutating func readRichText(into output: inout [UInt8]) throws(TabularError) {
    let goal = depth - 1
    let start = output.count
    while true {
      switch try next() {
      case .open:
        if isNamed("t") {
          try readElementText(into: &output)
          try checkLength(of: output, from: start)
        } else if isNamed("rPh") || isNamed("rPr") || isNamed("phoneticPr") {
          try skipElement()
        }
      case .close: if depth == goal { return }
      case .text: continue
      case .end: return
      }
    }
  }
}
