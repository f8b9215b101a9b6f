/// Turns stored cells into the text that a person reads in them.
struct CellRenderer {
  let texts: SharedTexts
  let styles: CellStyles
  let epoch: WorkbookEpoch
  let sheet: String
  /// Whether a date that is shown without its day is the month or year that is shown.
  var showsMonths = false

  /// Appends the text of `cell`; nothing for an empty one.
  ///
  /// - Returns: Whether the cell is a number that is shown as one, not as a day or a time.
  @discardableResult
  func append(
    _ cell: SheetRow.Cell,
    of row: SheetRow,
    to output: inout [UInt8]
  ) throws(TabularError) -> Bool {
    let content = row.bytes[cell.content]
    switch cell.kind {
    case .sharedText:
      guard !content.isEmpty else { return false }
      output.append(contentsOf: try sharedText(content, cell, row))
    case .text, .error: output.append(contentsOf: content)
    case .boolean:
      guard let first = content.first else { return false }
      let isTrue = first == UInt8(ascii: "1") || first == UInt8(ascii: "t")
      output.append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8)
    case .isoDate: appendISODate(content, styles[cell.style], to: &output)
    case .number: return appendNumber(content, styles[cell.style], to: &output)
    }
    return false
  }

  /// Whether a cell shows nothing.
  func isBlank(_ cell: SheetRow.Cell, of row: SheetRow) throws(TabularError) -> Bool {
    guard !cell.content.isEmpty else { return true }
    switch cell.kind {
    case .sharedText: return try sharedText(row.bytes[cell.content], cell, row).allSatisfy(isSpace)
    case .text: return row.bytes[cell.content].allSatisfy(isSpace)
    case .number, .boolean, .error, .isoDate: return false
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func sharedText(
    _ content: ArraySlice<UInt8>,
    _ cell: SheetRow.Cell,
    _ row: SheetRow
  ) throws(TabularError) -> ArraySlice<UInt8> {
    var index = 0
    for byte in content {
      guard byte >= 0x30, byte <= 0x39, index < 1 << 40 else {
        index = -1
        break
      }
      index = index * 10 + Int(byte - 0x30)
    }
    guard let text = texts[index] else {
      let place = CellReference(row: row.number, column: cell.column).description
      throw .workbook(.badCell(sheet: sheet, cell: place, .noSharedText))
    }
    return text
  }

  private func appendNumber(
    _ content: ArraySlice<UInt8>,
    _ format: NumberFormat,
    to output: inout [UInt8]
  ) -> Bool {
    guard !content.isEmpty else { return false }
    guard let number = CellNumber(content) else {
      output.append(contentsOf: content)
      return false
    }
    if let time = time(number, format) {
      output.append(contentsOf: time.utf8)
      return false
    }
    let text =
      switch format {
      case .percent: number.text(shiftedBy: 2) + "%"
      case .padded(let width): number.padded(to: width)
      default: number.text()
      }
    output.append(contentsOf: text.utf8)
    return true
  }

  /// A number that is shown as a day or a time; none where there is no such day.
  private func time(_ number: CellNumber, _ format: NumberFormat) -> String? {
    switch format {
    case .general, .percent, .padded: return nil
    case .date, .month, .dateTime, .time, .elapsed:
      guard let serial = SerialDate(number.value) else { return nil }
      switch format {
      case .elapsed: return serial.elapsed
      case .time: return serial.time
      case .dateTime:
        guard let date = serial.date(epoch) else { return serial.time }
        return "\(date) \(serial.fullTime)"
      case .month(let part) where showsMonths: return serial.date(epoch).map { part.shown(of: $0) }
      default: return serial.date(epoch)
      }
    }
  }

  /// `2025-09-28T08:05:11Z` as other dates are written; anything else as it stands.
  private func appendISODate(
    _ content: ArraySlice<UInt8>,
    _ format: NumberFormat,
    to output: inout [UInt8]
  ) {
    let parts = content.split(separator: UInt8(ascii: "T"), maxSplits: 1)
    guard parts.count == 2, parts[0].count == 10 else {
      output.append(contentsOf: content)
      return
    }
    output.append(contentsOf: parts[0])
    let time = parts[1].prefix { (0x30...0x3A).contains($0) }
    // Midnight is a time where a time is shown.
    if format != .dateTime, time.allSatisfy({ $0 == 0x30 || $0 == 0x3A }) { return }
    output.append(0x20)
    output.append(contentsOf: time)
    if time.count == 5 { output.append(contentsOf: ":00".utf8) }
  }
}
