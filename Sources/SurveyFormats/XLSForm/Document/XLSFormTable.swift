/// The rows of a sheet by the usual names of their columns.
struct XLSFormTable {
  /// One row.
  struct Record {
    /// Cells that are not translated, by key.
    var cells: [String: String] = [:]
    /// Texts by kind and language; `""` for columns that name no language.
    var texts: XLSFormTexts = [:]
    /// All cells as they stand, with the index of their column in ``XLSFormTable/columns``.
    var raw: [(column: Int, text: String)] = []
    let source: XLSFormSource

    /// Whether it is a row of choices.
    var isChoice: Bool { source.columns["list_name"] != nil }

    func place(_ key: String? = nil) -> XLSFormPlace { source.place(key) }
  }

  let kind: XLSFormSheet.Kind
  let columns: [XLSFormColumn]
  var records: [Record] = []

  /// Reads a sheet; runs of spaces become one where `foldsSpaces`.
  init(
    _ kind: XLSFormSheet.Kind,
    _ sheet: XLSFormSheet,
    format: XLSFormFormat,
    foldsSpaces: Bool = false,
    log: XLSFormLog
  ) {
    self.kind = kind
    columns = XLSFormColumnNames(kind)
      .columns(of: sheet, isWorkbook: format == .workbook, log: log)
    var byKey: [String: XLSFormColumn] = [:]
    var positions: [Int: Int] = [:]
    for (position, column) in columns.enumerated() {
      if byKey[column.key] == nil { byKey[column.key] = column }
      positions[column.index] = position
    }
    records.reserveCapacity(sheet.rows.count)
    for row in sheet.rows {
      let source = XLSFormSource(
        sheet: sheet.name,
        row: row.number,
        line: row.line,
        columns: byKey
      )
      var record = Record(source: source)
      for cell in row.cells {
        guard let position = positions[cell.column] else {
          if format == .markdown {
            var place = source.place()
            place.column = cell.column
            log.report(XLSFormSheetFinding.valueWithoutHeader, at: place)
          }
          continue
        }
        let text = (foldsSpaces ? cell.text.foldedSpaces : cell.text).plainQuotes
        record.raw.append((position, cell.text))
        let column = columns[position]
        if let kind = column.text {
          record.texts[kind, default: [:]][column.language ?? ""] = text
        } else {
          record.cells[column.key] = text
        }
      }
      records.append(record)
    }
    if let row = sheet.endsAtGap {
      let place = XLSFormPlace(sheet: sheet.name, row: row, line: row)
      log.report(XLSFormSheetFinding.readingStopped(row: row), at: place)
    }
  }

  /// Whether a column has this key.
  func has(_ key: String) -> Bool { columns.contains { $0.key == key } }

  /// Reports that a column is missing.
  func requires(_ key: String, sheet: XLSFormSheet, log: XLSFormLog) {
    guard !has(key) else { return }
    let place = XLSFormPlace(sheet: sheet.name, row: 1, line: sheet.headerLine)
    log.report(XLSFormSheetFinding.missingHeader(key), at: place)
  }

  /// The names of the languages that columns name.
  var languages: [String] {
    var seen: [String] = []
    for column in columns {
      guard let language = column.language, !seen.contains(language) else { continue }
      seen.append(language)
    }
    return seen
  }
}
