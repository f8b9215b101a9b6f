import Tabular

/// Reads the sheets of a form from a workbook.
enum WorkbookSheets {
  /// The sheets in `source`.
  static func read(_ source: ByteSource) throws(TabularError) -> XLSFormSheets {
    let workbook = try Workbook(source)
    var result = XLSFormSheets(.workbook)
    result.names = workbook.sheets.map(\.name)
    for sheet in workbook.sheets where sheet.isTable {
      let isOnly = workbook.sheets.count == 1
      guard let kind = XLSFormSheets.kind(sheet.name, isOnly: isOnly) else { continue }
      result.sheets[kind] = try read(sheet, of: workbook)
    }
    return result
  }

  private static func read(
    _ sheet: Workbook.Sheet,
    of workbook: Workbook
  ) throws(TabularError) -> XLSFormSheet {
    var builder = XLSFormSheetBuilder(name: sheet.name, gaps: XLSFormSheetBuilder.Gaps())
    var reader: WorkbookReader
    do throws(TabularError) {
      reader = try WorkbookReader(workbook, sheet: sheet, fillsMerges: false)
    } catch {
      if case .workbook(.emptySheet) = error { return builder.sheet }
      throw error
    }
    var record = CSVRecord()
    while try reader.read(into: &record) {
      // The headers are row 1; a sheet that begins lower has none.
      if !builder.hasHeader, record.line != 1 { _ = builder.take([], number: 1, line: 1) }
      let cells = record.texts.map { text in
        text.utf8.contains(0xC2) ? text.replacingNoBreakSpaces : text
      }
      guard builder.take(cells, number: record.line, line: record.line) else { break }
    }
    return builder.sheet
  }
}

extension String {
  /// The text with plain spaces for no-break spaces.
  fileprivate var replacingNoBreakSpaces: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(scalars)
  }
}
