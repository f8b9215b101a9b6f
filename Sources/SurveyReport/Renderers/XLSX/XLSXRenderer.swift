import SurveyModel
package import Tabular

/// Writes a report as a workbook: a sheet for each table, with numbers, formats and native charts.
///
/// The shape is described with decision 43.
package struct XLSXRenderer: ReportFileRenderer, Sendable {
  /// Makes a renderer.
  package init() {}

  /// The bytes of the file; the same report gives the same bytes.
  ///
  /// - Throws: ``TabularError`` when the file cannot be made.
  package func render(_ report: Report) throws -> [UInt8] { try document(of: report).bytes() }

  /// The workbook as a value.
  package func document(of report: Report) -> WorkbookDocument {
    let language = report.language
    let pages = ReportPages(report)
    let contents = SheetContents.name(in: language)
    let names = pages.pages.enumerated().map { SheetText.name($0 + 1, $1.caption) }
    let first = SheetContents(
      report: report,
      verdicts: pages.verdicts,
      sheets: zip(names, pages.pages.map(\.caption)).map { ($0, $1) }
    )
    let sheets = zip(names, pages.pages).map { name, page in
      SheetPage(page, language: language, contents: contents).sheet(named: name)
    }
    return WorkbookDocument(
      title: VisibleText.clean(report.title).cut(to: 200),
      sheets: [first.sheet()] + sheets
    )
  }
}
