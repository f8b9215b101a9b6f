import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct MarkdownRendererTests {
  @Test(arguments: InterfaceLanguage.allCases)
  func `the sample is written as recorded`(language: InterfaceLanguage) throws {
    let text = MarkdownRenderer().render(SampleReport.make(language))
    try Golden.expect(text, "sample-\(language.rawValue).md")
    let charts = MarkdownRenderer().render(SampleCharts.report(language))
    try Golden.expect(charts, "charts-\(language.rawValue).md")
  }

  @Test func `every sign that is markup is written as itself`() {
    #expect(MarkdownText.inline("a|b\\c*d_e`f[g]") == #"a\|b\\c\*d\_e\`f\[g\]"#)
    #expect(MarkdownText.inline("<b> & ~x~ #1 $y$") == ##"&lt;b&gt; &amp; \~x\~ \#1 \$y\$"##)
    #expect(MarkdownText.inline("a\nb\u{2028}c") == "a b c")
    #expect(MarkdownText.block("1. a") == "1\\. a")
    #expect(MarkdownText.block("12) a") == "12\\) a")
    #expect(MarkdownText.block("- a") == "\\- a")
    #expect(MarkdownText.block("+1,5") == "\\+1,5")
    #expect(MarkdownText.block("=== a") == "\\=== a")
    #expect(MarkdownText.block("    a ") == "a")
    #expect(MarkdownText.block("82,5 % a") == "82,5 % a")
    #expect(MarkdownText.strong(" a* ") == #"**a\***"#)
    #expect(MarkdownText.strong(" \n") == "")
  }

  @Test(arguments: HostileTextTests.texts)
  func `hostile text is neither an element nor a row`(text: String) {
    let markdown = MarkdownRenderer().render(HostileTextTests.report(text))
    let harmless = MarkdownRenderer().render(HostileTextTests.report("x"))
    #expect(!markdown.unicodeScalars.contains("<"))
    func shape(_ text: String) -> [Int] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        MarkdownCells.of($0).count
      }
    }
    #expect(shape(markdown) == shape(harmless))
  }

  @Test func `a chart beside a table of its caption is left out`() {
    let chart = SampleCharts.levels(.english)
    let table = ChartTable(language: .english).table(of: chart)
    func report(_ blocks: [Report.Block]) -> String {
      MarkdownRenderer().render(
        Report(language: .english, title: "t", subtitle: [], blocks: blocks)
      )
    }
    let alone = report([.chart(.levels(chart))])
    #expect(report([.chart(.levels(chart)), .table(table)]) == alone)
    #expect(
      report([.table(table), .note("n"), .chart(.levels(chart))]).hasPrefix(alone.dropLast())
    )
    let apart = report([.table(table), .paragraph("p"), .chart(.levels(chart))])
    #expect(apart.components(of: "Chart 2").count == 3)
  }
}

/// The cells of a line in GitHub's notation.
enum MarkdownCells {
  static func of(_ line: Substring) -> [String] {
    guard line.hasPrefix("| "), line.hasSuffix(" |") else { return [] }
    var cells: [String] = [""]
    var isEscaped = false
    for scalar in line.dropFirst(2).dropLast(2).unicodeScalars {
      if scalar == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return cells.map { cell in
      let start = cell.drop { $0 == " " }
      return String(String(start.reversed().drop { $0 == " " }).reversed())
    }
  }
}
