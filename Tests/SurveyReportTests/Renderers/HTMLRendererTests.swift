import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct HTMLRendererTests {
  @Test(arguments: InterfaceLanguage.allCases)
  func `the sample is written as recorded and is well-formed`(language: InterfaceLanguage) throws {
    let html = try HTMLRenderer().render(SampleReport.make(language))
    try Golden.expect(html, "sample-\(language.rawValue).html")
    let checker = MarkupChecker(html)
    #expect(checker.problem == nil)
    #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(checker.names.filter { $0 == "h1" }.count == 1)
    #expect(checker.names.filter { $0 == "table" }.count == 2)
    #expect(checker.names.filter { $0 == "caption" }.count == 2)
    #expect(checker.names.filter { $0 == "svg" }.count == 2)
  }

  @Test func `the file needs nothing else`() throws {
    let html = try HTMLRenderer().render(SampleReport.make(.vietnamese))
    let checker = MarkupChecker(html)
    #expect(
      Set(checker.names).isDisjoint(with: ["script", "link", "img", "iframe", "object", "base"])
    )
    #expect(!html.contains("@import"))
    #expect(
      html.components(of: "http").count == html.components(of: "http://www.w3.org/").count + 1
    )
    #expect(
      html.contains(
        "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:\""
      )
    )
  }

  @Test func `only a column with long words takes room from the labels`() throws {
    let table = Table(
      caption: "Thay đổi",
      columns: [Table.Column("Nhóm"), Table.Column("Kết luận"), Table.Column("Lý do")],
      rows: [
        Table.Row([.text("Nam"), .text("tăng rõ"), .text("–")]),
        Table.Row([.text("Nữ"), .text("chưa rõ"), .text("mẫu không cho biết sai số")]),
      ]
    )
    let report = Report(
      language: .vietnamese,
      title: "",
      subtitle: [],
      blocks: [.table(table)]
    )
    let html = try HTMLRenderer().render(report)
    #expect(html.contains("<td class=\"leading word\"><bdi>tăng rõ</bdi></td>"))
    #expect(html.contains("<td class=\"leading text\"><bdi>–</bdi></td>"))
    #expect(html.contains("<td class=\"leading text\"><bdi>mẫu không cho biết sai số</bdi></td>"))
  }

  @Test func `every id is used once`() throws {
    let html = try HTMLRenderer().render(SampleReport.make(.vietnamese))
    let ids = html.components(of: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.count == Set(ids).count)
    #expect(ids.count >= 6)
  }

  @Test(arguments: [0, 1, 2, 24, 60])
  func `a chart of many bars is continued in further drawings`(count: Int) throws {
    let bars = (0..<count).map { index in
      BarChart.Bar(
        label: "Xã \(index)",
        value: Double(index) / 60,
        interval: nil,
        count: index,
        tone: index.isMultiple(of: 2) ? .notMet : nil
      )
    }
    let chart = BarChart(caption: "c", bars: bars, target: 0.8)
    let report = Report(
      language: .vietnamese,
      title: "t",
      subtitle: [],
      blocks: [.chart(.bars(chart))]
    )
    let checker = MarkupChecker(try HTMLRenderer().render(report))
    #expect(checker.problem == nil)
    for index in 0..<count {
      #expect(checker.texts.filter { $0 == "Xã \(index)" }.count == 2)
    }
    let wide = ChartDrawing(language: .vietnamese, layout: .wide).drawings(of: .bars(chart))
    // A drawing has room for 17 bars of one line.
    #expect(wide.count == (count + 16) / 17)
  }

  @Test func `labels keep to their column`() {
    let label = "Thủ tục đăng ký đất đai, tài sản gắn liền với đất WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
    for layout in [ChartLayout.wide, .narrow] {
      let bar = BarChart.Bar(label: label, value: 0.5, interval: nil, count: 1)
      let chart = BarChart(caption: "c", bars: [bar], target: 0.8)
      let row = BarRow(
        bar: bar,
        language: .vietnamese,
        plot: BarPlot(chart: chart, layout: layout),
        isFirst: true
      )
      #expect(row.labelLines.count > 2)
      #expect(row.labelLines.joined().filter { $0 != " " } == label.filter { $0 != " " })
      for line in row.labelLines {
        let width = FontMetrics.width(of: line, fontSize: ChartLayout.fontSize)
        #expect(width <= layout.labelWidth)
      }
      #expect(row.height >= Double(row.labelLines.count) * ChartLayout.lineHeight)
    }
  }
}

extension String {
  /// The pieces between occurrences of `separator`.
  func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
