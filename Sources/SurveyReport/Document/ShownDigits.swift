/// Figures without the digits that no page shows.
///
/// A mean with all its digits tells which fractions it is made of, and so may tell what stands behind a
/// figure that is kept back. Up to one, numbers have the four decimals of a percentage with two, else
/// two.
enum ShownDigits {
  /// The number that a page shows, as its nearest binary number.
  static func rounded(_ value: Double) -> Double {
    value.magnitude <= 1 ? share(value) : shown(value, hundredths: 100)
  }

  /// The share that a page shows.
  static func share(_ value: Double) -> Double { shown(value * 100, hundredths: 10_000) }

  static func rounded(_ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = rounded(interval.lowerBound)
    return low...max(low, rounded(interval.upperBound))
  }

  static func share(_ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = share(interval.lowerBound)
    return low...max(low, share(interval.upperBound))
  }

  private static func shown(_ value: Double, hundredths: Double) -> Double {
    guard let digits = DecimalRounding.digits(of: value.magnitude, decimals: 2),
      let units = Int(digits.whole + digits.fraction)
    else { return value * 100 / hundredths }
    return (value < 0 ? -1 : 1) * Double(units) / hundredths
  }
}

extension Report {
  /// The same report with the digits that its pages show, in its files as well.
  func withShownDigits() -> Report {
    var report = Report(
      language: language,
      title: title,
      subtitle: subtitle,
      letterhead: letterhead,
      blocks: blocks.map(\.withShownDigits)
    )
    report.manifest = manifest
    report.estimates = estimates
    report.hasShownDigits = true
    return report
  }
}

extension Report.Block {
  fileprivate var withShownDigits: Self {
    switch self {
    // What verdicts and estimates rest on is rounded by the files that hold it.
    case .heading, .paragraph, .note, .appendix, .verdict: self
    case .table(let table):
      .table(
        Table(
          caption: table.caption,
          columns: table.columns,
          rows: table.rows.map { row in
            Table.Row(
              row.cells.map(\.withShownDigits),
              indent: row.indent,
              isTotal: row.isTotal
            )
          },
          isListed: table.isListed
        )
      )
    case .chart(let chart): .chart(chart.withShownDigits)
    }
  }
}

extension Table.Cell {
  fileprivate var withShownDigits: Self {
    switch self {
    case .share(let share): .share(ShownDigits.share(share))
    case .number(let number, let decimals):
      .number(ShownDigits.rounded(number), decimals: decimals)
    case .shareInterval(let ends): .shareInterval(ShownDigits.share(ends))
    case .numberInterval(let ends, let decimals):
      .numberInterval(ShownDigits.rounded(ends), decimals: decimals)
    case .change(let change, let isShare):
      .change(isShare ? ShownDigits.share(change) : ShownDigits.rounded(change), isShare: isShare)
    case .changeInterval(let ends, let isShare):
      .changeInterval(
        isShare ? ShownDigits.share(ends) : ShownDigits.rounded(ends),
        isShare: isShare
      )
    // One that is near 0 is never shown as 0.
    case .pValue(let p): .pValue(p < 0.0001 ? min(p, 0.000_05) : ShownDigits.share(p))
    case .text, .count, .verdict, .suppressed, .withheld, .empty: self
    }
  }
}

extension Chart {
  fileprivate var withShownDigits: Self {
    switch self {
    case .bars(let chart):
      .bars(
        BarChart(
          caption: chart.caption,
          bars: chart.bars.map { bar in
            BarChart.Bar(
              label: bar.label,
              group: bar.group,
              value: bar.value.map(ShownDigits.share),
              interval: bar.interval.map(ShownDigits.share),
              count: bar.count,
              tone: bar.tone,
              symbol: bar.symbol,
              isTotal: bar.isTotal
            )
          },
          target: chart.target,
          unit: chart.unit
        )
      )
    case .levels(let chart):
      .levels(
        LevelChart(
          caption: chart.caption,
          levels: chart.levels,
          rows: chart.rows.map { row in
            LevelChart.Row(
              label: row.label,
              shares: row.shares.map(ShownDigits.share),
              count: row.count,
              symbol: row.symbol
            )
          }
        )
      )
    case .trend(let chart):
      .trend(
        TrendChart(
          caption: chart.caption,
          times: chart.times,
          lines: chart.lines.map { line in
            TrendChart.Line(
              label: line.label,
              points: line.points.map { point in
                TrendChart.Point(
                  value: point.value.map(ShownDigits.share),
                  interval: point.interval.map(ShownDigits.share),
                  symbol: point.symbol
                )
              }
            )
          },
          breaks: chart.breaks,
          target: chart.target,
          unit: chart.unit
        )
      )
    case .importance(let map):
      .importance(
        ImportanceMap(
          caption: map.caption,
          performanceTitle: map.performanceTitle,
          importanceTitle: map.importanceTitle,
          meanPerformance: ShownDigits.rounded(map.meanPerformance),
          meanImportance: ShownDigits.rounded(map.meanImportance),
          items: map.items.map { item in
            ImportanceMap.Item(
              number: item.number,
              label: item.label,
              importance: ShownDigits.rounded(item.importance),
              performance: ShownDigits.rounded(item.performance),
              quadrant: item.quadrant,
              isClear: item.isClear
            )
          }
        )
      )
    case .tiles(let map):
      .tiles(
        TileMap(
          caption: map.caption,
          areas: map.areas.map { area in
            TileMap.Area(
              title: area.title,
              tiles: area.tiles.map { tile in
                TileMap.Tile(
                  label: tile.label,
                  value: tile.value.map(ShownDigits.share),
                  count: tile.count,
                  tone: tile.tone,
                  symbol: tile.symbol
                )
              }
            )
          },
          target: map.target,
          unit: map.unit
        )
      )
    }
  }
}

extension JSONValue {
  /// The same with the digits that pages show.
  var withShownDigits: JSONValue {
    switch self {
    case .number(let number): .number(ShownDigits.rounded(number))
    case .object(let members): .object(members.map { ($0.0, $0.1.withShownDigits) })
    case .array(let values): .array(values.map(\.withShownDigits))
    case .string, .integer, .bool, .null: self
    }
  }
}
