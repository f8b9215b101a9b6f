/// Reads the rows of a sheet in order, and the merged ranges that stand behind them.
struct SheetParser {
  /// More merged ranges than anybody makes.
  private static let mergeLimit = 200_000
  /// The most bytes that the cells of one row may have as they are stored.
  private static let rowLimit = CSVReader.defaultRecordLimit

  /// The merged ranges, complete when the last row has been read.
  private(set) var merges: [CellRange] = []

  private let sheet: String
  private var xml: XMLScanner
  private var isInData = false
  private var lastRow = 0

  init(_ part: ZipPart, sheet: String) throws(TabularError) {
    self.sheet = sheet
    xml = try XMLScanner(part)
  }

  /// Replaces `row` by the next one; false at the end of the sheet.
  mutating func read(into row: inout SheetRow) throws(TabularError) -> Bool {
    while true {
      switch try xml.next() {
      case .end: return false
      case .text: continue
      case .close: if xml.isNamed("sheetData") { isInData = false }
      case .open:
        if isInData {
          guard xml.isNamed("row") else {
            try xml.skipElement()
            continue
          }
          try readRow(&row)
          return true
        }
        if xml.isNamed("sheetData") {
          isInData = true
        } else if xml.isNamed("mergeCell") {
          try readMerge()
        }
      }
    }
  }

  private mutating func readMerge() throws(TabularError) {
    let text = try xml.value("ref") ?? ""
    guard let range = CellRange(text), merges.count < Self.mergeLimit else {
      throw bad(text, .badMerge)
    }
    if range.first != range.last { merges.append(range) }
  }

  private mutating func readRow(_ row: inout SheetRow) throws(TabularError) {
    var number = lastRow + 1
    row.begin(number)
    for attribute in xml.attributes where !attribute.isPrefixed {
      if xml.isNamed(attribute, "r") {
        guard let written = xml.withBytes(attribute.value, wholeNumber) else {
          throw bad("\(lastRow + 1)", .badReference)
        }
        number = written
      } else if xml.isNamed(attribute, "hidden") {
        row.isHidden =
          xml.matches(attribute.value, "1") || xml.matches(attribute.value, "true")
      }
    }
    guard number <= CellReference.rowLimit else {
      throw .workbook(.tooManyRows(sheet: sheet, limit: CellReference.rowLimit))
    }
    guard number > lastRow else { throw bad("\(number)", .outOfOrder) }
    lastRow = number
    row.number = number
    let goal = xml.depth - 1
    while true {
      switch try xml.next() {
      case .open:
        if xml.isNamed("c") { try readCell(&row) } else { try xml.skipElement() }
      case .close: if xml.depth == goal { return }
      case .text: continue
      case .end: return
      }
    }
  }

  private mutating func readCell(_ row: inout SheetRow) throws(TabularError) {
    var cell = SheetRow.Cell(
      column: (row.cells.last?.column ?? -1) + 1,
      kind: .number,
      style: -1,
      content: row.bytes.count..<row.bytes.count,
      hasFormula: false
    )
    for attribute in xml.attributes where !attribute.isPrefixed {
      if xml.isNamed(attribute, "r") {
        guard let column = xml.withBytes(attribute.value, columnOfReference),
          column < CellReference.columnLimit
        else {
          throw bad("\(row.number)", .badReference)
        }
        cell.column = column
      } else if xml.isNamed(attribute, "s") {
        cell.style = xml.withBytes(attribute.value, wholeNumber) ?? -1
      } else if xml.isNamed(attribute, "t") {
        cell.kind = try kind(attribute, of: cell, in: row)
      }
    }
    guard cell.column < CellReference.columnLimit else {
      throw bad("\(row.number)", .badReference)
    }
    guard cell.column > row.cells.last?.column ?? -1 else {
      throw bad(CellReference(row: row.number, column: cell.column).description, .outOfOrder)
    }
    let goal = xml.depth - 1
    content: while true {
      switch try xml.next() {
      case .open:
        if xml.isNamed("v") {
          try xml.readElementText(into: &row.bytes)
        } else if xml.isNamed("is") {
          try xml.readRichText(into: &row.bytes)
        } else {
          if xml.isNamed("f") { cell.hasFormula = true }
          try xml.skipElement()
        }
      case .close: if xml.depth == goal { break content }
      case .text: continue
      case .end: break content
      }
    }
    guard row.bytes.count <= Self.rowLimit else {
      throw .recordTooLong(line: row.number, limit: Self.rowLimit)
    }
    if cell.kind == .text { CellEscapes.resolve(&row.bytes, from: cell.content.lowerBound) }
    cell.content = cell.content.lowerBound..<row.bytes.count
    row.cells.append(cell)
  }

  private func kind(
    _ attribute: XMLScanner.Attribute,
    of cell: SheetRow.Cell,
    in row: SheetRow
  ) throws(TabularError) -> SheetRow.Kind {
    if xml.matches(attribute.value, "s") { return .sharedText }
    if xml.matches(attribute.value, "n") { return .number }
    if xml.matches(attribute.value, "str") || xml.matches(attribute.value, "inlineStr") {
      return .text
    }
    if xml.matches(attribute.value, "b") { return .boolean }
    if xml.matches(attribute.value, "e") { return .error }
    if xml.matches(attribute.value, "d") { return .isoDate }
    let written = xml.withBytes(attribute.value) { value in
      String(decoding: value.withUnsafeBufferPointer { Array($0.prefix(20)) }, as: UTF8.self)
    }
    let place = CellReference(row: row.number, column: cell.column).description
    throw bad(place, .unknownType(written))
  }

  private func bad(_ cell: String, _ fault: CellFault) -> TabularError {
    .workbook(.badCell(sheet: sheet, cell: String(cell.prefix(40)), fault))
  }
}

private func wholeNumber(_ bytes: Span<UInt8>) -> Int? {
  var number = 0
  guard bytes.count > 0, bytes.count < 12 else { return nil }
  for index in bytes.indices {
    guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
    number = number * 10 + Int(bytes[index] - 0x30)
  }
  return number > 0 || bytes.count == 1 ? number : nil
}

/// The column of `B5`, which stands in a row that is known.
private func columnOfReference(_ bytes: Span<UInt8>) -> Int? {
  var column = 0
  for index in bytes.indices {
    let byte = bytes[index]
    if byte >= 0x30, byte <= 0x39, index > 0 { break }
    guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z"), index < 3 else { return nil }
    column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
  }
  return column > 0 ? column - 1 : nil
}
