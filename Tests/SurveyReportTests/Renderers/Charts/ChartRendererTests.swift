import Foundation
import SurveyModel
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
