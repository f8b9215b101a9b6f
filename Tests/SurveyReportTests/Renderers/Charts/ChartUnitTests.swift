import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

/// Charts of an index tell its figures as tables do: without a percent sign.
@Suite struct ChartUnitTests {
  private static let charts: [Chart] = [
    .bars(
      BarChart(
        caption: "c",
        bars: [
          BarChart.Bar(label: "Chung", value: 0.80735, interval: 0.79...0.8301, count: 120),
          BarChart.Bar(label: "Yếu tố", value: 0.7, interval: nil, count: 110),
        ],
        target: 0.8,
        unit: .index
      )
    ),
    .trend(
      TrendChart(
        caption: "c",
        times: ["2023", "2024"],
        lines: [
          .init(
            label: "c",
            points: [.init(value: 0.80735, interval: 0.79...0.8301), .init(value: 0.7)]
          )
        ],
        target: 0.8,
        unit: .index
      )
    ),
  ]

  private static func report(_ chart: Chart) -> Report {
    Report(language: .vietnamese, title: "t", subtitle: [], blocks: [.chart(chart)])
  }

  @Test(arguments: charts)
  func `no format writes a percent sign`(chart: Chart) throws {
    let report = Self.report(chart)
    let html = try HTMLRenderer().render(report)
    let page = try #require(html.split(separator: "<main>").last)
    let texts = MarkupChecker("<main>" + String(page).components(of: "</main>")[0] + "</main>")
      .texts
    let outputs = [
      TextRenderer(width: 100).render(report), TextRenderer(width: 60).render(report),
      MarkdownRenderer().render(report),
      String(decoding: CSVReportRenderer().render(report), as: UTF8.self),
      texts.joined(separator: "\n"),
    ]
    for output in outputs {
      #expect(output.contains("80,74"), "\(output)")
      #expect(!output.contains("%"), "\(output)")
    }
    for layout in [ChartLayout.wide, .narrow] {
      for drawing in ChartDrawing(language: .vietnamese, layout: layout).drawings(of: chart) {
        #expect(drawing.description.contains("80,74"))
        #expect(drawing.description.contains("hỉ tiêu 80."))
        for case .label(let label) in drawing.shapes { #expect(!label.text.contains("%")) }
      }
    }
  }

  @Test(arguments: charts)
  func `a workbook holds the figures of the index and draws them up to a hundred`(
    chart: Chart
  ) throws {
    let document = XLSXRenderer().document(of: Self.report(chart))
    let native = try #require(document.sheets.flatMap(\.charts).first)
    #expect(native.values.range == 0...100)
    let numbers = document.sheets.flatMap { $0.rows.joined() }.compactMap { cell in
      if case .number(let number) = cell.content { number } else { nil }
    }
    #expect(numbers.contains { abs($0 - 80.735) < 1e-9 })
    #expect(numbers.contains(80))
    #expect(numbers.allSatisfy { $0 > 1 })
  }

  @Test(arguments: charts)
  func `a program reads the figures in their unit`(chart: Chart) {
    let text = JSONRenderer(pretty: false).render(Self.report(chart))
    #expect(text.contains(#""unit":"index","target":80"#))
    #expect(text.contains("80.735"))
    #expect(!text.contains("0.80735"))
  }

  @Test func `shares keep their sign`() {
    let figures = ChartFigures(.share, .vietnamese)
    #expect(figures.text(0.80735) == "80,74%")
    #expect(figures.short(0.8) == "80%")
    #expect(figures.text(0.79...0.8301) == "79,00% – 83,01%")
    #expect(ChartFigures(.index, .vietnamese).short(0.805) == "80,5")
    #expect(ChartFigures(.index, .english).text(0.79...0.8301) == "79.00 – 83.01")
  }
}
