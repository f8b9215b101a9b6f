import SurveyModel

/// The text of a typed cell, the same in every format that people read.
struct CellText {
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
    case .change(let change, let isShare): signed(change, isShare)
    case .changeInterval(let interval, let isShare):
      "\(signed(interval.lowerBound, isShare)) – \(signed(interval.upperBound, isShare))"
    case .pValue(let p):
      p < 0.0001
        ? "< \(numbers.number(0.0001, decimals: 4))" : numbers.number(p, decimals: 4)
    case .verdict(let word, let tone): "\(tone.sign) \(VisibleText.clean(word))"
    case .suppressed: PublicationSymbol.confidential.text
    case .withheld(let symbol): symbol.text
    case .empty: Self.empty
    }
  }

  private func signed(_ change: Double, _ isShare: Bool) -> String {
    numbers.signedPoints(isShare ? change : change / 100)
  }
}

extension Table {
  /// The cells of a row, one for each column, whatever the row holds.
  func cells(of row: Row) -> [Cell] {
    let missing = max(columns.count - row.cells.count, 0)
    return row.cells.prefix(columns.count) + Array(repeating: .empty, count: missing)
  }

  /// What its symbols mean, nil when it has none.
  func legend(in language: InterfaceLanguage) -> String? {
    var used: Set<PublicationSymbol> = []
    for cell in rows.flatMap(\.cells) {
      switch cell {
      case .suppressed: used.insert(.confidential)
      case .withheld(let symbol): used.insert(symbol)
      default: break
      }
    }
    guard !used.isEmpty else { return nil }
    return PublicationSymbol.allCases.filter(used.contains)
      .map { "\($0.text): \($0.text(in: language))" }
      .joined(separator: "; ") + "."
  }
}
