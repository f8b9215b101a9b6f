import SurveyModel
import Tabular

/// The first sheet: what the report is, its verdicts, and links to its tables.
struct SheetContents {
  private static let widths = [36.0, 90]

  let report: Report
  let verdicts: [Report.VerdictBlock]
  /// The sheets with their captions.
  let sheets: [(name: String, caption: String)]

  /// Its name in the language of the report.
  static func name(in language: InterfaceLanguage) -> String {
    language.choose("Mục lục", "Contents")
  }

  func sheet() -> WorkbookSheet {
    let language = report.language
    var sheet = WorkbookSheet(name: Self.name(in: language))
    sheet.columns = Self.widths.map { WorkbookSheet.Column(width: $0) }
    let title = SheetText.cell(report.title)
    sheet.rows.append([.text(title, look: SheetLook.title)])
    let columns = Int(Self.widths.reduce(0, +) / 1.38)
    let lines = ColumnWidth.lines(of: title, width: columns).count
    sheet.rowHeights.append(Double(lines) * 19 + 3)
    sheet.merges.append(range(of: sheet.rows.count))
    for line in report.subtitle {
      sheet.rows.append([.text(SheetText.cell(line))])
    }
    if !verdicts.isEmpty {
      chapter(language.choose("Kết luận về chỉ tiêu", "Verdicts on the targets"), &sheet)
      for verdict in verdicts {
        let word = SheetText.cell("\(verdict.tone.sign) \(verdict.word)")
        sheet.rows.append([
          .text(word, look: SheetLook.verdict(verdict.tone)),
          .text(SheetText.cell(verdict.sentence), look: SheetLook.text),
        ])
      }
    }
    chapter(language.choose("Các bảng và biểu đồ", "Tables and charts"), &sheet)
    for (name, caption) in sheets {
      var cells = [
        WorkbookCell.text(name, look: SheetLook.link),
        WorkbookCell.text(SheetText.cell(caption), look: SheetLook.text),
      ]
      cells[0].link = name
      sheet.rows.append(cells)
    }
    sheet.rows.append([])
    let note = language.choose(
      "Ô số chứa số chưa làm tròn; số hiện ra được làm tròn nửa lên như trong báo cáo.",
      "Cells hold numbers that are not rounded; what they show is rounded half up, as in the report."
    )
    sheet.rows.append([.text(note, look: SheetLook.note)])
    sheet.merges.append(range(of: sheet.rows.count))
    if let manifest = report.manifest {
      sheet.rows.append([.text(manifest.line, look: SheetLook.note)])
    }
    for row in sheet.rowHeights.count..<sheet.rows.count {
      sheet.rowHeights.append(SheetText.height(of: sheet.rows[row], widths: Self.widths))
    }
    sheet.isLandscape = true
    sheet.isLongDocument = true
    return sheet
  }

  private func chapter(_ title: String, _ sheet: inout WorkbookSheet) {
    sheet.rows.append([])
    sheet.rows.append([
      .text(title, look: SheetLook.chapter), WorkbookCell(.blank, look: SheetLook.chapter),
    ])
  }

  private func range(of row: Int) -> CellRange {
    CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: 1))
  }
}
