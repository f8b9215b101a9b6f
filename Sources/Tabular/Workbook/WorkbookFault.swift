/// Why a workbook cannot be read, or written.
package enum WorkbookFault: Sendable, Hashable {
  case foreign(ForeignWorkbook)
  /// The archive, or one part of it, is cut off or altered.
  case damagedArchive(part: String?)
  case inflatesTooMuch(part: String, bytes: Int)
  case missingPart(String)
  case malformed(part: String, offset: Int, XMLFault)
  case noSuchSheet(String, available: [String])
  case severalSheets([String])
  /// The workbook has no sheet of cells that can be seen, or the chosen one is a chart.
  case noTable(sheet: String?)
  case emptySheet(String)
  case badCell(sheet: String, cell: String, CellFault)
  /// Formulas whose results the program that wrote the file never computed, and the first of them.
  case uncomputed(sheet: String, cell: String, count: Int)
  case tooManyRows(sheet: String, limit: Int)
  case tooManyCells(sheet: String, limit: Int)
  case unwritable(sheet: String, WritingFault)
}

/// What no workbook can hold.
package enum WritingFault: Sendable, Hashable {
  case sheetName
  case noVisibleSheet
  case textTooLong(cell: String)
  case notANumber(cell: String)
  case outsideSheet
}

/// What a file is that was taken for a workbook.
package enum ForeignWorkbook: Sendable, Hashable, CaseIterable {
  case encrypted
  case xls
  case openDocument
  case binaryWorkbook
  case otherDocument
  case zip
  case noArchive
}

/// What is wrong with one cell or row of a sheet.
package enum CellFault: Sendable, Hashable {
  /// The place is no place of a sheet.
  case badReference
  /// Rows or cells do not follow one another.
  case outOfOrder
  case unknownType(String)
  /// It points to a shared text that is not there.
  case noSharedText
  case badMerge
}

extension WorkbookFault {
  /// The stable code of the published list.
  var code: String {
    switch self {
    case .foreign: "T04"
    case .emptySheet: "F02"
    case .damagedArchive: "T20"
    case .inflatesTooMuch: "T21"
    case .missingPart, .malformed: "T22"
    case .noSuchSheet, .severalSheets, .noTable: "T23"
    case .badCell: "T24"
    case .tooManyRows, .tooManyCells: "T25"
    case .uncomputed: "T26"
    case .unwritable: "F04"
    }
  }
}
