package import Tabular

/// A report that was written earlier, read for comparison.
package struct ReportFile: Sendable {
  /// The bytes of the file.
  package let bytes: [UInt8]
  /// What it rests on; `nil` when the file is no report of this program.
  package let manifest: ReportManifest?
  /// Its text: lines, cells, or what stands between tags.
  let passages: [ReportPassage]
  /// What nobody reads: tags and styles of a page.
  let marks: [ReportPassage]
  /// Whether its texts are the cells of a workbook.
  let isWorkbook: Bool

  /// Reads the bytes of a file in any format.
  ///
  /// - Throws: ``TabularError`` when it is an archive that cannot be read.
  package init(_ bytes: [UInt8]) throws(TabularError) {
    self.bytes = bytes
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else {
      manifest = ReportManifest(in: bytes)
      isWorkbook = false
      if manifest?[.format] == "html" {
        let page = MarkupPassages(bytes, .html)
        (passages, marks) = (page.texts, page.marks)
      } else {
        (passages, marks) = (Self.lines(of: bytes), [])
      }
      return
    }
    var found: ReportManifest?
    for name in ["docProps/custom.xml", "xl/sharedStrings.xml"] where found == nil {
      found = ReportManifest(in: try ZipReader.part(name, of: bytes) ?? [])
    }
    manifest = found
    marks = []
    if let document = try ZipReader.part("word/document.xml", of: bytes) {
      isWorkbook = false
      passages = MarkupPassages(document, .word).texts
    } else {
      isWorkbook = true
      passages = found == nil ? [] : try Self.cells(of: bytes)
    }
  }

  private static func lines(of bytes: [UInt8]) -> [ReportPassage] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .map { number, line in
        ReportPassage(place: .line(number + 1), text: String(decoding: line, as: UTF8.self))
      }
  }

  /// The cells of all sheets, in their order.
  private static func cells(of bytes: [UInt8]) throws(TabularError) -> [ReportPassage] {
    let workbook = try Workbook(.bytes(bytes))
    var cells: [ReportPassage] = []
    for sheet in workbook.sheets where sheet.isTable {
      var record = CSVRecord()
      do throws(TabularError) {
        var reader = try WorkbookReader(workbook, sheet: sheet, fillsMerges: false)
        while try reader.read(into: &record) {
          for column in 0..<record.count where !record[column].isEmpty {
            let cell = CellReference(row: record.line, column: column)
            cells.append(
              ReportPassage(place: .cell(sheet: sheet.name, cell), text: record[column])
            )
          }
        }
      } catch {
        guard case .workbook(.emptySheet) = error else { throw error }
      }
    }
    return cells
  }
}
