import Testing

@testable import SurveyModel

@Suite struct CountBookTests {
  private static func span(_ text: String) -> CountSpan {
    CountSpan(text) ?? .day(.epoch)
  }

  private static func entry(
    _ number: Int64,
    _ name: String,
    _ span: String,
    _ value: Int?,
    station: UInt64 = 1,
    place: String? = nil,
    supersedes: CountEntry.ID? = nil
  ) -> CountEntry {
    CountEntry(
      id: CountEntry.ID(station: station, number: number),
      subject: AdministrativeCount.Subject(name: name, span: Self.span(span), place: place),
      value: value,
      evidence: "e",
      by: "A1",
      at: Timestamp(milliseconds: 1_720_000_000_000 + number * 1000),
      supersedes: supersedes
    )
  }

  private static func id(_ number: Int64, station: UInt64 = 1) -> CountEntry.ID {
    CountEntry.ID(station: station, number: number)
  }

  @Test func `a correction takes the place of what was entered before`() {
    let book = CountBook([
      Self.entry(1, "a", "2024-03", 1), Self.entry(2, "a", "2024-04", 5),
      Self.entry(3, "a", "2024-03", 2, supersedes: Self.id(1)),
    ])
    #expect(book.counts.map(\.value) == [2, 5])
    #expect(book.entries.map { book.isSuperseded($0) } == [true, false, false])
    #expect(book.head(of: book.entries[0].subject)?.id.number == 3)
  }

  @Test func `what is withdrawn does not count and can be entered again`() {
    var entries = [
      Self.entry(1, "a", "2024-03", 1),
      Self.entry(2, "a", "2024-03", nil, supersedes: Self.id(1)),
    ]
    #expect(CountBook(entries).counts.isEmpty)
    entries.append(Self.entry(3, "a", "2024-03", 7, supersedes: Self.id(2)))
    #expect(CountBook(entries).counts.map(\.value) == [7])
  }

  @Test func `day and period, and places, are different subjects`() {
    let book = CountBook([
      Self.entry(1, "a", "2024", 1), Self.entry(2, "a", "2024-12-31", 2),
      Self.entry(3, "a", "2024", 3, place: "Xã B"), Self.entry(4, "a", "2024", 4, place: "Xã A"),
    ])
    #expect(book.counts.map(\.value) == [1, 2, 4, 3])
  }

  @Test func `of two copies of a study the later line holds, in any order`() {
    let own = Self.entry(1, "a", "2024", 1, station: 1)
    let other = Self.entry(2, "a", "2024", 2, station: 9)
    #expect(CountBook([own, other]).counts.map(\.value) == [2])
    #expect(CountBook([other, own]).counts.map(\.value) == [2])
  }

  @Test func `what was entered before the last day is a count so far`() throws {
    let subject = AdministrativeCount.Subject(name: "a", span: Self.span("2024-06"))
    func count(_ day: String) throws -> AdministrativeCount {
      let date = try #require(CalendarDate(iso: day))
      let at = Timestamp(milliseconds: Int64(date.daysSince1970) * 86_400_000 + 3_600_000)
      return AdministrativeCount(subject: subject, value: 1, evidence: "", by: "", at: at)
    }
    #expect(try count("2024-06-29").isFinal == false)
    #expect(try count("2024-06-30").isFinal)
    #expect(try count("2024-07-01").isFinal)
  }

  private func check(
    _ statements: [(String, String, Int)],
    book: CountBook = CountBook(),
    today: String = "2024-07-15"
  ) -> [[String]] {
    let check = CountCheck(
      CountReaderTests.plan,
      book: book,
      today: CalendarDate(iso: today) ?? .epoch
    )
    let all = statements.map { name, span, value in
      CountStatement(
        subject: AdministrativeCount.Subject(name: name, span: Self.span(span)),
        value: value,
        evidence: "e"
      )
    }
    return check.findings(in: all).map { $0.map(\.code) }
  }

