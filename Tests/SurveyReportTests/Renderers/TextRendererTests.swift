import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct TextRendererTests {
  @Test(arguments: InterfaceLanguage.allCases, [60, 100])
  func `the sample is laid out as recorded`(language: InterfaceLanguage, width: Int) throws {
    let text = TextRenderer(width: width).render(SampleReport.make(language))
    try Golden.expect(text, "sample-\(language.rawValue)-\(width).txt")
  }

  @Test func `colour is added by the argument only`() throws {
    let report = SampleReport.make(.vietnamese)
    let coloured = TextRenderer(width: 100, coloured: true).render(report)
    try Golden.expect(coloured, "sample-vi-100-colour.txt")
    var plain = coloured
    for code in ["0", "1", "2", "31", "32", "33"] {
      plain = plain.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
    }
    #expect(plain == TextRenderer(width: 100).render(report))
  }

  @Test(arguments: [40, 47, 60, 72, 80, 89, 90, 100, 140])
  func `no line is wider than the width and none ends in a space`(width: Int) {
    for language in InterfaceLanguage.allCases {
      let text = TextRenderer(width: width).render(SampleReport.make(language))
      for line in text.split(separator: "\n") {
        #expect(ColumnWidth.of(line) <= width, "\(line)")
        #expect(!line.hasSuffix(" "), "\(line)")
      }
    }
  }

  @Test func `control sequences from data do not reach the terminal`() {
    let report = Report(
      language: .vietnamese,
      title: "\u{1B}[2Jxóa\u{7}",
      subtitle: ["a\u{202E}b\nc\u{9B}31m"],
      blocks: []
    )
    let expected = "␛[2Jxóa␇\n════════\na\u{FFFD}b c\u{FFFD}31m\n"
    #expect(TextRenderer().render(report) == expected)
  }

  @Test func `rows of the wrong length and tables without columns are survived`() {
    let table = Table(
      caption: "t",
      columns: [Table.Column("a"), Table.Column("b", .trailing)],
      rows: [
        Table.Row([]), Table.Row([.text("x"), .count(1), .count(2)], indent: -3),
        Table.Row([.text("y")], indent: .max),
      ]
    )
    let report = Report(
      language: .english,
      title: "",
      subtitle: [],
      blocks: [
        .table(table), .table(Table(caption: "none", columns: [], rows: [Table.Row([.empty])])),
      ]
    )
    #expect(TextRenderer(width: -5).render(report).contains("x          1\n"))
  }
}
