import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

struct WordReportTests {
  static let letterhead = Letterhead(
    parent: "Ủy ban nhân dân tỉnh Ví Dụ",
    issuer: "Ủy ban nhân dân thị xã Thử",
    symbol: "BC-UBND",
    place: "Thử",
    kind: "Báo cáo",
    subject: "Kết quả khảo sát <năm 2024>",
    bases: ["Căn cứ Kế hoạch tuyên truyền;"],
    authority: "TM. Ủy ban nhân dân",
    position: "Chủ tịch",
    recipients: ["Sở Nội vụ;", "Lưu: VT, NV"]
  )

  static func signed(_ language: InterfaceLanguage) -> Report {
    let sample = SampleReport.make(language)
    return Report(
      language: language,
      title: sample.title,
      subtitle: sample.subtitle,
      letterhead: letterhead,
      blocks: sample.blocks + [.paragraph("Hết"), .appendix("Phụ lục I"), .paragraph("Thêm")]
    )
  }

  private func text(_ part: String, of report: Report) throws -> String {
    let part = try #require(
      WordReport().package(of: report).parts.first { $0.name == part }
    )
    let text = String(decoding: part.bytes, as: UTF8.self)
    return String(text.split(separator: "?>\n", maxSplits: 1)[1])
  }

  /// The runs of text in their order.
  private func words(of report: Report) throws -> [String] {
    let document = try text("word/document.xml", of: report)
    return document.matches(of: #/<w:t xml:space="preserve">([^<]*)</w:t>/#).compactMap { match in
      MarkupChecker("<t>\(match.1)</t>").texts.first
    }
  }

  @Test func `a short paragraph stays with the table that it leads to`() throws {
    let table = Table(caption: "Bảng", columns: [.init("A", .leading)], rows: [.init([.text("1")])])
    let long = String(repeating: "Dài dòng. ", count: 60)
    let report = Report(
      language: .vietnamese,
      title: "",
      subtitle: [],
      blocks: [
        .paragraph("Giới thiệu."), .table(table), .paragraph("Sau bảng."), .note(long),
        .table(table),
      ]
    )
    let document = try text("word/document.xml", of: report)
    let kept = document.matches(
      of: #/<w:pPr>(.*?)</w:pPr><w:r>.*?<w:t xml:space="preserve">(.*?)</w:t>/#
    )
    .filter { $0.1.contains("<w:keepNext/>") }.map { String($0.2) }
    #expect(kept.contains("Giới thiệu."))
    #expect(!kept.contains("Sau bảng."))
    #expect(!kept.contains { $0.hasPrefix("Dài") })
  }

  /// What may stand last before a signature, and how many paragraphs at the end have to stay with
  /// what follows: of a table each cell of its last row, and behind it the mark of the end.
  private static let ends: [(block: Report.Block, kept: Int)] = [
    (.paragraph("Hết."), 1), (.note("Hết."), 1),
    (.verdict(.init(word: "Đạt", tone: .met, sentence: "Hết.", reasons: [])), 1),
    (.verdict(.init(word: "Đạt", tone: .met, sentence: "Vì:", reasons: ["a.", "b."])), 1),
    (
      .table(
        Table(
          caption: "Bảng",
          columns: [.init("A"), .init("B", .trailing)],
          rows: [.init([.text("x"), .count(1)]), .init([.text("y"), .count(2)])]
        )
      ), 3
    ),
  ]

  @Test(arguments: ends.indices)
  func `a signature is never alone on its page`(index: Int) throws {
    func kept(_ letterhead: Letterhead?) throws -> [Bool] {
      let report = Report(
        language: .vietnamese,
        title: "",
        subtitle: [],
        letterhead: letterhead,
        blocks: [.paragraph("Mở đầu."), Self.ends[index].block]
      )
      let document = try text("word/document.xml", of: report)
      var body = document[...]
      if letterhead != nil {
        let receivers = try #require(document.range(of: "Nơi nhận:")).lowerBound
        body = document[..<receivers]
        body = body[..<(try #require(body.range(of: "<w:tbl>", options: .backwards)).lowerBound)]
      }
      return body.matches(of: #/<w:pPr>(.*?)</w:pPr>/#).map { $0.1.contains("<w:keepNext/>") }
    }
    let signed = try kept(Self.letterhead)
    // The empty line above the signature as well, and nothing more than the end.
    let end = Self.ends[index].kept + 1
    #expect(signed.suffix(end).allSatisfy { $0 })
    #expect(signed.dropLast(end).last == false)
    #expect(try kept(nil).last == false)
  }

  @Test func `a chart at the end stays with the signature`() throws {
    let report = Report(
      language: .vietnamese,
      title: "",
      subtitle: [],
      letterhead: Self.letterhead,
      blocks: [.chart(.tiles(SampleCharts.tiles(.vietnamese)))]
    )
    let document = try text("word/document.xml", of: report)
    let picture = try #require(
      document.firstMatch(of: #/<w:pStyle w:val="Picture"/>(.*?)</w:pPr>/#)
    )
    #expect(picture.1.contains("<w:keepNext/>"))
    let note = try #require(document.firstMatch(of: #/<w:pStyle w:val="Note"/>(.*?)</w:pPr>/#))
    #expect(note.1.contains("<w:keepNext/>"))
  }

  @Test func `words before one that fills a line are not driven apart`() throws {
    let digest = String(repeating: "0123456789abcdef", count: 4)
    let report = Report(
      language: .vietnamese,
      title: "",
      subtitle: [],
      blocks: [.note("Danh mục đơn vị: SHA-256 \(digest)."), .note("Danh mục đơn vị.")]
    )
    let document = try text("word/document.xml", of: report)
    let notes = document.matches(of: #/<w:pStyle w:val="Note"/>(.*?)</w:pPr>/#).map { $0.1 }
    try #require(notes.count == 2)
    #expect(notes[0].hasSuffix("<w:jc w:val=\"start\"/>"))
    #expect(!notes[1].contains("<w:jc"))
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `all parts are well-formed and name each other`(language: InterfaceLanguage) throws {
    for report in [SampleReport.make(language), Self.signed(language)] {
      let parts = WordReport().package(of: report).parts
      for part in parts where !part.name.hasSuffix(".emf") {
        let text = String(decoding: part.bytes, as: UTF8.self)
        let markup = String(text.split(separator: "?>\n", maxSplits: 1)[1])
        #expect(MarkupChecker(markup).problem == nil, "\(part.name)")
      }
      let bytes = try WordReport().render(report)
      #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
      #expect(try WordReport().render(report) == bytes)
      let relations = try text("word/_rels/document.xml.rels", of: report)
      for part in parts where part.name.hasSuffix(".emf") {
        #expect(relations.contains(part.name.dropFirst("word/".count)))
      }
    }
  }

  @Test func `the head is that of an administrative document and leaves number and date blank`()
    throws
  {
    let texts = try words(of: Self.signed(.vietnamese))
    #expect(
      texts.prefix(8) == [
        "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ", "ỦY BAN NHÂN DÂN THỊ XÃ THỬ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số:\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}/BC-UBND",
        "Thử, ngày\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}tháng\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}năm\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}",
        "BÁO CÁO", "Kết quả khảo sát <năm 2024>",
      ]
    )
  }

  @Test func `it ends with the mark of the end, the receivers and the signature, then appendices`()
    throws
  {
    let texts = try words(of: Self.signed(.vietnamese))
    let end = try #require(texts.firstIndex(of: "Hết./."))
    #expect(
      Array(texts[(end + 1)...]) == [
        "Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT, NV.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
        "Phụ lục I",
        LetterheadWords(Self.letterhead, .vietnamese).reference, "Thêm",
      ]
    )
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `each cell of each table is there as other formats show it`(
    language: InterfaceLanguage
  )
    throws
  {
    let report = SampleReport.make(language)
    let texts = try words(of: report)
    let cellText = CellText(language: language)
    var place = texts.startIndex
    for case .table(let table) in report.blocks {
      for row in table.rows {
        let cells = row.isHeading ? Array(row.cells.prefix(1)) : table.cells(of: row)
        for cell in cells.map({ cellText.text(of: $0) }) where !cell.isEmpty {
          let found = try #require(texts[place...].firstIndex(of: cell), "\(cell)")
          place = found + 1
        }
      }
    }
    #expect(place > texts.startIndex)
  }

  @Test func `no table is wider than the page`() throws {
    let columns = [Table.Column("Nội dung")] + (1...14).map { .init("Mức \($0)", .trailing) }
    let cells = [Table.Cell.text("Câu hỏi")] + (1...14).map { .share(Double($0) / 15) }
    let table = Table(caption: "Rộng", columns: columns, rows: [Table.Row(cells)])
    let report = Report(language: .vietnamese, title: "t", subtitle: [], blocks: [.table(table)])
    let document = try text("word/document.xml", of: report)
    let widths = document.matches(of: #/<w:gridCol w:w="(\d+)"/>/#).compactMap { Int($0.1) }
    #expect(widths.count == 15)
    #expect(widths.reduce(0, +) == WordPackage.textWidth)
    #expect(widths.allSatisfy { $0 > 300 })
  }
}