  @Test func `more cannot be done than there is to do`() {
    let book = CountBook([Self.entry(1, "duoc_giao", "2024-06-30", 10)])
    #expect(check([("da_lam", "2024-06-30", 10)], book: book) == [[]])
    #expect(
      check([("da_lam", "2024-06-30", 11)], book: book) == [["more-done-than-there-is"]]
    )
    // Another day is another thing.
    #expect(check([("da_lam", "2024-06-29", 11)], book: book) == [[]])
    // The end of a file counts, not its order.
    #expect(
      check([("da_lam", "2024-06-30", 11), ("duoc_giao", "2024-06-30", 12)], book: book)
        == [[], []]
    )
    #expect(
      check([("da_lam", "2024-03", 3), ("duoc_giao", "2024-03", 2)])
        == [["more-done-than-there-is"], ["more-done-than-there-is"]]
    )
  }

  @Test func `repeated lines, other years and running periods are told`() {
    #expect(check([("tin_bai", "2024-03", 1), ("tin_bai", "2024-03", 1)])[1] == ["repeated-count"])
    #expect(check([("tin_bai", "2023-12", 1)]) == [["outside-the-year"]])
    #expect(check([("tin_bai", "2024-07", 1)]) == [["period-still-running"]])
    #expect(check([("tin_bai", "2024-07", 1)], today: "2024-07-31") == [[]])
  }

  @Test func `a sum over more than the target is judged by is told`() {
    #expect(check([("tin_bai", "2024-Q1", 5)]) == [["longer-than-judged"]])
    #expect(check([("tin_bai", "2024-H1", 5)]) == [["longer-than-judged"]])
    // It would never be asked for again, and so is no count so far.
    #expect(check([("tin_bai", "2024", 5)]) == [["longer-than-judged"]])
    #expect(check([("tin_bai", "2024-06", 5)]) == [[]])
    #expect(check([("tin_bai", "2024-06-03", 5)]) == [[]])
    // A target on the whole year takes every period.
    for span in ["2024-01", "2024-Q1", "2024-H1"] {
      #expect(check([("da_lam", span, 5)]) == [[]])
    }
    #expect(check([("da_lam", "2024", 5)], today: "2025-01-02") == [[]])
  }

  @Test func `the longest period of a count is that of the target which takes the longest`() {
    func longest(_ kinds: [Plan.ReportPeriod?]) -> Plan.ReportPeriod? {
      let targets = kinds.enumerated().map { index, kind in
        CountReaderTests.target(
          "t\(index)",
          AdministrativeTarget(done: "a", every: kind, atLeast: 1)
        )
      }
      let plan = Plan(id: "p", office: LocalizedText(["vi": "Xã"]), year: 2024, targets: targets)
      return plan.longestPeriod(ofCount: "a")
    }
    #expect(longest([.month]) == .month)
    #expect(longest([.month, .quarter]) == .quarter)
    #expect(longest([.halfYear, .month]) == .halfYear)
    #expect(longest([.month, .year]) == nil)
    #expect(longest([.month, nil]) == nil)
    #expect(longest([]) == nil)
  }

  @Test func `a share is compared exactly with the decimal that was written`() {
    for tenths in 0...1000 {
      let aim = AdministrativeTarget(done: "a", of: "b", atLeast: Double(tenths) / 10 / 100)
      for all in [1, 3, 7, 10, 40, 45, 125, 1000] {
        let edge = (tenths * all + 999) / 1000
        for done in max(0, edge - 2)...min(all, edge + 2) where done <= all {
          #expect(aim.isReached(by: done, of: all) == (done * 1000 >= tenths * all))
        }
      }
    }
    let all = AdministrativeTarget(done: "a", of: "b", atLeast: 1)
    #expect(!all.isReached(by: 999_999_999_998, of: 999_999_999_999))
    #expect(all.isReached(by: 999_999_999_999, of: 999_999_999_999))
    #expect(!all.isReached(by: 0, of: 0))
    let number = AdministrativeTarget(done: "a", atLeast: 2)
    #expect(!number.isReached(by: 1, of: nil))
    #expect(number.isReached(by: 2, of: nil))
    #expect(!AdministrativeTarget(done: "a", atLeast: 1e300).isReached(by: 9, of: nil))
  }
}
