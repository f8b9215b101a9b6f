import SurveyAnalysis
import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct FieldworkWordsTests {
  private func words(_ issued: Int, _ returned: Int, complete: Int) throws -> FieldworkWords {
    let span = try #require(CountSpan("2024-09-30"))
    func entry(_ number: Int64, _ name: String, _ value: Int) -> CountEntry {
      CountEntry(
        id: .init(station: 1, number: number),
        subject: .init(name: name, span: span),
        value: value,
        evidence: "Biên bản \(number)",
        by: "",
        at: Timestamp(milliseconds: 0)
      )
    }
    let fieldwork = Fieldwork(
      FieldworkCounts([.issued: "phat", .returned: "thu"]),
      complete: complete,
      in: CountBook([entry(1, "phat", issued), entry(2, "thu", returned)]),
      days: span.days
    )
    return FieldworkWords(try #require(fieldwork), language: .vietnamese)
  }

  @Test func `forms handed out, returned and valid stand in this order with their evidence`() throws
  {
    let words = try words(400, 390, complete: 380)
    let rows = words.table("Tình hình triển khai").rows
    #expect(rows.map(\.label) == ["Phiếu phát ra", "Phiếu thu về", "Phiếu hợp lệ"])
    #expect(rows.map { $0.cells[1] } == [.count(400), .count(390), .count(380)])
    #expect(rows[0].cells[2] == .text("Biên bản 1"))
    #expect(
      words.sentences == [
        "Tỷ lệ thu về: 97,50%.", "Tỷ lệ trả lời (AAPOR RR1): 95,00% = 380/400.",
      ]
    )
    #expect(words.warnings.isEmpty)
  }

  @Test func `a document that proves several counts is named once`() throws {
    let spans = try ["2024-Q1", "2024-Q2", "2024-Q3"].map { try #require(CountSpan($0)) }
    let entries = zip(spans, ["Sổ phiếu", "Biên bản 2", "Sổ phiếu"]).enumerated()
      .map { number, count in
        CountEntry(
          id: .init(station: 1, number: Int64(number + 1)),
          subject: .init(name: "phat", span: count.0),
          value: 100,
          evidence: count.1,
          by: "",
          at: Timestamp(milliseconds: 0)
        )
      }
    let fieldwork = Fieldwork(
      FieldworkCounts([.issued: "phat"]),
      complete: 280,
      in: CountBook(entries),
      days: spans[0].firstDay...spans[2].lastDay
    )
    let words = FieldworkWords(try #require(fieldwork), language: .vietnamese)
    let row = try #require(words.table("").rows.first)
    #expect(row.cells[1...] == [.count(300), .text("Sổ phiếu; Biên bản 2")])
  }

  @Test func `counts that contradict each other give no rate`() throws {
    let words = try words(300, 390, complete: 380)
    #expect(words.sentences.isEmpty)
    #expect(words.warnings.count == 2)
    #expect(words.warnings[0].contains("thu về 390 phiếu nhưng chỉ phát ra 300"))
  }
}
