import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

/// Signed documents: their head, their end, their foot and their appendices.
@Suite struct SignedReportTests {
  @Test(arguments: [
    ("Hết", "Hết./."), ("Hết.", "Hết./."), ("Hết. ", "Hết./."), ("a;", "a./."), ("80%", "80%./."),
    ("a./.", "a./."), ("v.v...", "v.v... ./."), ("a…", "a… ./."), ("(a)", "(a)./."), ("", "./."),
    ("a?", "a?./."),
  ])
  func `the mark of the end stands in place of the full stop`(text: String, ended: String) {
    #expect(LetterheadWords.ended(text) == ended)
  }

  private static func report(
    _ blocks: [Report.Block],
    receivers: [String] = ["Sở Nội vụ", "Lưu: VT"]
  ) -> Report {
    var letterhead = WordReportTests.letterhead
    letterhead.recipients = receivers
    return Report(
      language: .vietnamese,
      title: "Khảo sát",
      subtitle: ["Đợt 1"],
      letterhead: letterhead,
      blocks: blocks
    )
  }

  private func main(_ report: Report) -> [Report.Block] {
    let signed = SignedReport(report)
    return Array(signed.report.blocks[signed.main])
  }

  @Test func `whatever is last ends with the mark`() {
    #expect(main(Self.report([.paragraph("a.")])) == [.paragraph("a./.")])
    #expect(main(Self.report([.note("a.")])) == [.note("a./.")])
    let table = Report.Block.table(Table(caption: "c", columns: [], rows: []))
    #expect(main(Self.report([table])) == [table, .paragraph("./.")])
    let heading = Report.Block.heading("h", level: 1)
    #expect(main(Self.report([heading])) == [heading, .paragraph("./.")])
    func verdict(_ sentence: String, _ reasons: [String]) -> Report.Block {
      .verdict(.init(word: "Đạt", tone: .met, sentence: sentence, reasons: reasons))
    }
    #expect(main(Self.report([verdict("a.", [])])) == [verdict("a./.", [])])
    #expect(
      main(Self.report([verdict("a.", ["b.", "c."])])) == [verdict("a.", ["b.", "c./."])]
    )
  }

  @Test func `a main part of nothing ends too, and what is not signed has no mark`() {
    let appendix: [Report.Block] = [.appendix("Phụ lục"), .paragraph("b.")]
    let signed = SignedReport(Self.report(appendix))
    #expect(signed.report.blocks == [.paragraph("./.")] + appendix)
    #expect(signed.main == 0..<1)
    let plain = Report(language: .vietnamese, title: "t", subtitle: [], blocks: appendix)
    #expect(SignedReport(plain).report == plain)
    #expect(SignedReport(plain).main.isEmpty)
  }

  private static let texts: [@Sendable (Report) throws -> String] = [
    { TextRenderer(width: 100).render($0) }, { TextRenderer(width: 50).render($0) },
    { MarkdownRenderer().render($0) }, { try HTMLRenderer().render($0) },
  ]

  @Test(arguments: texts.indices)
  func `head, main part, signature and appendices follow one another`(format: Int) throws {
    let text = try Self.texts[format](
      Self.report([
        .heading("I. Kết quả", level: 1), .paragraph("Xong."), .appendix("Phụ lục. Bảng"),
        .paragraph("Thêm."),
      ])
    )
    let order = [
      "ỦY BAN NHÂN DÂN THỊ XÃ THỬ", "Số:", "BÁO CÁO", "Kết quả khảo sát", "Căn cứ Kế hoạch",
      "Đợt 1", "I. Kết quả", "Xong./.", "Phụ lục. Bảng", "(Kèm theo Báo cáo số", "Thêm.",
    ]
    var rest = text[...]
    if let body = rest.range(of: "<body>") { rest = rest[body.upperBound...] }
    for words in order {
      let same = words == "BÁO CÁO" && text.contains("<html") ? "Báo cáo" : words
      let place = try #require(rest.range(of: same), "\(same) in \(text)")
      rest = rest[place.upperBound...]
    }
    let end = try #require(text.range(of: "Xong./.")).upperBound
    let foot = text[end..<(try #require(text.range(of: "Phụ lục. Bảng")).lowerBound)]
    for words in ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nơi nhận:", "Sở Nội vụ", "Lưu: VT"] {
      #expect(foot.contains(words))
    }
    #expect(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    #expect(text.contains("Độc lập - Tự do - Hạnh phúc") || text.contains("Độc lập \\- Tự do"))
    // The date is for the office to write.
    #expect(text.range(of: #"ngày\u{A0}*[0-9]"#, options: .regularExpression) == nil)
  }

  @Test(arguments: texts.indices)
  func `without receivers their title is left out`(format: Int) throws {
    let report = Self.report([.paragraph("Xong.")], receivers: [])
    #expect(!(try Self.texts[format](report)).contains("Nơi nhận"))
    let words = WordReport().package(of: report).parts.first { $0.name == "word/document.xml" }
    let document = String(decoding: try #require(words).bytes, as: UTF8.self)
    #expect(document.contains("CHỦ TỊCH"))
    #expect(!document.contains("Nơi nhận"))
  }

  @Test(arguments: [40, 60, 79, 80, 100, 140])
  func `no line of the form is wider than the width`(width: Int) {
    let text = TextRenderer(width: width).render(Self.report([.paragraph("Xong.")]))
    for line in text.split(separator: "\n") {
      #expect(ColumnWidth.of(line) <= width, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
    }
  }

  @Test func `a signed page is well-formed and has one main heading`() throws {
    let html = try HTMLRenderer().render(
      Self.report([.paragraph("Xong."), .appendix("Phụ lục"), .note("n")])
    )
    let checker = MarkupChecker(html)
    #expect(checker.problem == nil)
    #expect(checker.names.filter { $0 == "h1" }.count == 1)
    #expect(html.contains("Kết quả khảo sát &lt;năm 2024&gt;"))
  }
}
