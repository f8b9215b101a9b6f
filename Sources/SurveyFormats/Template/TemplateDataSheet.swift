import SurveyModel
import Tabular

/// The sheet that is filled in: ids, labels, and a rule for every column.
struct TemplateDataSheet {
  private static let required: UInt32 = 0xFCE4D6
  private static let optional: UInt32 = 0xDDEBF7
  /// The first row to be filled in.
  private static let firstRow = 3

  private let words: TemplateWords
  private let lists: TemplateLists

  init(_ words: TemplateWords, _ lists: TemplateLists) {
    self.words = words
    self.lists = lists
  }

  /// Builds the sheet for these columns.
  func sheet(_ columns: [TemplateColumn]) -> WorkbookSheet {
    var sheet = WorkbookSheet(name: words.dataSheet)
    let labels = columns.map { $0.label(in: words.language) }
    let widths = columns.map(width)
    sheet.columns = zip(columns, widths).map { column, width in
      WorkbookSheet.Column(width: width, look: CellLook(numberLook(column)))
    }
    sheet.rows = [
      columns.map { .text($0.id, look: idLook) },
      zip(columns, labels).map { .text($1, look: labelLook($0)) },
    ]
    let lines = zip(labels, widths).map { label, width in
      (Double(label.count) * 1.15 / width).rounded(.up)
    }
    sheet.rowHeights = [nil, min(15 * max(2, lines.max() ?? 2), 180)]
    sheet.frozenRows = 2
    sheet.validations = columns.enumerated().map { place, column in
      validation(column, at: place)
    }
    return sheet
  }

  private var idLook: CellLook {
    var look = CellLook(.text)
    look.isItalic = true
    look.colour = 0x595959
    look.hasBorder = true
    return look
  }

  private func labelLook(_ column: TemplateColumn) -> CellLook {
    var look = CellLook(.text)
    look.isBold = true
    look.wraps = true
    look.hasBorder = true
    look.fill = column.question.isAlwaysRequired ? Self.required : Self.optional
    return look
  }

  /// What keeps a code or a text as it is typed.
  private func numberLook(_ column: TemplateColumn) -> CellLook.NumberLook {
    if column.choice != nil { return .general }
    switch column.question.shape {
    case .selectOne:
      let entries = column.question.entries(in: words.language)
      return entries.allSatisfy { TemplateLists.isWhole($0.code) } ? .general : .text
    case .date: return .date
    case .text: return .text
    case .integer, .decimal, .selectMultiple, .nothing, .calculate: return .general
    }
  }

  private func width(_ column: TemplateColumn) -> Double {
    let id = Double(column.id.count) * 1.1 + 2
    if column.choice != nil { return max(16, min(id, 28)) }
    switch column.question.shape {
    case .selectOne:
      let entries = column.question.entries(in: words.language)
      let longest = entries.map { $0.code.count + 3 + $0.label.count }.max() ?? 0
      return max(min(Double(longest) + 2, 36), min(id, 28), 16)
    case .text: return max(30, min(id, 36))
    case .integer, .decimal, .date, .selectMultiple, .nothing, .calculate:
      return max(14, min(id, 28))
    }
  }

  private func validation(_ column: TemplateColumn, at place: Int) -> CellValidation {
    let bounds = SimpleBounds(column.question)
    let cells = CellRange(
      CellReference(row: Self.firstRow, column: place),
      CellReference(row: CellReference.rowLimit, column: place)
    )
    var validation = CellValidation(rule(column, bounds), in: cells)
    validation.promptTitle = column.id
    validation.prompt = "\(column.label(in: words.language))\n\(words.how(column, bounds))"
    validation.errorTitle = words.errorTitle
    validation.error = "\(words.kind(column, bounds))."
    // A missing code may stand where a number or a day is wanted.
    let isList = column.question.kind.choiceList != nil
    validation.isWarning = !isList && !column.question.missing.isEmpty
    return validation
  }

  private func rule(_ column: TemplateColumn, _ bounds: SimpleBounds) -> CellValidation.Rule {
    if column.choice != nil { return .wholeNumber(from: 0, through: 1) }
    switch column.question.shape {
    case .selectOne:
      guard let range = lists.range(column.question, in: words.language) else { return .any }
      return .list(sheet: lists.sheet.name, range)
    case .integer:
      return .wholeNumber(from: bounds.least?.number, through: bounds.greatest?.number)
    case .decimal: return .decimal(from: bounds.least?.number, through: bounds.greatest?.number)
    case .date: return .date(from: day(bounds.least), through: day(bounds.greatest))
    case .text, .selectMultiple, .nothing, .calculate: return .any
    }
  }

  private func day(_ limit: SimpleBounds.Limit?) -> CellValidation.Day? {
    switch limit {
    case .today: .today
    case .date(let date) where date.year >= 1900:
      .date(year: date.year, month: date.month, day: date.day)
    case .date, .number, nil: nil
    }
  }
}
