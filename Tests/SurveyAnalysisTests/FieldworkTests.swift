import SurveyAnalysis
import SurveyModel
import Testing

@Suite struct FieldworkTests {
  private func book(_ counts: [(String, Int, String?)]) throws -> CountBook {
    let span = try #require(CountSpan("2024-09-30"))
    return CountBook(
      counts.enumerated().map { number, count in
        CountEntry(
          id: .init(station: 1, number: Int64(number + 1)),
          subject: .init(name: count.0, span: span, place: count.2),
          value: count.1,
          evidence: "Biên bản \(number + 1)",
          by: "",
          at: Timestamp(milliseconds: 0)
        )
      }
    )
  }

  private let names = FieldworkCounts([
    .issued: "phat", .returned: "thu", .refused: "tuchoi", .notReached: "vang", .unknown: "chuaro",
    .ineligible: "ngoai",
  ])

  private func fieldwork(_ complete: Int, _ counts: [(String, Int, String?)]) throws -> Fieldwork? {
    let first = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2024, month: 12, day: 31))
    return Fieldwork(names, complete: complete, in: try book(counts), days: first...last)
  }

  @Test func `the minimum response rate counts all that might have answered`() throws {
    let known = try fieldwork(
      300,
      [
        ("phat", 420, nil), ("thu", 320, nil), ("tuchoi", 30, nil), ("vang", 40, nil),
        ("chuaro", 20, nil), ("ngoai", 10, nil),
      ]
    )
    let fieldwork = try #require(known)
    #expect(fieldwork.contradictions.isEmpty)
    #expect(fieldwork.unusable == 20)
    // 300 + 20 + 70 + 20.
    #expect(fieldwork.minimumRate?.of == 410)
    // e = 390/400, so 300/(390 + 19.5).
    let rate = try #require(fieldwork.estimatedRate)
    #expect(abs(rate - 300 / 409.5) < 1e-12)
  }

  @Test func `refusals that are not counted are what is missing`() throws {
    let fieldwork = try #require(try fieldwork(90, [("phat", 120, nil), ("thu", 100, nil)]))
    #expect(fieldwork.minimumRate?.of == 120)
    #expect(fieldwork.estimatedRate == nil)
  }

  @Test func `a count for the whole is not added to those of places`() throws {
    let places = try #require(
      try fieldwork(10, [("phat", 30, "A"), ("phat", 20, "B"), ("thu", 12, nil)])
    )
    #expect(places[.issued] == 50)
    let whole = try #require(
      try fieldwork(10, [("phat", 30, "A"), ("phat", 20, "B"), ("phat", 60, nil)])
    )
    #expect(whole[.issued] == 60)
  }

  private func spans(_ counts: [(Int, String, String?)], final: Bool = true) throws -> CountBook {
    CountBook(
      try counts.enumerated().map { number, count in
        let span = try #require(CountSpan(count.1))
        let day = Int64(span.lastDay.daysSince1970) + (final ? 1 : -20)
        return CountEntry(
          id: .init(station: 1, number: Int64(number + 1)),
          subject: .init(name: "phat", span: span, place: count.2),
          value: count.0,
          evidence: "BC",
          by: "",
          at: Timestamp(milliseconds: day * 86_400_000)
        )
      }
    )
  }

  @Test(arguments: [true, false])
  func `a half-year is not added to its quarters`(final: Bool) throws {
    let first = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2024, month: 12, day: 31))
    func issued(_ book: CountBook) -> Fieldwork? {
      Fieldwork(names, complete: 600, in: book, days: first...last)
    }
    let nested: [(Int, String, String?)] = [
      (350, "2024-Q1", nil), (350, "2024-Q2", nil), (700, "2024-H1", nil),
    ]
    let half = try #require(issued(try spans(nested, final: final)))
    #expect(half[.issued] == 700)
    #expect(half.minimumRate?.of == 700)
    #expect(half.contradictions.isEmpty)
    let places: [(Int, String, String?)] = [
      (100, "2024-01", "A"), (350, "2024-Q1", "A"), (50, "2024-Q1", "B"), (60, "2024-Q2", "B"),
    ]
    #expect(try #require(issued(try spans(places, final: final)))[.issued] == 460)
  }

  @Test func `a half-year with less in it than its quarters have gives no rate`() throws {
    let first = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2024, month: 12, day: 31))
    let book = try spans([(350, "2024-Q1", nil), (350, "2024-Q2", nil), (600, "2024-H1", nil)])
    let made = Fieldwork(names, complete: 500, in: book, days: first...last)
    let contradictions = try #require(made).contradictions
    guard case .partsDisagree(let mismatch) = contradictions.first else {
      Issue.record("\(contradictions)")
      return
    }
    #expect(mismatch.whole.value == 600)
    #expect(mismatch.parts == 700)
  }

  @Test func `what cannot be true together is told`() throws {
    let one = try #require(try fieldwork(10, [("phat", 10, nil), ("thu", 12, nil)]))
    #expect(one.contradictions.first == .returnedAboveIssued(returned: 12, issued: 10))
    let two = try #require(try fieldwork(15, [("phat", 20, nil), ("thu", 12, nil)]))
    #expect(two.contradictions == [.completeAboveReturned(complete: 15, returned: 12)])
    let three = try #require(try fieldwork(15, [("phat", 20, nil), ("tuchoi", 6, nil)]))
    #expect(three.contradictions == [.outcomesAboveIssued(outcomes: 21, issued: 20)])
  }

  @Test func `without counts there is nothing to tell`() throws {
    #expect(try fieldwork(10, []) == nil)
    #expect(try fieldwork(10, [("khac", 5, nil)]) == nil)
  }
}
