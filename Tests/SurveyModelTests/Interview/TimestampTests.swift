@testable import SurveyModel
import Testing

@Suite struct TimestampTests {
  @Test func `an instant is written on the clock that showed it`() {
    let now = Timestamp(milliseconds: 1_772_676_000_000)
    #expect(now.iso8601 == "2026-03-05T09:00:00.000+07:00")
    let utc = Timestamp(milliseconds: now.milliseconds, offsetMinutes: 0)
    #expect(utc.iso8601 == "2026-03-05T02:00:00.000+00:00")
    let west = Timestamp(milliseconds: now.milliseconds + 1, offsetMinutes: -210)
    #expect(west.iso8601 == "2026-03-04T22:30:00.001-03:30")
  }

  @Test func `the day in Vietnam begins seven hours before that of Greenwich`() throws {
    let late = Timestamp(milliseconds: 1_772_729_999_999)
    #expect(late.iso8601 == "2026-03-05T23:59:59.999+07:00")
    #expect(late.localDate == CalendarDate(year: 2026, month: 3, day: 5))
    let next = Timestamp(milliseconds: 1_772_730_000_000)
    #expect(next.localDate == CalendarDate(year: 2026, month: 3, day: 6))
    #expect(next.millisecondOfDay == 0)
  }

  @Test func `instants before 1970 have a day, too`() {
    let early = Timestamp(milliseconds: -1, offsetMinutes: 0)
    #expect(early.iso8601 == "1969-12-31T23:59:59.999+00:00")
    #expect(early.millisecondOfDay == 86_399_999)
  }

  @Test func `impossible values become the nearest possible ones`() {
    for milliseconds in [Int64.min, .max] {
      for offset in [Int.min, 0, .max] {
        let instant = Timestamp(milliseconds: milliseconds, offsetMinutes: offset)
        #expect(instant.date != nil)
        #expect(instant.offsetMinutes.magnitude <= 18 * 60)
      }
    }
    #expect(Timestamp(milliseconds: .max, offsetMinutes: 0).localDate.year == 9999)
    #expect(Timestamp(milliseconds: .min, offsetMinutes: 0).localDate.year == 1)
  }

  @Test(arguments: [
    "2026-03-05T09:00:00.000+07:00", "2026-03-05T02:00:00.000+00:00",
    "0001-01-02T00:00:00.000+00:00", "2026-03-04T22:30:00.001-03:30",
  ])
  func `what is written can be read`(text: String) throws {
    let instant = try #require(Timestamp(iso: text, offsetMinutes: 0))
    #expect(instant.iso8601 == text)
  }

  @Test(arguments: [
    "", "2026-02-30", "2026-03-05T", "2026-03-05T24:00", "2026-03-05T09:60", "2026-03-05 09:00",
    "2026-03-05T9:00", "2026-03-05T09:00+25:00", "2026-03-05T09:00:00.",
    "2026-03-05T09:00+07:00:00",
  ])
  func `what is no instant is not read`(text: String) {
    #expect(Timestamp(iso: text, offsetMinutes: 0) == nil)
  }

  @Test func `today is the day on the clock of the form`() {
    #expect(Form.moment.now.localDate.dayMonthYear == "05/03/2026")
  }
}
