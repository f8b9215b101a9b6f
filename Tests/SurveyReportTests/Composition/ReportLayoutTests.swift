import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct ReportLayoutTests {
  private func text(_ words: String) -> LocalizedText { LocalizedText(["vi": words, "en": words]) }

  private func headings(_ report: Report) -> [String] {
    report.blocks.compactMap { if case .heading(let text, 1) = $0 { text } else { nil } }
  }

  private func report(_ layout: ReportLayout) throws -> Report {
    try SmallStudy().summary(.vietnamese, layout: layout).report()
  }

  @Test func `chapters stand in the order of the plan`() throws {
    let report = try report(ReportLayout(sections: [.method, .items]))
    #expect(headings(report) == ["Phương pháp và giới hạn", "Kết quả từng câu hỏi"])
  }

  @Test func `the plan's own words head a chapter and open it`() throws {
    let report = try report(
      ReportLayout(
        sections: [.method, .assessment, .proposals],
        headings: [.method: text("Cách làm")],
        texts: [.method: text("Mở đầu."), .assessment: text("Nhìn chung tốt.")]
      )
    )
    // A chapter without figures and without words is left out.
    #expect(headings(report) == ["Cách làm", "Đánh giá chung"])
    #expect(report.blocks[1] == .paragraph("Mở đầu."))
    #expect(report.blocks.last == .paragraph("Nhìn chung tốt."))
  }

  @Test func `the plan's own words keep their paragraphs`() throws {
    let words = "Một đoạn.\n\n  Đoạn hai. \n- Việc một;\n- Việc hai.\n"
    let report = try report(
      ReportLayout(sections: [.proposals], texts: [.proposals: text(words)])
    )
    #expect(
      Array(report.blocks.dropFirst()) == [
        .paragraph("Một đoạn."), .paragraph("Đoạn hai."), .paragraph("- Việc một;"),
        .paragraph("- Việc hai."),
      ]
    )
    let blank = try self.report(
      ReportLayout(sections: [.proposals], texts: [.proposals: text(" \n")])
    )
    #expect(blank.blocks.isEmpty)
  }

  @Test func `appendices come last and are numbered when there are several`() throws {
    let layout = ReportLayout(sections: [.items, .summary], appendix: [.items, .method])
    let report = try report(layout)
    #expect(headings(report) == ["Tóm tắt"])
    let titles = report.blocks.compactMap { block -> String? in
      if case .appendix(let title) = block { title } else { nil }
    }
    #expect(
      titles == ["Phụ lục I. Kết quả từng câu hỏi", "Phụ lục II. Phương pháp và giới hạn"]
    )
    let first = report.blocks.firstIndex { if case .appendix = $0 { true } else { false } }
    let last = report.blocks.lastIndex { if case .heading(_, 1) = $0 { true } else { false } }
    #expect((first ?? 0) > (last ?? .max))
  }

  @Test func `a signed document has a head and numbered headings`() throws {
    let report = try report(
      ReportLayout(
        title: text("Kết quả năm 2024"),
        sections: [.summary, .indices, .method],
        letterhead: LetterheadText(symbol: "BC-UBND", place: text("Vĩnh Châu"))
      )
    )
    #expect(
      headings(report) == ["I. Tóm tắt", "II. Chỉ số tổng hợp", "III. Phương pháp và giới hạn"]
    )
    #expect(report.blocks.contains(.heading("1. Chỉ số hiểu biết", level: 2)))
    let head = try #require(report.letterhead)
    #expect(head.issuer == "Ủy ban nhân dân tỉnh")
    // The head names the office already.
    #expect(report.subtitle.first == "Đợt khảo sát: Đợt 1")
    #expect(head.kind == "Báo cáo")
    #expect(head.subject == "Kết quả năm 2024")
  }

  @Test func `headings are numbered within the heading above`() {
    let blocks: [Report.Block] = [
      .heading("a", level: 1), .heading("b", level: 2), .heading("c", level: 3), .note("x"),
      .heading("d", level: 3), .heading("e", level: 2), .heading("f", level: 1),
      .heading("g", level: 2),
    ]
    let texts = HeadingNumbers.numbered(blocks).compactMap { block -> String? in
      if case .heading(let text, _) = block { text } else { nil }
    }
    #expect(texts == ["I. a", "1. b", "a) c", "b) d", "2. e", "II. f", "1. g"])
    #expect([4, 9, 14, 40, 99].map(HeadingNumbers.roman) == ["IV", "IX", "XIV", "XL", "XCIX"])
  }
}
