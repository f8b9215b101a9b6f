import SurveyModel

/// The text of a typed cell, the same in every format that people read.
struct CellText {
  /// What stands for a figure that is kept back.
  static let suppressed = "[c]"
  /// What stands where there is nothing.
  static let empty = DecimalText.nothing

  let numbers: DecimalText

  init(language: InterfaceLanguage) {
    numbers = DecimalText(language: language)
  }

  func text(of cell: Table.Cell) -> String {
    switch cell {
    case .text(let text): VisibleText.clean(text)
    case .count(let count): numbers.count(count)
    case .share(let share): numbers.percent(share)
    case .number(let number, let decimals): numbers.number(number, decimals: decimals)
    case .shareInterval(let interval): numbers.percentInterval(interval)
    case .numberInterval(let interval, let decimals):
      numbers.numberInterval(interval, decimals: decimals)
    case .verdict(let word, let tone): "\(tone.sign) \(VisibleText.clean(word))"
    case .suppressed: Self.suppressed
    case .empty: Self.empty
    }
  }

  /// The figure beside a bar.
  func text(of bar: BarChart.Bar) -> String {
    guard let value = bar.value else {
      return bar.tone == .suppressed ? Self.suppressed : Self.empty
    }
    return numbers.percent(value)
  }
}

extension Table {
  /// The cells of a row, one for each column, whatever the row holds.
  func cells(of row: Row) -> [Cell] {
    let missing = max(columns.count - row.cells.count, 0)
    return row.cells.prefix(columns.count) + Array(repeating: .empty, count: missing)
  }

  /// Whether any cell is kept back.
  var hasSuppressed: Bool {
    rows.contains { $0.cells.contains(.suppressed) }
  }
}
