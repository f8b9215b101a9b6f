package import SurveyModel
import Tabular

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
  ) throws(TableFault) -> (form: XLSForm?, findings: [Diagnostic]) {
    guard format == .workbook else {
      return try read(try source.text(), format: format, file: source.path)
    }
    do throws(TabularError) {
      return assemble(try WorkbookSheets.read(source.source), file: source.path)
    } catch {
      throw .tabular(error)
    }
  }

  /// Reads the form in `text`.
  package func read(
    _ text: String,
    format: XLSFormFormat,
    file: String
  ) throws(TableFault) -> (form: XLSForm?, findings: [Diagnostic]) {
    do throws(TabularError) {
      let sheets =
        switch format {
        case .csv: try CSVSheets.read(text)
        case .markdown: MarkdownSheets.read(text)
        case .workbook: try WorkbookSheets.read(.text(text))
        }
      return assemble(sheets, file: file)
    } catch {
      throw .tabular(error)
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
