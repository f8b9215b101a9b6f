import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct DateFormTests {
  private func day(_ text: String, _ order: DateOrder = .dayMonth) -> String? {
    DateForm(text)?.date(order: order, serials: .from1900, newest: 2026)?.description
  }

  @Test(arguments: [
    "28/9/2025", "28/09/2025", "28-09-2025", "28.09.2025", "2025-09-28", "2025/09/28", "2025.9.28",
    "28.09.25", "28/9/25", "28 / 09 / 2025", "20250928", "ngày 28 tháng 9 năm 2025",
    "Ngày 28 tháng 09 năm 2025", "28 tháng 9, 2025", "28 thg 9, 2025", "28-thg 9-25",
    "28 Thg9 2025",
    "28 tháng chín năm 2025", "tháng 9 ngày 28, 2025", "Chủ nhật, 28 tháng 9, 2025",
    "Chủ Nhật, ngày 28/9/2025", "28 Sep 2025", "28-Sep-25", "Sep 28, 2025", "September 28th, 2025",
    "28th of September 2025", "Sun, 28 Sep 2025", "２８/０９/２０２５", "28/09/2025 8:05:11",
    "2025/09/28 8:05:11 SA GMT+7", "28/09/2025 8:05 CH", "8:05 SA 28/09/2025",
    "08:05:11, 28/09/2025", "lúc 8h05 ngày 28/9/2025",
    "2025-09-28T08:05:11", "2025-09-28T08:05:11.123+07:00", "2025-09-28T01:05:11Z",
    "2025-09-28T01:05:11.123456Z", "2025-09-27T20:05:11Z", "2025-09-28 23:59:59",
    "2025-09-28T08:05:11+0700", "2025-09-28 12:30 pm", "28/9/2025 12:05 SA",
  ])
  func `one day in many clothes`(text: String) {
    #expect(day(text) == "2025-09-28", "\(text)")
  }

  @Test func `the zone of a time decides the day in Vietnam`() {
    #expect(day("2025-09-27T16:59:59Z") == "2025-09-27")
    #expect(day("2025-09-27T17:00:00Z") == "2025-09-28")
    #expect(day("2025-09-28T00:30:00+09:00") == "2025-09-27")
    #expect(day("2024-12-31T17:00:00Z") == "2025-01-01")
    #expect(day("2025-09-27T20:00+02:00") == "2025-09-28")
    #expect(day("2025-09-27 20:00:00+02") == "2025-09-28")
    #expect(day("2025-09-27T20:00:00+0545") == "2025-09-27")
    #expect(day("27/9/2025 8:00 CH GMT+2") == "2025-09-28")
  }

  @Test func `month and day change places when the column says so`() {
    #expect(day("03/04/2026", .dayMonth) == "2026-04-03")
    #expect(day("03/04/2026", .monthDay) == "2026-03-04")
    #expect(day("2026-03-04", .monthDay) == "2026-03-04")
    #expect(day("28/09/2025", .monthDay) == nil)
  }

  @Test(arguments: [
    "31/02/2026", "29/02/2025", "31/04/2026", "0/1/2026", "1/0/2026", "1/13/2026", "00/00/0000",
    "32 tháng 1 năm 2026", "2026-13-01", "20251340", "31 Feb 2025",
  ])
  func `a day that the calendar lacks is none`(text: String) {
    #expect(DateForm(text) != nil, "\(text)")
    #expect(day(text) == nil)
  }

  @Test(arguments: [
    "", "03/2026", "2026", "5/3", "5/3/2026/1", "+5/3/2026", "-5/3/2026", "5//2026", "5/3-2026",
    "5/3/126", "28/09/2025 25:00", "28/09/2025 8:61", "28/09/2025 SA", "2025-09-28T", "mai",
    "thứ hai",
    "28 thág 9 năm 2025", "123456", "09999", "60001", "1e5", "28/09/2025 13:00 SA",
    "28/09/2025 8:05 GMT+99", "tháng mười ba", "28/9/2025 8:30-10:00", "28/9/2025 8:30 - 10:00",
    "28/9/2025 08:30-10:00", "28/9/2025 8h30-10h", "28/9/2025 8:30+2", "28/9/2025 8:30:00+07:00",
    "28/9/2025 08:30:00+15:00", "28/9/2025 08:30:00-13:00", "2025-09-28T08:30:00+07:10",
    "2025-09-28T08:30:00+7", "8:30-10:00 28/9/2025", "28/9/2025 8:30 GMT-13",
  ])
  func `what is no date is none`(text: String) {
    #expect(day(text) == nil, "\(text)")
  }

  @Test func `day numbers are counted from either beginning`() {
    let form = DateForm("45928")
    #expect(form?.day == .number(45928))
    #expect(
      form?.date(order: .dayMonth, serials: .from1900, newest: 2026)?.description == "2025-09-28"
    )
    let old = DateForm("44466.3368055556")
    #expect(
      old?.date(order: .dayMonth, serials: .from1904, newest: 2026)?.description == "2025-09-28"
    )
    #expect(DateForm("45928,25")?.day == .number(45928))
  }

  @Test func `two digits of a year mean the last such year`() {
    #expect(day("1/2/26") == "2026-02-01")
    #expect(day("1/2/27") == "1927-02-01")
    #expect(day("1/2/00") == "2000-02-01")
    #expect(day("1-Feb-85") == "1985-02-01")
  }
}
