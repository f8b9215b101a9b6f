import SurveyModel
import Tabular

/// A table as rows of cells; the ends of intervals are numbers in columns of their own.
struct SheetTable {
  /// The widest column of labels and of other texts, in digits.
  private static let labelWidth = 56
  private static let textWidth = 44

  let table: Table
  let language: InterfaceLanguage
  /// The first column of the sheet for each column of the table.
  let places: [Int]
  /// The number of columns of the sheet.
  let width: Int
  private let isSplit: [Bool]

  init(_ table: Table, language: InterfaceLanguage) {
    self.table = table
    self.language = language
    var isSplit = [Bool](repeating: false, count: table.columns.count)
    for row in table.rows {
      for (column, cell) in row.cells.prefix(isSplit.count).enumerated() where cell.isInterval {
        isSplit[column] = true
      }
    }
    self.isSplit = isSplit
    var places: [Int] = []
    var next = 0
    for column in table.columns.indices {
      places.append(next)
      next += isSplit[column] ? 2 : 1
    }
    self.places = places
    width = next
  }

  /// The row of the titles.
  var head: [WorkbookCell] {
    table.columns.enumerated().flatMap { place, column -> [WorkbookCell] in
      let isTrailing = place > 0 && column.alignment == .trailing
      let look = SheetLook.head(column: place, isTrailing: isTrailing)
      return titles(of: place).map { .text(SheetText.cell($0), look: look) }
    }
  }

  /// The titles over the one or two columns of the sheet for a column of the table.
  private func titles(of column: Int) -> [String] {
    let title = table.columns[column].title
    guard isSplit[column] else { return [title] }
    return [
      language.choose("\(title): cận dưới", "\(title): lower bound"),
      language.choose("\(title): cận trên", "\(title): upper bound"),
    ]
  }

  /// The rows below.
  var rows: [[WorkbookCell]] { table.rows.map(cells) }

  /// How wide the columns should be, in digits.
  var widths: [Double] {
    let shown = CellText(language: language)
    var widths: [Double] = []
    for column in table.columns.indices {
      var widest = 0
      var hasText = false
      for row in table.rows where row.cells.indices.contains(column) && !row.isHeading {
        let cell = row.cells[column]
        if case .text = cell { hasText = true }
        let half = isSplit[column] && cell.isInterval ? 2 : 1
        widest = max(
          widest,
          ColumnWidth.of(shown.text(of: cell)) / half + min(max(row.indent, 0), 4)
        )
      }
      // A title has up to three lines, in bold letters.
      let title = titles(of: column).max { ColumnWidth.of($0) < ColumnWidth.of($1) } ?? ""
      let heading = max(ColumnWidth.longestWord(of: title), (ColumnWidth.of(title) + 2) / 3) + 1
      let limit = column == 0 ? Self.labelWidth : hasText ? Self.textWidth : 30
      let width = Double(min(max(widest, min(heading, 24), column == 0 ? 20 : 9), limit)) + 2
      widths += [Double](repeating: width, count: isSplit[column] ? 2 : 1)
    }
    return widths
  }

  private func cells(of row: Table.Row) -> [WorkbookCell] {
    var result: [WorkbookCell] = []
    for (column, cell) in table.cells(of: row).enumerated() {
      let pair = ends(of: cell, isSplit: isSplit[column], isHeading: row.isHeading)
      for var end in pair {
        let isTrailing = table.columns[column].alignment == .trailing
        end.look = SheetLook.cell(end.look, of: row, column: column, isTrailing: isTrailing)
        if column == 0, !row.isHeading { end.look.wraps = true }
        result.append(end)
      }
    }
    return result
  }

  /// One cell, or two where the column is split.
  private func ends(of cell: Table.Cell, isSplit: Bool, isHeading: Bool) -> [WorkbookCell] {
    let number = SheetNumber(language: language)
    let shown = SheetText.cell(CellText(language: language).text(of: cell))
    switch cell {
    case .shareInterval(let interval):
      return [number.share(interval.lowerBound), number.share(interval.upperBound)]
    case .numberInterval(let interval, let decimals):
      return [interval.lowerBound, interval.upperBound].map {
        number.number($0, decimals: decimals)
      }
    case .changeInterval(let interval, let isShare):
      return [interval.lowerBound, interval.upperBound].map {
        number.change($0, isShare: isShare)
      }
    case .suppressed, .withheld, .empty:
      let one = WorkbookCell.text(shown, look: SheetLook.symbol)
      return isSplit ? [one, one] : [one]
    case .text: return one(.text(shown, look: isHeading ? CellLook() : SheetLook.text), isSplit)
    case .count(let count): return one(number.count(count), isSplit)
    case .share(let share): return one(number.share(share), isSplit)
    case .change(let change, let isShare):
      return one(number.change(change, isShare: isShare), isSplit)
    case .pValue(let p):
      // A number would be shown as 0.
      let cell = p < 0.0001 ? WorkbookCell.text(shown) : number.number(p, decimals: 4)
      return one(cell, isSplit)
    case .number(let value, let decimals):
      return one(number.number(value, decimals: decimals), isSplit)
    case .verdict(_, let tone): return one(.text(shown, look: SheetLook.verdict(tone)), isSplit)
    }
  }

  private func one(_ cell: WorkbookCell, _ isSplit: Bool) -> [WorkbookCell] {
    isSplit ? [cell, WorkbookCell(.blank, look: cell.look)] : [cell]
  }
}

extension Table.Cell {
  /// Whether it has two ends.
  var isInterval: Bool {
    switch self {
    case .shareInterval, .numberInterval, .changeInterval: true
    default: false
    }
  }
}
