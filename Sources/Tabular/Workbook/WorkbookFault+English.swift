extension WorkbookFault {
  var englishText: String {
    switch self {
    case .foreign(let format): format.englishText
    case .damagedArchive(let part):
      "the Excel file is damaged or cut off\(part.map { " (part '\($0)')" } ?? ""); "
        + "copy or download it again, or open it in Excel and save it again"
    case .inflatesTooMuch(let part, let bytes):
      "part '\(part)' of the Excel file inflates too much (\(bytes) bytes so far) "
        + "and may be harmful; if you trust it, open it in Excel and save it as 'CSV UTF-8'"
    case .missingPart(let part):
      "the Excel file lacks part '\(part)'; open it in Excel and save it again as .xlsx"
    case .malformed(let part, let offset, let fault):
      "part '\(part)' of the Excel file, byte \(offset): \(fault.englishRule); "
        + "open it in Excel and save it again as .xlsx"
    case .noSuchSheet(let name, let available):
      "there is no sheet '\(name)'; choose one of \(available.quoted), or a sheet's number"
    case .severalSheets(let names):
      "the Excel file has \(names.count) sheets: \(names.quoted); choose one with --sheet"
    case .noTable(let sheet):
      sheet.map { "'\($0)' is no sheet of cells (it may be a chart); choose another sheet" }
        ?? "the Excel file has no sheet that can be seen; unhide one or choose one with --sheet"
    case .emptySheet(let sheet):
      "sheet '\(sheet)' has no data; check the exported file"
    case .badCell(let sheet, let cell, let fault):
      "sheet '\(sheet)', cell \(cell): \(fault.englishRule); "
        + "open the file in Excel and save it again as .xlsx"
    case .uncomputed(let sheet, let cell, let count):
      "sheet '\(sheet)' has \(count) formulas without a result (the first is cell \(cell)), "
        + "so that the answers are not known; open the file in Excel and save it again, which "
        + "computes them, then import it"
    case .tooManyRows(let sheet, let limit):
      "sheet '\(sheet)' has a row after row \(limit), the last one of Excel; "
        + "split the data into several files or use CSV"
    case .tooManyCells(let sheet, let limit):
      "sheet '\(sheet)' spreads over more than \(limit) cells; "
        + "delete needless columns and rows at its right, or save it as 'CSV UTF-8'"
    case .unwritable(let sheet, let fault):
      "cannot write sheet '\(sheet)': \(fault.englishRule)"
    }
  }
}

extension WritingFault {
  fileprivate var englishRule: String {
    switch self {
    case .sheetName:
      "a name has 1 to 31 characters, is unique and has none of []:*?/\\; choose another name"
    case .noVisibleSheet: "at least one sheet must be seen; unhide one"
    case .textTooLong(let cell):
      "cell \(cell) is longer than 32767 characters; shorten it or use CSV"
    case .notANumber(let cell): "cell \(cell) is no finite number; leave it empty or write text"
    case .outsideSheet: "Excel has only 1048576 rows and 16384 columns; split it or use CSV"
    }
  }
}

extension ForeignWorkbook {
  fileprivate var englishText: String {
    switch self {
    case .encrypted:
      "the Excel file has a password; open it in Excel, remove the password "
        + "(File > Info > Protect Workbook) and save it again"
    case .xls:
      "the file is an old Excel workbook (.xls); "
        + "open it in Excel or LibreOffice and save it as .xlsx"
    case .openDocument:
      "the file is an OpenDocument workbook (.ods); "
        + "open it in LibreOffice or Excel and save it as .xlsx"
    case .binaryWorkbook:
      "the file is a binary workbook (.xlsb); open it in Excel and save it as .xlsx"
    case .otherDocument:
      "the file is a Word or PowerPoint document, not a workbook; choose the file of the data"
    case .zip:
      "the file is a ZIP archive, not a workbook; unpack it and choose the file inside"
    case .noArchive:
      "the file is not an .xlsx workbook; "
        + "choose the right file, or open it in Excel and save it as .xlsx"
    }
  }
}

extension CellFault {
  fileprivate var englishRule: String {
    switch self {
    case .badReference: "the place is not one of an Excel sheet"
    case .outOfOrder: "rows and cells must follow one another without repetition"
    case .unknownType(let type): "the .xlsx format has no cells of type '\(type)'"
    case .noSharedText: "the cell points to a shared text that does not exist"
    case .badMerge: "a merged range is wrong, or there are too many of them"
    }
  }
}

extension XMLFault {
  fileprivate var englishRule: String {
    switch self {
    case .notClosed: "the XML ends while an element is open"
    case .mismatchedEnd: "an end tag does not match its start tag"
    case .badTag: "a tag is not well formed"
    case .badEntity: "'&' must begin one of the names that XML allows"
    case .documentType: "the XML has a DOCTYPE, which a workbook may not have"
    case .tooLong: "a tag or a text is much too long"
    case .tooDeep: "elements are nested too deeply"
    case .invalidUTF8: "text is not valid UTF-8"
    case .otherEncoding: "the XML is not in UTF-8"
    case .forbiddenCharacter: "a control character stands where XML allows none"
    case .textOutsideRoot: "there is content outside the root element"
    }
  }
}

extension [String] {
  fileprivate var quoted: String { map { "'\($0)'" }.joined(separator: ", ") }
}
