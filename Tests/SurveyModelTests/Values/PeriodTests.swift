import SurveyModel
import Testing

struct PeriodTests {
  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  @Test(
    arguments: [
      ("2024-Q1", "2024-01-01", "2024-03-31", "Quý I năm 2024", "Quarter I of 2024"),
      ("2024-Q4", "2024-10-01", "2024-12-31", "Quý IV năm 2024", "Quarter IV of 2024"),
      ("2024-H1", "2024-01-01", "2024-06-30", "6 tháng đầu năm 2024", "First half of 2024"),
      ("2024-H2", "2024-07-01", "2024-12-31", "6 tháng cuối năm 2024", "Second half of 2024"),
      ("2024", "2024-01-01", "2024-12-31", "Năm 2024", "Year 2024"),
      ("2024-02", "2024-02-01", "2024-02-29", "Tháng 2 năm 2024", "February 2024"),
      ("2023-02", "2023-02-01", "2023-02-28", "Tháng 2 năm 2023", "February 2023"),
    ]
  )
  func `a name has its days and its words`(
    name: String,
    first: String,
    last: String,
    vietnamese: String,
    english: String
  ) throws {
    let period = try #require(Period(name))
    #expect(period.id == name)
    #expect(period.description == name)
    #expect(period.firstDay.description == first)
    #expect(period.lastDay.description == last)
    #expect(period.text(in: .vietnamese) == vietnamese)
    #expect(period.text(in: .english) == english)
    #expect(Period(name.lowercased()) == period)
  }

  @Test(
    arguments: [
      "", "24", "2024-", "2024-Q", "2024-Q0", "2024-Q5", "2024-H3", "2024-13", "2024-00",
      "2024-Q11", "0000", "2024Q1", "2024-1", "20２4", "2024-01-01", " 2024", "2024-+1", "٢٠٢٤",
    ]
  )
  func `what is no period is not read`(name: String) {
    #expect(Period(name) == nil)
  }

  @Test func `every day of two years lies in one period of each kind`() throws {
    let start = try day("2023-01-01").daysSince1970
    for kind in Period.Kind.allCases {
      var before: Period?
      var seen: Set<Period> = []
      for offset in 0..<731 {
        let day = try #require(CalendarDate(daysSince1970: start + offset))
        let period = Period(kind, of: day)
        #expect(period.contains(day))
        #expect(period.kind == kind)
        if let before, before != period {
          #expect(before.next == period)
          #expect(period.previous == before)
          #expect(before < period)
          #expect(before.lastDay.adding(days: 1) == period.firstDay)
        }
        before = period
        seen.insert(period)
      }
      #expect(seen.count == 2 * kind.perYear)
    }
  }

  @Test func `what comes before and after crosses the year`() throws {
    let quarter = try #require(Period("2024-Q1"))
    #expect(quarter.previous?.id == "2023-Q4")
    #expect(quarter.next?.id == "2024-Q2")
    #expect(quarter.yearEarlier?.id == "2023-Q1")
    #expect(Period("2024")?.previous?.id == "2023")
    #expect(Period("0001-01")?.previous == nil)
    #expect(Period("9999")?.next == nil)
    #expect(Period("0001-H2")?.yearEarlier == nil)
  }

  @Test func `a period is made of shorter ones`() throws {
    let half = try #require(Period("2024-H2"))
    #expect(half.parts(.quarter).map(\.id) == ["2024-Q3", "2024-Q4"])
    #expect(half.parts(.month).first?.id == "2024-07")
    #expect(half.parts(.halfYear) == [half])
    #expect(half.parts(.year).isEmpty)
    #expect(half.contains(try #require(Period("2024-Q3"))))
    #expect(!half.contains(try #require(Period("2024-Q2"))))
    #expect(try #require(Period("2024")).parts(.month).count == 12)
  }

  @Test func `no period is made outside the calendar`() {
    #expect(Period(.quarter, year: 2024, number: 5) == nil)
    #expect(Period(.year, year: 0) == nil)
    #expect(Period(.month, year: 2024, number: 12)?.id == "2024-12")
    #expect(Period(.year, year: 2024, number: 2) == nil)
  }
}
