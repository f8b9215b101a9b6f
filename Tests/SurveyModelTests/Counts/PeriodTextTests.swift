import Testing

@testable import SurveyModel

@Suite struct PeriodTextTests {
  @Test(
    arguments: [
      ("tháng 3/2024", "2024-03"), ("Tháng 03 năm 2024", "2024-03"), ("3/2024", "2024-03"),
      ("03-2024", "2024-03"), ("2024-03", "2024-03"), ("T3/2024", "2024-03"),
      ("March 2024", "2024-03"), ("Mar 2024", "2024-03"), ("12.2024", "2024-12"),
      ("quý I/2024", "2024-Q1"), ("Quý IV năm 2024", "2024-Q4"), ("quy 2/2024", "2024-Q2"),
      ("Q3/2024", "2024-Q3"), ("2024-Q1", "2024-Q1"), ("2024-q1", "2024-Q1"),
      ("Quarter II of 2024", "2024-Q2"), ("6 tháng đầu năm 2024", "2024-H1"),
      ("6 tháng cuối năm 2024", "2024-H2"), ("Sáu tháng đầu năm 2024", "2024-H1"),
      ("2024-H2", "2024-H2"), ("First half of 2024", "2024-H1"), ("năm 2024", "2024"),
      ("2024", "2024"), (" Year 2024 ", "2024"),
    ]
  )
  func `periods are read as people write them`(text: String, id: String) {
    #expect(Period(reading: text)?.id == id)
    #expect(CountSpan(reading: text)?.id == id)
  }

  @Test(
    arguments: [
      "", "tháng 13/2024", "tháng 0/2024", "quý V/2024", "quý 5/2024", "6 tháng 2024", "3", "I",
      "24", "3/24", "2024-2025", "2024/03/04/05", "quý 2024", "tháng 2024", "H3 2024", "٣/2024",
      "3,5/2024", "2024%", "tháng ba 2024", "0000", "99999",
    ]
  )
  func `what is no period is refused`(text: String) {
    #expect(Period(reading: text) == nil)
  }

  @Test func `where the kind is known, a number is enough and other kinds are refused`() {
    #expect(Period(reading: "1/2024", kind: .quarter)?.id == "2024-Q1")
    #expect(Period(reading: "II/2024", kind: .quarter)?.id == "2024-Q2")
    #expect(Period(reading: "2024-2", kind: .halfYear)?.id == "2024-H2")
    #expect(Period(reading: "5/2024", kind: .quarter) == nil)
    #expect(Period(reading: "quý 1/2024", kind: .month) == nil)
    #expect(Period(reading: "2024-Q1", kind: .year) == nil)
    #expect(Period(reading: "1/2024", kind: .year) == nil)
    #expect(Period(reading: "2024", kind: .month) == nil)
  }

  @Test func `every period is read back from its name and from its words`() throws {
    for kind in Period.Kind.allCases {
      for number in 1...kind.perYear {
        let period = try #require(Period(kind, year: 2024, number: number))
        for text in [
          period.id, period.text(in: .vietnamese), period.text(in: .english),
          period.phrase(in: .vietnamese), period.phrase(in: .english),
        ] {
          #expect(Period(reading: text) == period, "\(text)")
          #expect(CountSpan(reading: text) == .period(period), "\(text)")
        }
        #expect(CountSpan(period.id) == .period(period))
      }
    }
  }

  @Test func `days are read before periods`() throws {
    let day = try #require(CalendarDate(iso: "2024-06-30"))
    for text in ["30/06/2024", "30-6-2024", "2024-06-30", "ngày 30/6/2024", "Ngày 30.06.2024"] {
      #expect(CountSpan(reading: text) == .day(day), "\(text)")
    }
    #expect(CountSpan(reading: "31/06/2024") == nil)
    #expect(CountSpan("2024-06-30") == .day(day))
    #expect(CountSpan("30/06/2024") == nil)
  }
}
