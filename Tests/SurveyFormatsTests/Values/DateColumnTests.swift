import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct DateColumnTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  @Test func `an impossible month decides the whole column`() throws {
    #expect(
      try form.column("ngay", ["03/04/2026", "28/09/2025"]) == ["2026-04-03", "2025-09-28"]
    )
    #expect(
      try form.column("ngay", ["03/04/2026", "09/28/2025"]) == ["2026-03-04", "2025-09-28"]
    )
    let notes = try form.formats("nhan,ngay\nx,28/9/2025\nx,3/4/2026\nx,5/5/2026\n").notes
    #expect(
      notes.map { $0.text(in: .vietnamese) } == [
        "Cột “ngay”: đọc theo ngày/tháng: 1 ô chỉ đọc được như vậy, 0 ô theo tháng/ngày, 1 ô đọc được cả hai cách. [V03]"
      ]
    )
  }

  @Test func `where no cell decides, day comes first and that is said`() throws {
    #expect(try form.column("ngay", ["03/04/2026"]) == ["2026-04-03"])
    let notes = try form.formats("nhan,ngay\nx,3/4/2026\n").notes
    #expect(notes.map(\.code) == ["V03"])
    #expect(
      notes[0].text(in: .vietnamese).hasSuffix("1 ô đọc được cả hai cách; theo lệ thường. [V03]")
    )
    #expect(notes[0].text(in: .english).hasSuffix("1 both ways; as is usual in Vietnam. [V03]"))
  }

  @Test func `a year without its digits or a spreadsheet's zero is no day`() throws {
    #expect(try form.column("ngay", ["01/02/0025", "30/12/1899"]) == ["V02", "V02"])
    #expect(try form.column("ngay", ["1900-01-01"]) == ["1900-01-01"])
  }

  @Test func `ISO days need no words`() throws {
    #expect(try form.formats("nhan,ngay\nx,2026-04-03\n").notes.isEmpty)
  }

  @Test func `both orders in one column are refused with a line of each`() throws {
    let fault = try form.fault("ngay", ["28/09/2025", "3/4/2026", "09/28/2025"])
    #expect(fault.code == "V03")
    #expect(
      fault.text(in: .vietnamese)
        == "cột 'ngay': 1 ô chỉ đọc được là ngày/tháng (dòng 2: “28/09/2025”), 1 ô chỉ đọc được là tháng/ngày (dòng 4: “09/28/2025”); sửa cho thống nhất, hoặc dùng --date-order"
    )
    #expect(
      fault.text(in: .english)
        == "column 'ngay': 1 cells can only be day/month (line 2: “28/09/2025”), 1 only month/day (line 4: “09/28/2025”); make them agree, or use --date-order"
    )
    var options = ValueOptions()
    options.dateOrder = .dayMonth
    #expect(
      try form.column("ngay", ["28/09/2025", "09/28/2025"], options: options)
        == ["2025-09-28", "V02"]
    )
  }

  @Test func `an open column beside a column with month first is asked about`() throws {
    let fault = try #require(throws: TableFault.self) {
      _ = try form.formats("nhan,ngay,ngay2\nx,09/28/2025,03/04/2026\n")
    }
    #expect(fault.code == "V03")
    #expect(fault.text(in: .vietnamese).contains("trong khi cột 'ngay' là tháng/ngày"))
    #expect(fault.text(in: .english).contains("while column 'ngay' is month/day"))
  }

  @Test func `day numbers are read only where the column holds nothing else`() throws {
    #expect(try form.column("ngay", ["45928", "45929.5"]) == ["2025-09-28", "2025-09-29"])
    #expect(try form.column("ngay", ["45928", "29/09/2025"]) == ["V02", "2025-09-29"])
    var options = ValueOptions()
    options.serials = .from1904
    #expect(try form.column("ngay", ["44466"], options: options) == ["2025-09-28"])
    let notes = try form.formats("nhan,ngay\nx,45928\n").notes
    #expect(
      notes.map { $0.text(in: .english) } == [
        "Column “ngay”: 1 cells are Excel's day numbers (system of 1900). [V03]"
      ]
    )
  }

  @Test func `early day numbers are taken beside surer ones and nothing else`() throws {
    #expect(try form.column("ngay", ["25569", "19101"]) == ["1970-01-01", "1952-04-17"])
    #expect(try form.column("ngay", ["25569", "10000.5"]) == ["1970-01-01", "1927-05-18"])
    #expect(
      try form.formats("nhan,ngay\nx,25569\nx,19101\n").notes.map { $0.text(in: .english) } == [
        "Column “ngay”: 2 cells are Excel's day numbers (system of 1900). [V03]"
      ]
    )
    #expect(try form.column("ngay", ["19101", "18000"]) == ["V02", "V02"])
    #expect(try form.column("ngay", ["19101", "17/04/1952"]) == ["V02", "1952-04-17"])
    // 1 March 1952 that lost the zero in front, beside 12 March 1952.
    #expect(try form.column("ngay", ["10352", "120352", "25569"]) == ["V02", "V02", "1970-01-01"])
    var options = ValueOptions()
    options.serials = .from1904
    #expect(
      try form.column("ngay", ["24107", "17639"], options: options) == ["1970-01-01", "1952-04-17"]
    )
  }

  @Test(arguments: ["1952", "999", "9999"])
  func `a year among day numbers is no day`(cell: String) throws {
    #expect(try form.column("ngay", ["25569", cell]) == ["1970-01-01", "V02"])
    let row = try form.rows("nhan,ngay\nx,25569\nx,\(cell)\n").rows[1]
    #expect(row.faults.map(\.rejection.code) == ["V02"])
    #expect(row.faults[0].rejection.text(in: .vietnamese).contains("số thứ tự ngày của Excel"))
    #expect(row.faults[0].rejection.text(in: .english).contains("such as a year"))
  }

  @Test func `early day numbers that were taken come back as such`() throws {
    var options = ValueOptions()
    options.known["ngay"] = ColumnMemory()
    options.known["ngay"]?.holdsEarlyDayNumbers = true
    #expect(try form.column("ngay", ["19101"], options: options) == ["1952-04-17"])
    #expect(
      try form.column("ngay", ["19101", "1952-04-18"], options: options) == ["V02", "1952-04-18"]
    )
  }

  @Test func `the future is refused unless the question speaks of today`() throws {
    #expect(
      try form.column("ngay", ["21/11/2026", "22/11/2026"]) == ["2026-11-21", "V02"]
    )
    #expect(try form.column("hen", ["22/11/2026", "22/1/2027"]) == ["2026-11-22", "R02"])
    let row = try form.rows("nhan,ngay\nx,22/11/2026\n").rows[0]
    #expect(
      row.faults[0].rejection.text(in: .vietnamese)
        == "“22/11/2026” ở sau ngày nhập tệp (21/11/2026); xin xem lại ngày."
    )
  }

  @Test func `days that do not exist are refused and never shifted`() throws {
    #expect(
      try form.column("ngay", ["31/02/2026", "29/02/2025", "29/02/2024"])
        == ["V02", "V02", "2024-02-29"]
    )
  }

  @Test func `two digits of a year are said with the years that they mean`() throws {
    let notes = try form.formats("nhan,ngay\nx,28.09.25\n").notes
    #expect(
      notes.last?.text(in: .vietnamese)
        == "Cột “ngay”: 1 ô có năm hai chữ số, hiểu là 1927–2026. [V03]"
    )
  }

  @Test func `times and marks stand beside days`() throws {
    #expect(
      try form.column(
        "ngay",
        ["28/09/2025 8:05:11", "2025/09/28 8:05:11 SA GMT+7", "-", "#N/A", "mai"]
      )
        == ["2025-09-28", "2025-09-28", "?no-answer", "V07", "V02"]
    )
  }

  @Test func `the time of sending tells an order, and its column is no answer`() throws {
    let fault = try #require(throws: TableFault.self) {
      _ = try form.formats("Dấu thời gian,nhan,ngay\n9/28/2025 8:05:11,x,5/6/2025\n")
    }
    #expect(fault.code == "V03")
    #expect(fault.text(in: .vietnamese).contains("trong khi cột 'Dấu thời gian' là tháng/ngày"))
    let notes = try form.formats("Dấu thời gian,nhan,ngay\n28/9/2025 8:05:11,x,5/6/2025\n").notes
    #expect(notes.map(\.column) == ["ngay"])
    // Where the column speaks for itself nothing is asked.
    #expect(
      try form.formats("Dấu thời gian,nhan,ngay\n9/28/2025 8:05:11,x,28/6/2025\n").notes.count == 1
    )
  }

  @Test func `a map that all cells contradict is refused`() throws {
    var options = ValueOptions()
    options.known["ngay"] = ColumnMemory()
    options.known["ngay"]?.dateOrder = .monthDay
    let text = "nhan,ngay\nx,28/09/2025\nx,03/04/2025\n"
    let fault = try #require(throws: TableFault.self) {
      _ = try form.formats(text, options: options)
    }
    #expect(fault.code == "V03")
    #expect(fault.text(in: .vietnamese).contains("bản đồ nói tháng/ngày"))
    #expect(fault.text(in: .english).contains("the map says month/day"))
    // Rows that come back are read as they were.
    options.isContinued = true
    #expect(
      try form.column("ngay", ["28/09/2025", "03/04/2025"], options: options) == [
        "V02", "2025-03-04",
      ]
    )
    let notes = try form.formats(text, options: options).notes
    #expect(notes[0].text(in: .english).contains("0 cells can only be read so, 1 as day/month"))
  }

  @Test func `rows that come back to a column that showed no order are read day first`() throws {
    var options = ValueOptions()
    options.isContinued = true
    #expect(
      try form.column("ngay", ["09/28/2025", "03/04/2025"], options: options) == [
        "V02", "2025-04-03",
      ]
    )
  }

  /// What a column of a workbook becomes of which some cells are days and the others texts.
  private func decide(_ cells: [String], _ options: ValueOptions = ValueOptions()) throws {
    var profile = DateProfile()
    for (line, cell) in cells.enumerated() {
      profile.observe(Array(cell.utf8).span, line: line + 2)
    }
    var formats = ColumnFormats(columnCount: 1)
    try DateDecision(
      columns: [(0, profile)],
      witnesses: [],
      header: ["ngay"],
      options: options,
      newestYear: 2026
    ).decide(.sheet("Trang 1"), into: &formats)
  }

  @Test func `days that a spreadsheet turned are refused`() throws {
    let turned = ["2025-10-03", "2025-09-01", "28/09/2025", "13/01/2025"]
    let fault = try #require(throws: FormatFault.self) { try decide(turned) }
    #expect(fault.code == "V03")
    #expect(fault.text(in: .vietnamese).contains("2 ô là ngày của sổ tính"))
    #expect(fault.text(in: .english).contains("2 cells are days of the workbook"))
    var options = ValueOptions()
    options.dateOrder = .dayMonth
    #expect(throws: Never.self) { try decide(turned, options) }
    #expect(throws: Never.self) { try decide(turned + ["2025-09-28"]) }
    #expect(throws: Never.self) { try decide(turned + ["03/04/2025"]) }
    #expect(throws: Never.self) { try decide(["2025-10-03", "2025-09-01"]) }
  }
}
