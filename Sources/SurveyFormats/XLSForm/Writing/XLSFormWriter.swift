package import Tabular

/// Writes a form so that ``XLSFormReader`` reads the same one, and other programs too.
///
/// Types, columns and languages are written under their usual names, and `or_other` is written out.
package struct XLSFormWriter {
  private let tables: XLSFormTables
  private let title: String

  /// Prepares to write `form`.
  package init(_ form: XLSForm) {
    tables = XLSFormTables(form)
    title = form.setting("form_title") ?? form.setting("form_id") ?? ""
  }

  /// The form as Markdown tables, one for each sheet.
  ///
  /// Markdown has no line breaks in cells; they are written `<br>`.
  package var markdown: String {
    var text = ""
    for sheet in tables.sheets {
      text += "| \(sheet.kind.rawValue) |\n"
      for row in sheet.rows {
        text += "| |"
        for cell in row { text += cell.isEmpty ? " |" : " \(Self.markdownCell(cell)) |" }
        text += "\n"
      }
      text += "\n"
    }
    return text
  }

  /// The form as one file of comma separated values, sheet names in the first column.
  package var csv: [UInt8] {
    var records: [[String]] = []
    for sheet in tables.sheets {
      records.append([sheet.kind.rawValue])
      records += sheet.rows.map { [""] + $0 }
    }
    return CSVWriter.bytes(of: records, format: .exact)
  }

  /// The form as a workbook.
  package var workbook: WorkbookDocument {
    var heading = CellLook()
    heading.isBold = true
    heading.fill = 0xE8EEF4
    var text = CellLook(.text)
    text.wraps = true
    let sheets = tables.sheets.map { table in
      var sheet = WorkbookSheet(name: table.kind.rawValue)
      sheet.frozenRows = 1
      sheet.columns = (table.rows.first ?? []).map { header in
        let isLong = header.hasPrefix("label") || header.hasPrefix("hint")
        return WorkbookSheet.Column(width: isLong ? 40 : 18)
      }
      sheet.rows = table.rows.enumerated().map { number, row in
        row.map { cell in
          cell.isEmpty ? .blank : .text(cell, look: number == 0 ? heading : text)
        }
      }
      return sheet
    }
    return WorkbookDocument(title: title, sheets: sheets)
  }

  /// The bytes of a file in a format of text; none for a workbook.
  package func bytes(_ format: XLSFormFormat) -> [UInt8]? {
    switch format {
    case .markdown: Array(markdown.utf8)
    case .csv: csv
    case .workbook: nil
    }
  }

  /// Writes the workbook to a file that takes its name when it is complete.
  package func writeWorkbook(to path: String) throws(TableFault) {
    do throws(TabularError) {
      try workbook.write(to: path)
    } catch {
      throw .tabular(error)
    }
  }

  private static func markdownCell(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|": scalars.append(contentsOf: "\\|".unicodeScalars)
      case "\n": scalars.append(contentsOf: "<br>".unicodeScalars)
      case "\r": continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
