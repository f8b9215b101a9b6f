import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct DateTimeColumnTests {
  private let form: ValueForm

  init() throws {
    form = try ValueForm(
      adding: """
              - {id: luc, type: datetime, label: {vi: Lúc đến, en: Arrival}}
              - {id: hen_luc, type: datetime, label: {vi: Lúc hẹn, en: Appointed}, constraint: ". >= now()"}
              - {id: gio, type: time, label: {vi: Giờ đến, en: Hour}}

        """
    )
  }

  @Test func `days and months stand in the order that the column shows`() throws {
    #expect(
      try form.column("luc", ["05/28/2025 08:05", "03/05/2025 08:05"])
        == ["2025-05-28T08:05", "2025-03-05T08:05"]
    )
    #expect(
      try form.column("luc", ["28/05/2025 08:05", "03/05/2025 08:05"])
        == ["2025-05-28T08:05", "2025-05-03T08:05"]
    )
    var options = ValueOptions()
    options.dateOrder = .monthDay
    #expect(
      try form.column("luc", ["03/05/2025 08:05"], options: options) == ["2025-03-05T08:05"]
    )
  }

  @Test func `the order is said, and asked for where another column has month first`() throws {
    let notes = try form.formats("nhan,luc\nx,03/05/2025 08:05\n").notes
    #expect(notes.map(\.code) == ["V03"])
    let fault = try #require(throws: TableFault.self) {
      _ = try form.formats("nhan,ngay,luc\nx,09/28/2025,03/04/2026 8:00\n")
    }
    #expect(fault.code == "V03")
    #expect(try form.fault("luc", ["28/09/2025 8:00", "09/28/2025 8:00"]).code == "V03")
  }

  @Test(arguments: [
    ("28/09/2025 8:05:11 SA", "2025-09-28T08:05:11"),
    ("28/09/2025 8:05 CH", "2025-09-28T20:05"),
    ("28/09/2025 12:05 SA", "2025-09-28T00:05"),
    ("8:05:30 PM 28/09/2025", "2025-09-28T20:05:30"),
    ("8h05, ngày 28 tháng 9 năm 2025", "2025-09-28T08:05"),
    ("28/9/2025 11h30 trưa", "2025-09-28T11:30"),
    ("8g30 28/09/2025", "2025-09-28T08:30"),
    ("2025-09-28T08:05:11.500+07:00", "2025-09-28T08:05:11+07:00"),
    ("2025-09-28T01:05:00Z", "2025-09-28T01:05Z"),
    ("2025-09-28 08:05", "2025-09-28T08:05"),
    ("Chủ nhật, 28/09/2025 lúc 20:05", "2025-09-28T20:05"),
  ])
  func `one moment in many clothes`(cell: String, answer: String) throws {
    #expect(try form.column("luc", [cell]) == [answer], "\(cell)")
  }

  @Test(arguments: [
    "28/09/2025", "31/02/2025 8:00", "28/09/2025 25:00", "13:05 SA 28/09/2025", "mai", "45928.5",
    "01/02/0025 8:00", "2099-05-03 08:05", "22/11/2026 00:00", "28/9/2025 8:30-10:00",
    "28/9/2025 0:30 CH",
  ])
  func `what is no moment of the past is sent back`(cell: String) throws {
    #expect(try form.column("luc", [cell]) == ["V02"], "\(cell)")
  }

  @Test func `a question with a rule about now takes the future`() throws {
    #expect(try form.column("hen_luc", ["22/11/2026 8:00"]) == ["2026-11-22T08:00"])
  }

  @Test func `missing marks and damage are what they are elsewhere`() throws {
    #expect(try form.column("luc", ["-", "########"]) == ["?no-answer", "V07"])
  }

  @Test(arguments: [
    ("8:05 CH", "20:05"), ("8:05:30 PM", "20:05:30"), ("12:30 SA", "00:30"), ("8h05", "08:05"),
    ("20:05", "20:05"), ("2 giờ 5 phút chiều", "14:05"), ("11h trưa", "11:00"),
    ("10h30 trưa", "10:30"), ("1h trưa", "13:00"), ("13h trưa", "13:00"), ("12h chiều", "12:00"),
    ("17h chiều", "17:00"), ("8h15 tối", "20:15"), ("20h tối", "20:00"), ("8h sáng", "08:00"),
    ("0h30 sáng", "00:30"), ("08:30:00+07:00", "08:30"), ("13:30 CH", "13:30"),
  ])
  func `a time of day in many clothes`(cell: String, answer: String) throws {
    #expect(try form.column("gio", [cell]) == [answer], "\(cell)")
  }

  @Test(arguments: [
    "25:00", "8:75 CH", "13:00 SA", "chiều", "8:30-10:00", "8h30-10h", "8:30+2", "0:30 CH",
    "0:30 PM", "12h15 tối", "0h tối", "3h tối", "9h trưa", "15h trưa", "8 giờ 5 phút chiều",
    "20h chiều", "12h sáng", "14h sáng",
  ])
  func `what is no time of day is sent back`(cell: String) throws {
    let codes = try form.column("gio", [cell])
    #expect(codes.count == 1 && codes[0].hasPrefix("V"), "\(cell): \(codes)")
  }
}
