import SurveyModel
import Testing

@testable import SurveyFormats

/// Pairs of a day that was sent back and of the cell that comes again; `!` where it was faulty.
@Suite struct KeptDaysTests {
  private func days(_ cells: [(String, String)], _ order: DateOrder = .dayMonth) -> KeptDays {
    var days = KeptDays(order: order)
    for (line, (original, present)) in cells.enumerated() {
      days.observe(
        original.replacing("!", with: ""),
        present,
        line: line + 2,
        isFaulty: original.contains("!")
      )
    }
    return days
  }

  @Test func `one day after the 12th shows that day and month are exchanged`() {
    let days = days([("25/08/2026", "08/25/2026"), ("06/08/2026", "06/08/2026")])
    #expect(days.isExchanged(beside: days.tally))
  }

  @Test func `where all days are exchanged a spreadsheet did it`() {
    let days = days([("06/08/2026", "08/06/2026"), ("07/08/2026", "08/07/2026")])
    #expect(days.isExchanged(beside: days.tally))
  }

  @Test func `beside days that are as they were a person did it`() {
    let days = days([("06/08/2026", "08/06/2026"), ("07/08/2026", "07/08/2026")])
    #expect(!days.isExchanged(beside: days.tally))
  }

  @Test func `what was wrong is mended by a person`() {
    let days = days([("!05/12/2026", "12/05/2026"), ("!25/08/2026", "08/25/2026")])
    #expect(!days.isExchanged(beside: days.tally))
  }

  @Test func `a column that does not tell follows the others`() {
    let open = days([("06/08/2026", "08/06/2026")])
    let proven = days([("25/08/2026", "08/25/2026")])
    let untouched = days([("06/08/2026", "06/08/2026")])
    var all = open.tally
    all.add(untouched.tally)
    #expect(!open.isExchanged(beside: all))
    all.add(proven.tally)
    #expect(open.isExchanged(beside: all))
    #expect(!untouched.isExchanged(beside: all))
  }

  @Test(arguments: ["2026-10-09", "2026-10-09 08:05:00", "46304"])
  func `a day typed into a spreadsheet that reads the month first is open`(typed: String) throws {
    let days = days([("06/08/2026", "2026-06-08"), ("!31/09/2026", typed)])
    let kind = try #require(days.fault(beside: days.tally))
    let fault = FormatFault(column: "ngay", kind: kind)
    #expect(fault.code == "V03")
    #expect(fault.text(in: .vietnamese).contains("(dòng 3: “\(typed)”)"))
    #expect(fault.text(in: .vietnamese).contains("theo ngày/tháng/năm, có dấu ' ở trước"))
    #expect(fault.text(in: .english).contains("'10/09/2026 is 10 September"))
  }

  @Test(arguments: ["2026-09-25", "10/09/2026", "'10/09/2026", "2026-09-09", "mai", ""])
  func `a day that is certain is taken from there`(typed: String) {
    let days = days([("06/08/2026", "2026-06-08"), ("!31/09/2026", typed)])
    #expect(days.fault(beside: days.tally) == nil)
  }

  @Test func `a spreadsheet that reads the day first turns nothing that is typed`() {
    let days = days([("06/08/2026", "2026-08-06"), ("!31/09/2026", "2026-09-10")])
    #expect(days.fault(beside: days.tally) == nil)
    let plain = self.days([("!31/09/2026", "2026-09-10")])
    #expect(plain.fault(beside: plain.tally) == nil)
  }

  @Test func `a day typed where a spreadsheet writes the month first is open`() throws {
    let days = days([("06/08/2026", "08/06/2026"), ("!31/09/2026", "09/10/2026")])
    let kind = try #require(days.fault(beside: days.tally))
    let fault = FormatFault(column: "ngay", kind: kind)
    #expect(fault.text(in: .vietnamese).contains("1 ngày gõ lại đọc được cả hai cách (dòng 3:"))
    #expect(fault.text(in: .english).contains("'2026-09-10 is 10 September"))
    let certain = self.days([("06/08/2026", "08/06/2026"), ("!31/09/2026", "2026-09-10")])
    #expect(certain.fault(beside: certain.tally) == nil)
  }

  @Test func `typed days of which one shows only the other order are open`() {
    let days = days([("!31/09/2026", "09/25/2026"), ("!31/09/2026", "09/10/2026")])
    #expect(days.fault(beside: days.tally) != nil)
    let mixed = self.days([
      ("!31/09/2026", "09/25/2026"), ("!31/09/2026", "10/09/2026"), ("!31/09/2026", "25/09/2026"),
    ])
    #expect(mixed.fault(beside: mixed.tally) == nil)
    let alone = self.days([("!31/09/2026", "09/25/2026"), ("!31/09/2026", "31/09/2026")])
    #expect(alone.fault(beside: alone.tally) == nil)
  }

  @Test func `rows that come back untouched say nothing`() {
    let days = days([("!28/09/2025", "28/09/2025"), ("03/04/2025", "03/04/2025")], .monthDay)
    #expect(days.fault(beside: days.tally) == nil)
    #expect(!days.isExchanged(beside: days.tally))
  }

  @Test func `days that are now said to stand in another order are not the ones of before`() {
    var options = ValueOptions()
    options.isContinued = true
    #expect(options.keptDateOrder("ngay") == .dayMonth)
    options.dateOrder = .monthDay
    #expect(options.keptDateOrder("ngay") == nil)
    options.keptDateOrders["ngay"] = .monthDay
    #expect(options.keptDateOrder("ngay") == .monthDay)
  }
}
