import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

@Suite struct XLSXRendererTests {
  @Test(arguments: InterfaceLanguage.allCases)
  func `the same report gives the same bytes`(language: InterfaceLanguage) throws {
    for report in [SampleReport.make(language), SampleCharts.report(language)] {
      let bytes = try XLSXRenderer().render(report)
      #expect(bytes.starts(with: [0x50, 0x4B]))
      #expect(try XLSXRenderer().render(report) == bytes)
    }
  }

  @Test func `the first sheet leads to the others`() throws {
    let document = XLSXRenderer().document(of: SampleReport.make(.vietnamese))
    let names = document.sheets.map(\.name)
    #expect(
      names == [
        "Mục lục", "1 Bảng 1. Mức độ hài lòng theo", "2 Biểu đồ 1. Tỷ lệ hài lòng",
        "3 Bảng 2. Điểm thành phần",
      ]
    )
    let first = document.sheets[0]
    #expect(first.rows.joined().compactMap(\.link) == Array(names.dropFirst()))
    let texts = first.rows.joined().compactMap { cell in
      if case .text(let text) = cell.content { text } else { nil }
    }
    #expect(texts.contains("✓ Đạt"))
    #expect(texts.contains("⊘ Không công bố"))
    for sheet in document.sheets.dropFirst() {
      #expect(sheet.rows[1][0].link == "Mục lục")
      #expect(sheet.frozenRows == 3)
      #expect(sheet.frozenColumns == 1)
    }
  }

  @Test func `a short sheet is one page, the chart of a long one begins a page`() {
    let chart = SampleCharts.all(.vietnamese)[0]
    func sheet(rows: Int, charts: [Chart]) -> WorkbookSheet {
      let table = Table(
        caption: "Bảng",
        columns: [.init("A", .leading)],
        rows: (0..<rows).map { .init([.text("\($0)")]) }
      )
      let page = ReportPages.Page(caption: "Bảng", table: table, charts: charts)
      return SheetPage(page, language: .vietnamese, contents: "Mục lục").sheet(named: "1")
    }
    let short = sheet(rows: 12, charts: [chart])
    #expect(short.fitsOnePage && !short.isLandscape)
    #expect(short.printScale == nil && short.pageBreaks.isEmpty)
    let long = sheet(rows: 90, charts: [chart])
    #expect(!long.fitsOnePage && long.printScale != nil)
    #expect(long.pageBreaks == long.charts.map(\.place.row))
    let plain = sheet(rows: 90, charts: [])
    #expect(!plain.fitsOnePage && plain.isLandscape && plain.printScale == nil)
  }

  @Test func `our own reader takes the numbers back with all their digits`() throws {
    let bytes = try XLSXRenderer().render(SampleReport.make(.english))
    let workbook = try Workbook(.bytes(bytes))
    var reader = try WorkbookReader(
      workbook,
      sheet: try workbook.sheet("2"),
      fillsMerges: false
    )
    var record = CSVRecord()
    var rows: [[String]] = []
    while try reader.read(into: &record) { rows.append(record.texts) }
    #expect(
      rows[2] == [
        "Element, item", "Forms", "Satisfied", "90% confidence interval: lower bound",
        "90% confidence interval: upper bound", "Verdict",
      ]
    )
    #expect(rows[3] == ["Overall", "36525", "82.665%", "81.2%", "84.05%", "✓ Met"])
    #expect(rows[6].dropFirst() == ["[c]", "[c]", "[c]", "[c]", "⊘ Not published"])
    #expect(rows.last?.first?.hasPrefix("Shares are rounded") == true)
  }

  @Test func `each chart is native, a break is a gap and a target a series`() {
    let document = XLSXRenderer().document(of: SampleCharts.report(.english))
    let charts = document.sheets.flatMap(\.charts)
    #expect(charts.map(\.kind) == [.stackedBars, .lines, .points, .bars])
    #expect(charts.map(\.series.count) == [5, 3, 1, 2])
    let trend = document.sheets[2]
    // The caption, the way back, the titles, three years, the break.
    let gap = trend.rows[6].map(\.content).dropFirst().prefix(5)
    #expect(gap.allSatisfy { $0 == .text("") || $0 == .blank })
    #expect(trend.rows[6][0].content == .text("//"))
    let values = charts[1].series[0].values
    #expect(values.first.row == 4)
    #expect(values.last.row == 10)
    // A figure that is kept back is no zero.
    #expect(trend.rows[8][1].content == .text(""))
    #expect(trend.rows[8].last?.content == .text("Overall: [u]"))
    #expect(charts[2].series[0].labels == ["1", "2", "3", "4"])
    #expect(charts.allSatisfy { !$0.description.isEmpty && $0.title != nil })
  }

  @Test func `the axes of a map of importance end where correlations and indices do`() {
    func ranges(_ importance: [Double], _ performance: [Double]) -> [ClosedRange<Double>?] {
      let map = ImportanceMap(
        caption: "c",
        performanceTitle: "p",
        importanceTitle: "i",
        meanPerformance: performance[0],
        meanImportance: importance[0],
        items: zip(importance, performance).enumerated().map { place, pair in
          ImportanceMap.Item(
            number: place + 1,
            label: "x",
            importance: pair.0,
            performance: pair.1,
            quadrant: .keepUp,
            isClear: true
          )
        }
      )
      let blocks = [Report.Block.chart(.importance(map))]
      let report = Report(language: .english, title: "t", subtitle: [], blocks: blocks)
      let charts = XLSXRenderer().document(of: report).sheets.flatMap(\.charts)
      return charts.flatMap { [$0.values.range, $0.categories.range] }
    }
    let high = ranges([0.86, 0.97], [97, 99.5])
    #expect(high.map { $0?.upperBound } == [1, 100])
    #expect(ranges([0.02, 0.5], [0.2, 40]).map { $0?.lowerBound } == [0, 0])
    #expect(ranges([-0.97, 0.5], [50, 60])[0]?.lowerBound == -1)
    // A coefficient may be above 1.
    #expect((ranges([0.5, 1.02], [50, 60])[0]?.upperBound ?? 0) > 1.02)
  }

  @Test(arguments: HostileTextTests.texts + ["=1+1", "@x", "+1", "-1", "=cmd|' /C calc'!A0", "'="])
  func `no text is a formula`(text: String) throws {
    var report = HostileTextTests.report(text)
    report = Report(
      language: .vietnamese,
      title: text,
      subtitle: [text],
      blocks: report.blocks + SampleCharts.all(.vietnamese).map(Report.Block.chart)
    )
    for sheet in try ShownWorkbook.sheets(try XLSXRenderer().render(report), .vietnamese) {
      #expect(!sheet.hasFormula)
      #expect(sheet.name.utf16.count <= 31)
    }
  }

  @Test func `a chart beside its table is drawn on the table's sheet`() throws {
    let chart = SampleCharts.levels(.english)
    let table = ChartTable(language: .english).table(of: chart)
    for blocks in [
      [Report.Block.table(table), .chart(.levels(chart))], [.chart(.levels(chart)), .table(table)],
    ] {
      let report = Report(language: .english, title: "t", subtitle: [], blocks: blocks)
      let document = XLSXRenderer().document(of: report)
      #expect(document.sheets.count == 2)
      #expect(document.sheets[1].charts.count == 1)
      _ = try document.bytes()
    }
  }

  @Test func `names of sheets are short, allowed and unique`() throws {
    let captions = [
      "", "a/b:c*d?[e]\\'f'", String(repeating: "dài", count: 40), "Tỷ lệ hài lòng",
      "tỷ lệ hài lòng",
      "\u{1F600}\u{1F600} x", "\u{0}\u{7}",
    ]
    let blocks = captions.map { caption in
      Report.Block.table(
        Table(caption: caption, columns: [Table.Column("x")], rows: [Table.Row([.text("y")])])
      )
    }
    let report = Report(language: .vietnamese, title: "", subtitle: [], blocks: blocks)
    let document = XLSXRenderer().document(of: report)
    let names = document.sheets.map(\.name)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.allSatisfy { $0.utf16.count <= 31 && !$0.isEmpty })
    _ = try document.bytes()
  }

  @Test func `a report without figures is a workbook too`() throws {
    let report = Report(language: .english, title: "", subtitle: [], blocks: [.paragraph("p")])
    #expect(XLSXRenderer().document(of: report).sheets.map(\.name) == ["Contents"])
    _ = try XLSXRenderer().render(report)
    let empty = Table(caption: "", columns: [], rows: [])
    let blocks: [Report.Block] = [
      .table(empty), .chart(.bars(BarChart(caption: "", bars: [], target: 0.5))),
      .chart(.trend(TrendChart(caption: "", times: [], lines: []))),
    ]
    _ = try XLSXRenderer().render(
      Report(language: .english, title: "", subtitle: [], blocks: blocks)
    )
  }
}
