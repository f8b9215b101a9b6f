import SurveyModel
import Tabular

/// The hidden sheet that holds what can be chosen: one column for each list.
///
/// Lists stand in cells because those inside a rule may have 255 characters at most. Below the
/// texts stand the bare codes, so that typing a code is no mistake.
struct TemplateLists {
  let sheet: WorkbookSheet
  private let places: [[String]: CellRange]

  init(_ columns: [TemplateColumn], _ words: TemplateWords) {
    var lists: [[String]] = []
    var places: [[String]: CellRange] = [:]
    var cells: [[WorkbookCell]] = []
    for column in columns where column.choice == nil && column.question.kind.choiceList != nil {
      let entries = column.question.entries(in: words.language)
      let texts = Self.texts(entries)
      guard places[texts] == nil, !texts.isEmpty else { continue }
      let isWhole = entries.allSatisfy { Self.isWhole($0.code) }
      let codes = entries.map { entry -> WorkbookCell in
        guard isWhole, let number = Int(entry.code) else { return .text(entry.code) }
        return WorkbookCell(.number(Double(number)))
      }
      let first = CellReference(row: 2, column: lists.count)
      let last = CellReference(row: 1 + texts.count + codes.count, column: lists.count)
      places[texts] = CellRange(first, last)
      lists.append(texts)
      let title = column.question.kind.choiceList?.id ?? column.question.id
      cells.append([WorkbookCell.text(title)] + texts.map { .text($0) } + codes)
    }
    self.places = places
    var sheet = WorkbookSheet(name: words.listSheet)
    sheet.isHidden = true
    sheet.columns = lists.map { _ in WorkbookSheet.Column(width: 40) }
    for row in 0..<(cells.map(\.count).max() ?? 0) {
      sheet.rows.append(cells.map { row < $0.count ? $0[row] : .blank })
    }
    self.sheet = sheet
  }

  /// Where the list of a question stands.
  func range(_ question: Question, in language: InterfaceLanguage) -> CellRange? {
    places[Self.texts(question.entries(in: language))]
  }

  /// What a list shows: `4 - Hài lòng`.
  private static func texts(_ entries: [(code: String, label: String)]) -> [String] {
    entries.map { "\($0.code) - \($0.label)" }
  }

  /// Whether a code comes back the same when Excel takes it for a number.
  static func isWhole(_ code: String) -> Bool {
    guard let number = NumberText.parseInteger(code), number.magnitude < 1_000_000_000 else {
      return false
    }
    return String(number) == code
  }
}
