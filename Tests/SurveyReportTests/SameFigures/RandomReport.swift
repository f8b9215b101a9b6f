import SurveyModel

@testable import SurveyReport

/// A report of any blocks, cells and charts, from a seed.
struct RandomReport {
  private static let words = [
    "hài", "lòng", "xã", "a|b", "<td>", "=1+1", "+2", "-3,5", "@SUM(A1)", "\"x\"", "&amp;", "*z*",
    "_y_", "[c]", "\\", "`q`", "82,5%", "{{a}}", "'", "1.", "~", "_x0041_", "$1$", "a\tb",
    "é\u{301}",
  ]

  private var dice: Dice
  private var captions = 0
  private let language: InterfaceLanguage

  init(seed: Int) {
    dice = Dice(seed)
    language = seed.isMultiple(of: 2) ? .vietnamese : .english
  }

  mutating func make() -> Report {
    var blocks: [Report.Block] = []
    for _ in 0...dice.below(8) { blocks += block() }
    return Report(
      language: language,
      title: text(),
      subtitle: (0..<dice.below(3)).map { _ in text() },
      letterhead: dice.once(in: 3) ? SampleCharts.letterhead(language) : nil,
      blocks: blocks
    )
  }

  private mutating func block() -> [Report.Block] {
    switch dice.below(9) {
    case 0: [.heading(text(), level: dice.below(4))]
    case 1: [.paragraph(text()), .note(text())]
    case 2: [.appendix(text())]
    case 3:
      [
        .verdict(
          Report.VerdictBlock(
            word: text(),
            tone: dice.pick(Report.VerdictBlock.Tone.all),
            sentence: text(),
            reasons: [text()],
            details: dice.once(in: 2) ? [] : [text()]
          )
        )
      ]
    case 4, 5, 6: [.table(table()), .note(text())]
    case 7: [.chart(chart())]
    default: doubled()
    }
  }

  /// A chart beside the table that tells the same.
  private mutating func doubled() -> [Report.Block] {
    let chart = chart()
    let table = ChartTable(language: language).table(of: chart)
    return dice.once(in: 2) ? [.table(table), .chart(chart)] : [.chart(chart), .table(table)]
  }

  private mutating func table() -> Table {
    let columns = (0...dice.below(6)).map { place in
      Table.Column("\(text()) \(place)", dice.once(in: 2) ? .leading : .trailing)
    }
    let rows = (0..<dice.below(10)).map { _ -> Table.Row in
      if dice.once(in: 8) { return .heading(text(), columns: columns.count) }
      var cells: [Table.Cell] = [.text(text())]
      // Now and then a row is too short or too long.
      let count = columns.count - 1 + (dice.once(in: 10) ? dice.below(3) - 1 : 0)
      for _ in 0..<max(count, 0) { cells.append(cell()) }
      return Table.Row(cells, indent: dice.below(4), isTotal: dice.once(in: 6))
    }
    return Table(caption: caption(), columns: columns, rows: rows)
  }

  private mutating func cell() -> Table.Cell {
    switch dice.below(15) {
    case 0: .text(text())
    case 1: .count(dice.once(in: 3) ? dice.below(5) : dice.below(30_000_000))
    case 2, 3, 4: .share(share())
    case 5: .number(number(), decimals: dice.below(5))
    case 6: .shareInterval(interval(share(), share()))
    case 7: .numberInterval(interval(number(), number()), decimals: dice.below(4))
    case 11: .change(share() - share(), isShare: true)
    case 12: .change(number(), isShare: false)
    case 13: .pValue(share())
    case 14:
      .changeInterval(interval(share() - 0.5, share() - 0.5), isShare: dice.once(in: 2))
    case 8: .verdict(word: text(), tone: dice.pick(Report.VerdictBlock.Tone.all))
    case 9: .suppressed
    case 10: .withheld(dice.pick(PublicationSymbol.allCases))
    default: dice.once(in: 2) ? .empty : .share(.nan)
    }
  }

  private func interval(_ one: Double, _ other: Double) -> ClosedRange<Double> {
    min(one, other)...max(one, other)
  }

