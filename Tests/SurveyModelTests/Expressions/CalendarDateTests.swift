import SurveyModel
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let iso: String
    let days: Int
    let weekday: Int
    var testDescription: String { iso }
  }

  @Test(arguments: [
    Case(iso: "1970-01-01", days: 0, weekday: 4),
    Case(iso: "1970-01-02", days: 1, weekday: 5),
    Case(iso: "1969-12-31", days: -1, weekday: 3),
    Case(iso: "2000-02-29", days: 11_016, weekday: 2),
    Case(iso: "2000-03-01", days: 11_017, weekday: 3),
    Case(iso: "2025-07-01", days: 20_270, weekday: 2),
    Case(iso: "0001-01-01", days: -719_162, weekday: 1),
    Case(iso: "9999-12-31", days: 2_932_896, weekday: 5),
  ])
  func countsDaysBothWays(_ known: Case) throws {
    let date = try #require(CalendarDate(iso: known.iso))
    #expect(date.daysSince1970 == known.days)
    #expect(CalendarDate(daysSince1970: known.days) == date)
    #expect(date.isoWeekday == known.weekday)
    #expect(date.description == known.iso)
  }

  @Test func `every day of four centuries comes back`() throws {
    var previous = try #require(CalendarDate(iso: "1799-12-31"))
    for days in (previous.daysSince1970 + 1)...(previous.daysSince1970 + 146_097) {
      let date = try #require(CalendarDate(daysSince1970: days))
      #expect(date.daysSince1970 == days)
      #expect(previous < date)
      let isNextDay = date.day == previous.day + 1 && date.month == previous.month
      #expect(isNextDay || date.day == 1)
      previous = date
    }
  }

  @Test(arguments: [
    "", "2025-7-01", "2025-07-1", "2025-13-01", "2025-00-10", "2025-02-29", "1900-02-29",
    "2025-04-31", "0000-01-01", "10000-01-01", "2025/07/01", "2025-07-01 ", " 2025-07-01",
    "2025-07-01T00:00", "٢٠٢٥-٠٧-٠١", "2025-07-00", "-025-07-01",
  ])
  func refuses(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `parts out of range make no date`() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2100, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 0, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: Int.max, month: Int.max, day: Int.max) == nil)
    #expect(CalendarDate(daysSince1970: 2_932_897) == nil)
    #expect(CalendarDate(daysSince1970: Int.min) == nil)
  }

  @Test func `adding days crosses months and stops at the calendar's ends`() throws {
    let date = try #require(CalendarDate(iso: "2024-02-28"))
    #expect(date.adding(days: 2)?.description == "2024-03-01")
    #expect(date.adding(days: -59)?.description == "2023-12-31")
    #expect(date.adding(days: Int.max) == nil)
    #expect(date.adding(days: Int.min) == nil)
  }

  @Test func `Vietnamese forms write the day first`() throws {
    let date = try #require(CalendarDate(iso: "2025-07-01"))
    #expect(date.dayMonthYear == "01/07/2025")
  }
}
