import Foundation
import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct ChartDrawingTests {
  static let layouts = [ChartLayout.wide, .narrow]

  /// All charts of the samples, drawn for wide and narrow pages.
  static func drawings() -> [Drawing] {
    layouts.flatMap { layout in
      InterfaceLanguage.allCases.flatMap { language in
        (SmallCharts.all(language) + LongCharts.all).flatMap {
          ChartDrawing(language: language, layout: layout).drawings(of: $0)
        }
      }
    }
  }

  private static func labels(of drawing: Drawing) -> [Drawing.Label] {
    drawing.shapes.compactMap { shape in
      if case .label(let label) = shape { label } else { nil }
    }
  }

  @Test func `no label leaves its drawing or meets another`() {
    for drawing in Self.drawings() {
      let whole = Drawing.Box(left: 0, top: 0, right: drawing.width, bottom: drawing.height)
      let labels = Self.labels(of: drawing)
      for (index, label) in labels.enumerated() {
        #expect(label.box.lies(in: whole), "\(label.text) in \(drawing.title)")
        for other in labels[..<index] where other.box.meets(label.box) {
          Issue.record("\(label.text) meets \(other.text) in \(drawing.title), \(drawing.width)")
        }
      }
    }
  }

  @Test func `text is readable on what lies below it`() {
    for drawing in Self.drawings() {
      for (index, shape) in drawing.shapes.enumerated() {
        guard case .label(let label) = shape else { continue }
        let below = drawing.shapes[..<index].last { $0.filledBox?.meets(label.box) == true }
        switch below?.fill {
        case .hatched: Issue.record("\(label.text) stands on marks in \(drawing.title)")
        case .plain(let colour):
          #expect(Contrast.ratio(label.colour.value, colour.value) >= 4.5, "\(label.text)")
        case nil:
          #expect(Contrast.ratio(label.colour.value, 0xFFFFFF) >= 4.5, "\(label.text)")
        }
      }
    }
  }

  @Test func `every format can write the shapes`() {
    for drawing in Self.drawings() {
      #expect(!drawing.title.isEmpty)
      #expect(drawing.height.isFinite && drawing.height > 0)
      for shape in drawing.shapes {
        if case .rectangle(_, let width, let height, _, _) = shape {
          #expect(width >= 0 && height >= 0)
        } else if case .hatched = shape.fill {
          Issue.record("a hatch that is no rectangle in \(drawing.title)")
        }
        if case .line(let points, let stroke) = shape, stroke.isDashed {
          #expect(points.count == 2)
        }
        for point in shape.points {
          #expect(point.x >= -1 && point.x <= drawing.width + 1, "\(shape)")
          #expect(point.y >= -1 && point.y <= drawing.height + 1, "\(shape)")
        }
      }
    }
  }

  @Test func `shades of levels and steps differ in grey from their neighbours`() {
    for count in 2...7 {
      for positive in 0...count {
        let levels = (0..<count).map {
          LevelChart.Level(label: "\($0)", isPositive: $0 >= count - positive)
        }
        let shades = LevelShades.shades(of: levels)
        #expect(shades.count == count)
        for (first, second) in zip(shades, shades.dropFirst()) {
          guard case .plain(let dark) = first.fill, case .plain(let light) = second.fill else {
            #expect(first.fill != second.fill)
            continue
          }
          if positive <= 5 {
            #expect(Contrast.ratio(dark.value, light.value) > 1.2, "\(count) \(positive)")
          }
        }
      }
    }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `the description holds every figure`(language: InterfaceLanguage) {
    let numbers = DecimalText(language: language)
    for chart in SmallCharts.all(language) + LongCharts.all {
      for layout in Self.layouts {
        let text = ChartDrawing(language: language, layout: layout).drawings(of: chart)
          .map(\.description).joined(separator: " ")
        for figure in chart.shownShares {
          #expect(text.contains(numbers.percent(figure)), "\(chart.caption)")
        }
        for count in chart.shownCounts { #expect(text.contains("n = " + numbers.count(count))) }
        for label in chart.shownLabels { #expect(text.contains(label), "\(label)") }
        if case .importance(let map) = chart {
          for item in map.items {
            #expect(
              text.contains(numbers.number(item.performance, decimals: ImportanceMap.decimals))
            )
            #expect(
              text.contains(numbers.number(item.importance, decimals: ImportanceMap.decimals))
            )
          }
        }
      }
    }
  }

  @Test func `what is kept back draws nothing and is not told`() {
    for chart in SmallCharts.all(.vietnamese) {
      let drawings = Self.layouts.flatMap {
        ChartDrawing(language: .vietnamese, layout: $0).drawings(of: chart)
      }
      for drawing in drawings {
        let texts = Self.labels(of: drawing).map(\.text) + [drawing.description]
        for secret in ["45,67", "n = 4", "n = 3", "65,43", "34,56"] {
          #expect(!texts.contains { $0.contains(secret + "%") || $0.hasSuffix(secret) })
        }
      }
    }
    let hidden = BarChart.Bar(
      label: "x",
      value: 0.5,
      interval: 0.4...0.6,
      count: 9,
      symbol: .unreliable
    )
    #expect(hidden.value == nil && hidden.interval == nil && hidden.count == nil)
    let row = LevelChart.Row(label: "x", shares: [0.5, 0.5], count: 9, symbol: .confidential)
    #expect(row.shares.isEmpty && row.count == nil)
  }

  @Test func `a trend is never joined across a break or a missing figure`() {
    let points = [0.5, 0.6, nil, 0.7, 0.8, 0.9].map { TrendChart.Point(value: $0) }
    let chart = TrendChart(
      caption: "c",
      times: ["1", "2", "3", "4", "5", "6"],
      lines: [TrendChart.Line(label: "l", points: points)],
      breaks: [TrendChart.Break(before: 4, reason: "r")]
    )
    let plot = TrendPlot(chart: chart, layout: .wide, top: 0)
    let line = TrendLine(line: chart.lines[0], index: 0, plot: plot)
    #expect(line.marks.map(\.time) == [0, 1, 3, 4, 5])
    #expect(
      line.segments.map { $0.0.x } == [plot.x(of: 0), plot.x(of: 4)]
    )
    #expect(plot.x(of: 4) - plot.x(of: 3) > plot.x(of: 1) - plot.x(of: 0) + 20)
  }

  @Test func `long charts are parted into drawings of about the same height`() {
    let chart = Chart.levels(LongCharts.levels)
    let drawings = ChartDrawing(language: .vietnamese, layout: .wide).drawings(of: chart)
    #expect(drawings.count > 2)
    let heights = drawings.map(\.height)
    #expect((heights.max() ?? 0) - (heights.min() ?? 0) < 120)
    #expect(ChartPages.runs(of: [], maximum: 10).isEmpty)
    #expect(ChartPages.runs(of: [50, 4, 4, 4], maximum: 10) == [0..<1, 1..<3, 3..<4])
    let rows = Array(repeating: 1.0, count: 12)
    #expect(ChartPages.runs(of: rows, maximum: 8) == [0..<6, 6..<12])
    #expect(ChartPages.runs(of: rows, maximum: 8, starts: [1, 5, 8]) == [0..<5, 5..<12])
    #expect(ChartPages.runs(of: rows, maximum: 8, starts: [2, 10]) == [0..<6, 6..<12])
  }

  @Test func `figures that cannot be are survived`() {
    let wild = [Double.nan, .infinity, -.infinity, -3, 7, 1e300]
    let charts: [Chart] = [
      .bars(
        BarChart(
          caption: "c",
          bars: wild.map { BarChart.Bar(label: "", value: $0, interval: -5...9, count: -1) },
          target: .nan
        )
      ),
      .levels(
        LevelChart(
          caption: "c",
          levels: [LevelChart.Level(label: "", isPositive: true)],
          rows: wild.map { LevelChart.Row(label: "", shares: [$0], count: 0) }
            + [LevelChart.Row(label: "", shares: wild, count: 0)]
        )
      ),
      .trend(
        TrendChart(
          caption: "c",
          times: ["a"],
          lines: [TrendChart.Line(label: "", points: wild.map { TrendChart.Point(value: $0) })],
          breaks: [
            TrendChart.Break(before: -4, reason: ""), TrendChart.Break(before: 99, reason: ""),
          ],
          target: .infinity
        )
      ),
      .importance(
        ImportanceMap(
          caption: "c",
          performanceTitle: "",
          importanceTitle: "",
          meanPerformance: .nan,
          meanImportance: .infinity,
          items: wild.enumerated().map { index, value in
            ImportanceMap.Item(
              number: index - 3,
              label: "",
              importance: value,
              performance: wild[5 - index],
              quadrant: .keepUp,
              isClear: true
            )
          }
            + Array(
              repeating: ImportanceMap.Item(
                number: .min,
                label: "",
                importance: 1e300,
                performance: 1e300,
                quadrant: .keepUp,
                isClear: true
              ),
              count: 3
            )
        )
      ),
      .tiles(
        TileMap(
          caption: "c",
          areas: [
            TileMap.Area(
              title: "",
              tiles: wild.map { TileMap.Tile(label: "", value: $0, count: .min) }
            ), TileMap.Area(title: nil, tiles: []),
          ],
          target: -.infinity
        )
      ),
    ]
    let report = Report(
      language: .vietnamese,
      title: "",
      subtitle: [],
      blocks: charts.map(Report.Block.chart)
    )
    for width in [0, 40, 61, 200] { _ = TextRenderer(width: width).render(report) }
    _ = JSONRenderer().render(report)
    let html = (try? HTMLRenderer().render(report)) ?? ""
    #expect(MarkupChecker(html).problem == nil)
    #expect(!html.contains("nan") && !html.contains("inf"))
  }
}
