package import SurveyModel
package import Tabular

/// Reads an XLSForm from a workbook, from Markdown tables or from one CSV with all its sheets.
///
/// All findings are reported, each with sheet, row, column, rule and repair.
package struct XLSFormReader {
  /// Makes a reader.
  package init() {}

  /// Reads the form in `source`.
  ///
  /// - Throws: when the file cannot be read at all; an `.xls`, whatever its name, is refused here.
  package func read(
    _ source: SourceFile,
    format: XLSFormFormat
  ) throws -> (form: XLSForm?, findings: [Diagnostic]) {
    let sheets =
      switch format {
      case .workbook: try WorkbookSheets.read(source.source)
      case .markdown: MarkdownSheets.read(try source.text())
      case .csv: try CSVSheets.read(try source.text())
      }
    return assemble(sheets, file: source.path)
  }

  /// Reads the form in `text`.
  package func read(
    _ text: String,
    format: XLSFormFormat,
    file: String
  ) throws(TabularError) -> (form: XLSForm?, findings: [Diagnostic]) {
    switch format {
    case .csv: assemble(try CSVSheets.read(text), file: file)
    case .markdown: assemble(MarkdownSheets.read(text), file: file)
    case .workbook: assemble(try WorkbookSheets.read(.text(text)), file: file)
    }
  }

  private func assemble(
    _ sheets: XLSFormSheets,
    file: String
  ) -> (form: XLSForm?, findings: [Diagnostic]) {
    let log = XLSFormLog(file: file)
    let name = file.split(separator: "/").last.map { String($0) } ?? file
    let assembler = XLSFormAssembler(sheets, fallbackID: name.stemAndExtension.stem, log: log)
    let form = assembler.form()
    return (form, log.findings.sortedByPlace)
  }
}