  /// Any share, often one that lies on or just below a tie.
  private mutating func share() -> Double {
    switch dice.below(6) {
    case 0: Double(dice.below(20_001)) / 20_000
    case 1: Double(dice.below(2_001)) / 2_000 - 1e-12
    case 2: (Double(dice.below(10_000)) + 0.5) / 10_000 * (1 - 4e-10)
    case 3: Double(dice.below(101)) / Double(1 + dice.below(100) + 100)
    case 4: dice.pick([0, 1, 1e-9, 0.00005, 0.99995, 0.005, 1e-300, 1.0049999999999999])
    default: Double.random(in: 0...1, using: &dice)
    }
  }

  private mutating func number() -> Double {
    switch dice.below(6) {
    case 0: Double(dice.below(20_001) - 10_000) / 2_000
    case 1: dice.pick([2.675, 1.005, -0.0004, 0, -2.5, 12_345_678.125, 1e12, 4.35, 1e16, 1e300])
    case 2: (Double(dice.below(1_000)) + 0.5) / 100 * (1 - 3e-10)
    case 3: -Double.random(in: 0...100, using: &dice)
    default: Double.random(in: 0...5000, using: &dice)
    }
  }

  private mutating func chart() -> Chart {
    let target: Double? = dice.once(in: 2) ? 0.8 : nil
    let unit: ChartUnit = dice.once(in: 3) ? .index : .share
    switch dice.below(5) {
    case 0:
      return .bars(
        BarChart(
          caption: caption(),
          bars: (0..<dice.below(6)).map { _ in
            let value: Double? = dice.once(in: 5) ? nil : share()
            return BarChart.Bar(
              label: text(),
              value: value,
              interval: value.map { interval($0, 0.5) },
              count: value == nil ? nil : dice.below(5000),
              tone: dice.once(in: 2) ? dice.pick(Report.VerdictBlock.Tone.all) : nil,
              symbol: value == nil ? .confidential : nil,
              isTotal: dice.once(in: 4)
            )
          },
          target: target,
          unit: unit
        )
      )
    case 1:
      let levels = (0..<2 + dice.below(4)).map {
        LevelChart.Level(label: text(), isPositive: $0 > 1)
      }
      let rows = (0..<dice.below(5)).map { _ in
        LevelChart.Row(
          label: text(),
          shares: dice.once(in: 4) ? [] : levels.map { _ in share() },
          count: dice.below(900),
          symbol: .unreliable
        )
      }
      return .levels(LevelChart(caption: caption(), levels: levels, rows: rows))
    case 2:
      let times = (0..<dice.below(6)).map { "\(2019 + $0)" }
      let lines = (0..<1 + dice.below(3)).map { _ in
        let points = times.map { _ -> TrendChart.Point in
          let value: Double? = dice.once(in: 5) ? nil : share()
          let ends = value.map { interval($0, 0.5) }
          return TrendChart.Point(
            value: value,
            interval: dice.once(in: 2) ? ends : nil,
            symbol: value == nil ? .confidential : nil
          )
        }
        return TrendChart.Line(label: text(), points: points)
      }
      let breaks = dice.once(in: 2) ? [TrendChart.Break(before: 2, reason: text())] : []
      return .trend(
        TrendChart(
          caption: caption(),
          times: times,
          lines: lines,
          breaks: breaks,
          target: target,
          unit: unit
        )
      )
    case 3:
      let items = (0..<dice.below(5)).map { place in
        ImportanceMap.Item(
          number: place + 1,
          label: text(),
          importance: share(),
          performance: number(),
          quadrant: dice.pick(ImportanceMap.Quadrant.allCases),
          isClear: dice.once(in: 2)
        )
      }
      return .importance(
        ImportanceMap(
          caption: caption(),
          performanceTitle: text(),
          importanceTitle: text(),
          meanPerformance: 2.5,
          meanImportance: 0.4,
          items: items
        )
      )
    default:
      let areas = (0..<dice.below(3)).map { _ in
        TileMap.Area(
          title: dice.once(in: 2) ? text() : nil,
          tiles: (0..<dice.below(4)).map { _ in
            TileMap.Tile(label: text(), value: share(), count: dice.below(90), tone: .met)
          }
        )
      }
      return .tiles(TileMap(caption: caption(), areas: areas, target: target, unit: unit))
    }
  }

  /// A caption that occurs once.
  private mutating func caption() -> String {
    captions += 1
    return "Bảng \(captions). \(text())"
  }

  private mutating func text() -> String {
    (0...dice.below(4)).map { _ in dice.pick(Self.words) }.joined(separator: " ")
  }
}
