import SurveyModel
import Tabular

/// The figures of a chart in the shape that a spreadsheet draws them from: what is drawn stands in
/// columns, the target too.
struct DrawnTable {
  /// The figures.
  let table: Table
  /// The columns that are drawn.
  let drawn: [Int]
  /// The column of the target.
  let target: Int?

  init(_ chart: Chart, language: InterfaceLanguage) {
    let tables = ChartTable(language: language)
    switch chart {
    case .bars(let chart):
      let bare = BarChart(
        caption: chart.caption,
        bars: chart.bars,
        target: nil,
        unit: chart.unit
      )
      let target = chart.target.map(chart.unit.cell)
      (table, self.target) = Self.table(tables.table(of: bare), target: target, tables)
      drawn = [1]
    case .levels(let chart):
      table = tables.table(of: chart)
      drawn = chart.levels.indices.map { $0 + 1 }
      target = nil
    case .trend(let chart):
      (table, target) = Self.table(of: chart, tables)
      var places: [Int] = []
      var next = 1
      for line in chart.lines {
        places.append(next)
        next += line.hasIntervals ? 2 : 1
      }
      drawn = places
    case .importance(let map):
      table = tables.table(of: map)
      drawn = [1, 2]
      target = nil
    case .tiles(let map):
      let bare = TileMap(caption: map.caption, areas: map.areas, target: nil, unit: map.unit)
      let target = map.target.map(map.unit.cell)
      (table, self.target) = Self.table(tables.table(of: bare), target: target, tables)
      drawn = [1]
    }
  }

  /// A table with a column of the target behind the others, and the place of that column.
  private static func table(
    _ table: Table,
    target: Table.Cell?,
    _ tables: ChartTable
  ) -> (Table, Int?) {
    guard let target else { return (table, nil) }
    let rows = table.rows.map { row in
      let end: Table.Cell = row.isHeading ? .text("") : target
      return Table.Row(table.cells(of: row) + [end], indent: row.indent, isTotal: row.isTotal)
    }
    let column = Table.Column(tables.words(.target), .trailing)
    return (
      Table(caption: table.caption, columns: table.columns + [column], rows: rows),
      table.columns.count
    )
  }

  /// A row for each time; where nothing may be joined the cells are empty, and a column behind them
  /// says why: a text among the figures would be drawn as 0.
  private static func table(of chart: TrendChart, _ tables: ChartTable) -> (Table, Int?) {
    let bare = TrendChart(
      caption: chart.caption,
      times: chart.times,
      lines: chart.lines,
      unit: chart.unit
    )
    let base = tables.table(of: bare)
    let end: [Table.Cell] = chart.target.map { [chart.unit.cell($0)] } ?? []
    var rows: [(cells: [Table.Cell], remark: String)] = []
    for (place, row) in base.rows.enumerated() {
      for gap in chart.breaks where gap.before == place {
        let blank = Array(repeating: Table.Cell.text(""), count: base.columns.count - 1 + end.count)
        rows.append(([.text("//")] + blank, gap.reason))
      }
      var remarks: [String] = []
      let cells = zip(base.columns, base.cells(of: row)).map { column, cell -> Table.Cell in
        switch cell {
        case .withheld(let symbol):
          remarks.append("\(column.title): \(symbol.text)")
          return .text("")
        case .suppressed, .empty: return .text("")
        default: return cell
        }
      }
      rows.append((cells + end, remarks.joined(separator: "; ")))
    }
    var columns = base.columns
    if chart.target != nil { columns.append(Table.Column(tables.words(.target), .trailing)) }
    let hasRemarks = rows.contains { !$0.remark.isEmpty }
    if hasRemarks { columns.append(Table.Column(tables.words(.remark))) }
    let table = Table(
      caption: chart.caption,
      columns: columns,
      rows: rows.map { Table.Row($0.cells + (hasRemarks ? [.text($0.remark)] : [])) }
    )
    return (table, chart.target == nil ? nil : base.columns.count)
  }
}
