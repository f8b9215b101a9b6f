import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

@Suite struct ChartRendererTests {
  @Test(arguments: InterfaceLanguage.allCases)
  func `all charts are written as recorded`(language: InterfaceLanguage) throws {
    let report = SmallCharts.report(language)
    let html = try HTMLRenderer().render(report)
    try Golden.expect(html, "charts-\(language.rawValue).html")
    for width in [40, 60, 100] {
      let text = TextRenderer(width: width).render(report)
      try Golden.expect(text, "charts-\(language.rawValue)-\(width).txt")
    }
    try Golden.expect(JSONRenderer().render(report), "charts-\(language.rawValue).json")
  }

  @Test func `every drawing on a page has a title and a description of its own`() throws {
    let html = try HTMLRenderer().render(SmallCharts.report(.vietnamese))
    let checker = MarkupChecker(html)
    #expect(checker.problem == nil)
    let drawings = checker.names.count { $0 == "svg" }
    #expect(drawings >= 12)
    #expect(checker.names.count { $0 == "desc" } == drawings)
    // One title more is that of the page.
    #expect(checker.names.count { $0 == "title" } == drawings + 1)
    let ids = html.components(of: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.count == Set(ids).count)
    for piece in html.components(of: "aria-labelledby=\"").dropFirst() {
      for id in piece.prefix(while: { $0 != "\"" }).split(separator: " ") {
        #expect(ids.contains(id))
      }
    }
    for piece in html.components(of: "url(").dropFirst() {
      #expect(piece.first == "#")
      #expect(ids.contains(piece.dropFirst().prefix { $0 != ")" }))
    }
    #expect(!html.contains("href") && !html.contains("src=") && !html.contains("@import"))
  }

  @Test func `colours of the page are readable on white and on shaded rows`() {
    for sheet in [StyleSheet.source, PrintStyleSheet.source] {
      // Not the colours of borders and of areas.
      for piece in sheet.components(of: " color: #").dropFirst() {
        let digits = piece.prefix { $0.isHexDigit }
        let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
        guard let colour = UInt32(full, radix: 16), colour < 0xB00000 else { continue }
        #expect(Contrast.ratio(colour, 0xF2F2F2) >= 4.5, "\(digits)")
      }
    }
  }

  @Test(arguments: [40, 41, 59, 60, 69, 70, 79, 80, 100, 137, 200])
  func `no line of a chart is wider than the width`(width: Int) {
    for language in InterfaceLanguage.allCases {
      let long = Report(
        language: language,
        title: "t",
        subtitle: [],
        blocks: LongCharts.all.map(Report.Block.chart)
      )
      for report in [SmallCharts.report(language), long] {
        for line in TextRenderer(width: width).render(report).split(separator: "\n") {
          #expect(ColumnWidth.of(line) <= width, "\(line)")
          #expect(!line.hasSuffix(" "), "\(line)|")
        }
      }
    }
  }

  @Test(arguments: [40, 100])
  func `text holds every figure`(width: Int) {
    let numbers = DecimalText(language: .vietnamese)
    for chart in LongCharts.all + SmallCharts.all(.vietnamese) {
      let report = Report(
        language: .vietnamese,
        title: "t",
        subtitle: [],
        blocks: [.chart(chart)]
      )
      let text = TextRenderer(width: width).render(report)
      var values: [Double] = []
      switch chart {
      case .bars(let chart): values = chart.bars.compactMap(\.value)
      case .levels(let chart): values = chart.rows.flatMap(\.shares)
      case .trend(let chart): values = chart.lines.flatMap(\.points).compactMap(\.value)
      case .tiles(let map): values = map.areas.flatMap(\.tiles).compactMap(\.value)
      case .importance(let map):
        for item in map.items {
          #expect(text.contains(numbers.number(item.performance, decimals: ImportanceMap.decimals)))
        }
      }
      for value in values { #expect(text.contains(numbers.percent(value)), "\(chart.caption)") }
    }
  }

  @Test func `tiles of an index are told as numbers in every format`() throws {
    let map = TileMap(
      caption: "Chỉ số theo xã",
      areas: [
        TileMap.Area(
          title: nil,
          tiles: [
            TileMap.Tile(label: "Xã Một", value: 0.8073, count: 120, tone: .met),
            TileMap.Tile(label: "Xã Hai", value: 0.6125, count: 98, tone: .notMet),
          ]
        )
      ],
      target: 0.7,
      unit: .index
    )
    let chart = Chart.tiles(map)
    let report = Report(
      language: .vietnamese,
      title: "t",
      subtitle: [],
      blocks: [.chart(chart)]
    )
    var texts = [
      TextRenderer(width: 60).render(report), MarkdownRenderer().render(report),
      String(decoding: CSVReportRenderer().render(report), as: UTF8.self),
    ]
    let drawn = DrawnTable(chart, language: .vietnamese).table
    let cellText = CellText(language: .vietnamese)
    texts.append(drawn.rows.flatMap(\.cells).map { cellText.text(of: $0) }.joined(separator: " "))
    for layout in [ChartLayout.wide, .narrow] {
      for drawing in ChartDrawing(language: .vietnamese, layout: layout).drawings(of: chart) {
        let labels = drawing.shapes.compactMap { shape in
          if case .label(let label) = shape { label.text } else { nil }
        }
        texts.append(labels.joined(separator: " "))
        texts.append(drawing.description)
      }
    }
    #expect(texts.count == 8)
    for text in texts {
      #expect(text.contains("80,73") && text.contains("61,25") && text.contains("70"))
      #expect(!text.contains("%"))
    }
    let native = XLSXRenderer().document(of: report).sheets.flatMap(\.charts)
    #expect(native.map(\.values.range) == [0...100])
    let json = JSONRenderer().render(report)
    #expect(json.contains("\"unit\": \"index\"") && json.contains("\"target\": 70"))
    #expect(json.contains("80.73") && json.contains("61.25") && !json.contains("0.8073"))
  }

  @Test func `JSON holds every figure with all digits and nothing that is kept back`() throws {
    let report = SmallCharts.report(.english)
    let json = JSONRenderer().render(report)
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let blocks = try #require((root as? [String: Any])?["blocks"] as? [[String: Any]])
    let kinds = blocks.compactMap { $0["kind"] as? String }
    #expect(kinds == ["bars", "bars", "levels", "trend", "importance", "tiles"])
    for chart in SmallCharts.all(.english) {
      for share in chart.shownShares { #expect(json.contains(JSONText.number(share))) }
    }
    for secret in ["0.4567", "0.6543", "0.3456"] { #expect(!json.contains(secret)) }
    #expect(json.contains("0.4275") && json.contains("\"clear\": false"))
  }
}
