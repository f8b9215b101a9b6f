import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct SameFiguresTests {
  @Test(arguments: 0..<120)
  func `every figure is the same in every format`(seed: Int) throws {
    var random = RandomReport(seed: seed)
    try expectSame(random.make())
  }

  @Test(arguments: 0..<24)
  func `every figure of a random study is the same in every format`(seed: Int) throws {
    let study = RandomStudy(seed)
    try expectSame(Self.told(study.report(try study.analysis())))
  }

  /// A report whose tables and charts are told apart by their captions.
  private static func told(_ report: Report) -> Report {
    var charts: Set<String> = []
    let blocks = report.blocks.enumerated().compactMap { place, block -> Report.Block? in
      switch block {
      case .table(let table):
        let caption = "\(table.caption) số \(place)"
        return .table(Table(caption: caption, columns: table.columns, rows: table.rows))
      case .chart(let chart): return charts.insert(chart.caption).inserted ? block : nil
      case .heading, .paragraph, .note, .verdict, .appendix: return block
      }
    }
    return Report(
      language: report.language,
      title: report.title,
      subtitle: report.subtitle,
      blocks: blocks
    )
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `the samples are the same in every format`(language: InterfaceLanguage) throws {
    try expectSame(SampleReport.make(language))
    try expectSame(SampleCharts.report(language))
  }

  /// Every value that could be rounded in two ways, in a table of its own.
  @Test(arguments: InterfaceLanguage.allCases)
  func `ties are the same in every format`(language: InterfaceLanguage) throws {
    let shares = (0..<500).map { Double($0 * 37 % 20_000) / 20_000 }
    let rows = shares.map { share in
      Table.Row([
        .text("x"), .share(share), .share(share.nextDown), .share(share.nextUp),
        .number(share * 25, decimals: 2), .number((share * 1000 + 0.5) / 100, decimals: 2),
        .number(-share * 25, decimals: 1),
      ])
    }
    let columns = (0..<7).map { Table.Column("\($0)", .trailing) }
    let table = Table(caption: "c", columns: columns, rows: rows)
    try expectSame(
      Report(language: language, title: "t", subtitle: [], blocks: [.table(table)])
    )
  }

  private func expectSame(_ report: Report) throws {
    let language = report.language
    var tables: [Table] = []
    var charts: [Table] = []
    for (_, figures) in report.figures {
      switch figures {
      case .table(let table): tables.append(table)
      case .chart(let chart): charts.append(ChartTable(language: language).table(of: chart))
      case .verdict: continue
      }
    }
    for format in ShowingFormat.all {
      let shown = try format.read(try format.render(report), language)
      for table in tables + (format.showsCharts ? charts : []) {
        let expected = table.shown(in: language)
        let actual = shown[VisibleText.clean(table.caption)] ?? []
        #expect(actual.count == expected.count, "\(format.name): \(table.caption)")
        for (row, pair) in zip(actual, expected).enumerated() {
          #expect(pair.0 == pair.1, "\(format.name): \(table.caption), row \(row + 1)")
        }
      }
    }
  }
}
