/// Turns cells into the bytes of a table.
struct CSVEncoder: Sendable {
  let format: CSVFormat
  private var isAtFileStart = true
  private var cellsInRecord = 0
  private var recordStart = 0

  init(format: CSVFormat) { self.format = format }

  /// Begins a table: the mark.
  mutating func begin(_ output: inout [UInt8]) {
    if format.hasByteOrderMark { output.append(contentsOf: FileSignature.utf8Mark) }
    recordStart = output.count
  }

  /// Adds one cell to the record at hand.
  mutating func append(_ cell: Span<UInt8>, to output: inout [UInt8]) {
    if cellsInRecord > 0 {
      output.append(format.delimiter.byte)
    } else {
      recordStart = output.count
    }
    let isGuarded = format.guardsFormulas && FormulaGuard.isNeeded(cell)
    if needsQuotes(cell) {
      output.append(Self.quote)
      if isGuarded { output.append(Self.apostrophe) }
      for index in cell.indices {
        if cell[index] == Self.quote { output.append(Self.quote) }
        output.append(cell[index])
      }
      output.append(Self.quote)
    } else {
      if isGuarded { output.append(Self.apostrophe) }
      cell.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    }
    cellsInRecord += 1
  }

  /// Adds one cell of text.
  mutating func append(_ cell: String, to output: inout [UInt8]) {
    append(cell.utf8Span.span, to: &output)
  }

  /// Ends the record at hand; a single empty cell is quoted, or it would be a blank line.
  mutating func endRecord(_ output: inout [UInt8]) {
    if cellsInRecord == 1, output.count == recordStart {
      output.append(contentsOf: [Self.quote, Self.quote])
    }
    output.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    cellsInRecord = 0
    isAtFileStart = false
  }

  private func needsQuotes(_ cell: Span<UInt8>) -> Bool {
    for index in cell.indices {
      switch cell[index] {
      case Self.quote, UInt8(ascii: "\r"), UInt8(ascii: "\n"), format.delimiter.byte: return true
      default: continue
      }
    }
    return isAtFileStart && cellsInRecord == 0 && looksLikeSignature(cell)
  }

  /// Whether the first cell of a file would be taken for something else than a cell.
  private func looksLikeSignature(_ cell: Span<UInt8>) -> Bool {
    let head = cell.withUnsafeBufferPointer { Array($0.prefix(64)) }
    return head.starts(with: FileSignature.utf8Mark) || CSVDelimiter.isSeparatorKey(head)
      || ForeignFormat(head: head) != nil
  }

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
}
