import Foundation

@testable import Tabular

/// The rows of a sheet with their numbers, or the error that stopped the reader.
struct ReadSheet {
  var rows: [[String]] = []
  var lines: [Int] = []
  var blankRows = 0
  var survey: SheetSurvey?
  var error: TabularError?

  /// The second cell of each row.
  var second: [String] { rows.map { $0.count > 1 ? $0[1] : "" } }

  /// What is wrong with the workbook.
  var fault: WorkbookFault? {
    if case .workbook(let fault) = error { fault } else { nil }
  }
}

/// The folder of the workbooks that the script beside them makes.
let workbookFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Workbooks")

func workbookPath(_ name: String) -> String { workbookFolder.appendingPathComponent(name).path }

func readSheet(_ source: ByteSource, sheet: String? = nil) -> ReadSheet {
  var read = ReadSheet()
  do throws(TabularError) {
    var reader = try WorkbookReader(source, sheet: sheet)
    read.survey = reader.survey
    defer { read.blankRows = reader.blankLineCount }
    var record = CSVRecord()
    while try reader.read(into: &record) {
      read.rows.append(record.texts)
      read.lines.append(record.line)
    }
  } catch {
    read.error = error
  }
  return read
}

func readSheet(_ name: String, sheet: String? = nil) -> ReadSheet {
  readSheet(.file(path: workbookPath(name)), sheet: sheet)
}
