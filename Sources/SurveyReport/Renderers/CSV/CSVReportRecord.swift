import SurveyStatistics

/// One record of the long file: one cell of a table, or one verdict.
struct CSVReportRecord {
  let report: String
  var block = ""
  var table: Int?
  var caption = ""
  var row: Int?
  var label = ""
  var indent = 0
  var isTotal = false
  var column = ""
  var kind = ""
  var value = ""
  var lower = ""
  var upper = ""
  var verdict = ""
  var text = ""
  var symbol = ""

  init(report: String) { self.report = report }

  /// The cells in the order of the columns.
  var cells: [String] {
    [
      report, block, table.map { String($0) } ?? "", caption, row.map { String($0) } ?? "", label,
      String(indent), isTotal ? "1" : "0", column, kind, value, lower, upper, verdict, text, symbol,
    ]
  }

  /// Takes what a cell of a table tells.
  mutating func fill(_ cell: Table.Cell, _ cellText: CellText) {
    text = cellText.text(of: cell)
    switch cell {
    case .text: kind = "text"
    case .count(let count):
      kind = "count"
      value = String(count)
    case .share(let share):
      kind = "share"
      value = Self.digits(share)
    case .number(let number, _):
      kind = "number"
      value = Self.digits(number)
    case .shareInterval(let interval):
      kind = "share-interval"
      fill(interval)
    case .numberInterval(let interval, _):
      kind = "number-interval"
      fill(interval)
    case .change(let change, let isShare):
      kind = isShare ? "share-change" : "change"
      value = Self.digits(change)
    case .changeInterval(let interval, let isShare):
      kind = isShare ? "share-change-interval" : "change-interval"
      fill(interval)
    case .pValue(let p):
      kind = "p-value"
      value = Self.digits(p)
    case .verdict(_, let tone):
      kind = "verdict"
      verdict = tone.rawValue
    case .suppressed:
      kind = "suppressed"
      symbol = PublicationSymbol.confidential.text
    case .withheld(let mark):
      kind = "suppressed"
      symbol = mark.text
    case .empty: kind = "empty"
    }
  }

  /// Takes a target's verdict with the figure and the bounds that decided it.
  mutating func fill(
    _ block: Report.VerdictBlock,
    _ cellText: CellText,
    hasShownDigits: Bool
  ) {
    fill(.verdict(word: block.word, tone: block.tone), cellText)
    if let count = block.count { value = count.value.map(Self.digits) ?? "" }
    guard let evidence = block.evidence else { return }
    func digits(_ value: Double?) -> String {
      value.map { Self.digits(hasShownDigits ? ShownDigits.rounded($0) : $0) } ?? ""
    }
    value = digits(evidence.value)
    lower = digits(evidence.decision?.lowerBound)
    upper = digits(evidence.decision?.upperBound)
    symbol = evidence.suppression?.text ?? ""
  }

  private mutating func fill(_ interval: ClosedRange<Double>) {
    lower = Self.digits(interval.lowerBound)
    upper = Self.digits(interval.upperBound)
  }

  /// All digits of a number, the shortest text that reads back; nothing of what is no number.
  private static func digits(_ value: Double) -> String {
    value.isFinite ? JSONText.number(value) : ""
  }
}
