import SurveyModel
import Tabular

/// Writes the figures of a report as one long CSV file: a record for each cell of each table.
///
/// The columns are described with decision 43; their names are the same in every language.
package struct CSVReportRenderer: ReportFileRenderer, Sendable {
  /// The names of the columns.
  package static let columns = [
    "report", "block", "table", "caption", "row", "label", "indent", "total", "column", "kind",
    "value", "lower", "upper", "verdict", "text", "symbol",
  ]

  /// Makes a renderer.
  package init() {}

  /// The bytes of the file: UTF-8 with a mark, RFC 4180, texts guarded against formulas.
  package func render(_ report: Report) -> [UInt8] {
    CSVWriter.bytes(of: [Self.columns] + records(of: report).map { $0.cells }, format: .export)
  }

  /// One record for each cell and each verdict.
  private func records(of report: Report) -> [CSVReportRecord] {
    let cellText = CellText(language: report.language)
    var records: [CSVReportRecord] = []
    var tables = 0
    var verdicts = 0
    for (heading, figures) in report.figures {
      var record = CSVReportRecord(report: VisibleText.clean(report.title))
      switch figures {
      case .table(let table):
        tables += 1
        record.block = "table"
        record.table = tables
        records += self.records(of: table, like: record, cellText)
      case .chart(let chart):
        tables += 1
        record.block = "chart"
        record.table = tables
        let table = ChartTable(language: report.language).table(of: chart)
        records += self.records(of: table, like: record, cellText)
      case .verdict(let verdict):
        verdicts += 1
        record.block = "verdict"
        record.caption = VisibleText.clean(heading)
        record.row = verdicts
        record.label = VisibleText.clean(verdict.sentence)
        record.fill(verdict, cellText, hasShownDigits: report.hasShownDigits)
        records.append(record)
      }
    }
    if let manifest = report.manifest {
      var record = CSVReportRecord(report: VisibleText.clean(report.title))
      record.block = "manifest"
      record.text = manifest.line
      records.append(record)
    }
    return records
  }

  private func records(
    of table: Table,
    like pattern: CSVReportRecord,
    _ cellText: CellText
  ) -> [CSVReportRecord] {
    var pattern = pattern
    pattern.caption = VisibleText.clean(table.caption)
    var records: [CSVReportRecord] = []
    for (number, row) in table.rows.enumerated() {
      let cells = table.cells(of: row)
      guard let label = cells.first, let first = table.columns.first else { continue }
      pattern.row = number + 1
      pattern.label = cellText.text(of: label)
      pattern.indent = row.indent
      pattern.isTotal = row.isTotal
      if cells.count == 1 || row.isHeading {
        var record = pattern
        record.column = VisibleText.clean(first.title)
        record.fill(label, cellText)
        record.kind = row.isHeading ? "heading" : "label"
        records.append(record)
        continue
      }
      for (column, cell) in zip(table.columns, cells).dropFirst() {
        var record = pattern
        record.column = VisibleText.clean(column.title)
        record.fill(cell, cellText)
        records.append(record)
      }
    }
    return records
  }
}
