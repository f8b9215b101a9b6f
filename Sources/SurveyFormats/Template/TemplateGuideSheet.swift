import SurveyModel
import Tabular

/// The sheet that explains every column, with all codes.
struct TemplateGuideSheet {
  private static let widths: [Double] = [24, 60, 40, 22, 50]

  private let words: TemplateWords

  init(_ words: TemplateWords) { self.words = words }

  /// Builds the sheet.
  func sheet(_ questionnaire: Questionnaire, _ columns: [TemplateColumn]) -> WorkbookSheet {
    var sheet = WorkbookSheet(name: words.guideSheet)
    sheet.columns = Self.widths.map { WorkbookSheet.Column(width: $0) }
    sheet.isLandscape = true
    let title = questionnaire.title.text(in: words.language)
    sheet.rows = [[.text(title, look: bold)]] + words.guide.map { [.text($0)] } + [[]]
    sheet.rows.append(words.guideHeadings.map { .text($0, look: heading) })
    let ofQuestion = Dictionary(grouping: columns, by: \.index)
    var section: Int?
    for (index, question) in questionnaire.questions.enumerated() {
      guard let own = ofQuestion[index], let first = own.first else { continue }
      let present = questionnaire.sectionOfQuestion[index]
      if section != present {
        section = present
        let title = questionnaire.sections[present].title.text(in: words.language)
        sheet.rows.append(
          [.text(title, look: heading)] + Array(repeating: .init(.blank, look: heading), count: 4)
        )
      }
      sheet.rows += rows(question, first, own)
    }
    sheet.rowHeights = sheet.rows.map(height)
    return sheet
  }

  /// Room for all lines of a row's wrapped cells; not every program sees to it by itself.
  private func height(_ row: [WorkbookCell]) -> Double? {
    let lines = zip(row, Self.widths).map { cell, width -> Double in
      guard case .text(let text) = cell.content, cell.look.wraps else { return 1 }
      return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
        sum + max(1, (Double(line.count) / width).rounded(.up))
      }
    }
    return lines.max().flatMap { $0 > 1 ? $0 * 15 : nil }
  }

  /// A question with its options below it.
  private func rows(
    _ question: Question,
    _ first: TemplateColumn,
    _ columns: [TemplateColumn]
  ) -> [[WorkbookCell]] {
    let how = [words.how(first, SimpleBounds(question))] + words.conditions(question)
    let head: [WorkbookCell] = [
      .text(question.id, look: cell), .text(question.label.text(in: words.language), look: cell),
      .text(how.joined(separator: "\n"), look: cell),
    ]
    let codes: [[WorkbookCell]]
    if first.choice == nil {
      codes = question.entries(in: words.language).map { entry in
        [.text(entry.code, look: cell), .text(entry.label, look: cell)]
      }
    } else {
      codes = columns.map { column in
        let label = column.choice?.label.text(in: words.language) ?? ""
        return [.text(column.id, look: cell), .text(label, look: cell)]
      }
    }
    let blank = Array(repeating: WorkbookCell(.blank, look: cell), count: 3)
    let top = codes.first ?? Array(blank.prefix(2))
    return [head + top] + codes.dropFirst().map { blank + $0 }
  }

  private var bold: CellLook {
    var look = CellLook()
    look.isBold = true
    return look
  }

  private var heading: CellLook {
    var look = bold
    look.fill = 0xE7E6E6
    look.hasBorder = true
    return look
  }

  private var cell: CellLook {
    var look = CellLook()
    look.wraps = true
    look.hasBorder = true
    return look
  }
}
