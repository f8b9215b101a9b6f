import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct NumberColumnTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  private func options(_ edit: (inout ValueOptions) -> Void) -> ValueOptions {
    var options = ValueOptions()
    edit(&options)
    return options
  }

  @Test func `one cell decides the mark of its column`() throws {
    #expect(try form.column("so", ["1.234", "4,5"]) == ["1234", "4.5"])
    #expect(try form.column("so", ["1.234", "4.5"]) == ["1.234", "4.5"])
    #expect(try form.column("so", ["1,234", "1.234.567"]) == ["1.234", "1234567"])
    #expect(try form.column("nguyen", ["1.234", "2.000.000"]) == ["1234", "2000000"])
    #expect(try form.column("nguyen", ["12.000", "1.0"]) == ["12", "1"])
  }

  @Test func `two marks in one column are refused with counts and lines`() throws {
    let fault = try form.fault("so", ["4,5", "1", "2.5", "3,25"])
    #expect(fault.code == "V09")
    #expect(
      fault.text(in: .vietnamese)
        == "cột 'so': lẫn hai dấu thập phân: 1 ô dùng dấu chấm (dòng 4: “2.5”), 2 ô dùng dấu phẩy (dòng 2: “4,5”); sửa cho thống nhất, hoặc dùng --decimal"
    )
    #expect(
      fault.text(in: .english)
        == "column 'so': two decimal marks: 1 cells have a point (line 4: “2.5”), 2 a comma (line 2: “4,5”); make them agree, or use --decimal"
    )
  }

  @Test func `a fraction without digits in front is a number`() throws {
    #expect(try form.column("nguyen", [".00", "-.0", ".5"]) == ["0", "0", "V01"])
  }

  @Test func `what the user says holds, and the other cells are sent back`() throws {
    let comma = options { $0.decimalMark = .comma }
    #expect(
      try form.column("so", ["4,5", "2.5", "1.234"], options: comma) == ["4.5", "V01", "1234"]
    )
    let point = options { $0.decimalMark = .point }
    #expect(
      try form.column("so", ["4,5", "2.5", "1.234"], options: point) == ["V01", "2.5", "1.234"]
    )
  }

  @Test func `thousands that no cell of the column explains are asked about`() throws {
    let fault = try form.fault("so", ["7", "50.000", "120.000"])
    #expect(fault.code == "V09")
    #expect(
      fault.text(in: .vietnamese)
        == "cột 'so': 2 ô đọc được cả hai cách (dòng 3: “50.000” là 50 nếu dấu thập phân là dấu chấm, là 50000 nếu là dấu phẩy) và không ô nào của cột cho biết; viết rõ “50,0” hoặc “50000”, hoặc dùng --decimal point, --decimal comma, hoặc ghi decimal của cột trong bản đồ (--map)"
    )
    #expect(
      fault.text(in: .english)
        == "column 'so': 2 cells can be read both ways (line 3: “50.000” is 50 where the point is the decimal mark and 50000 where the comma is) and no cell of the column tells; write “50.0” or “50000”, or use --decimal point, --decimal comma, or say the column's decimal in a map (--map)"
    )
    let other = try form.fault("so", ["1,250"])
    #expect(other.text(in: .english).contains("is 1250 where the point"))
    #expect(other.text(in: .vietnamese).contains("viết rõ “1,25” hoặc “1250”"))
    #expect(try form.fault("so", ["1.234"]).text(in: .english).contains("write “1.2340” or “1234”"))
  }

  @Test(arguments: [
    "nhan;so;so2\nx;1.234;0,5\n", "nhan,so,so2\nx,1.234,0.5\n", "nhan;so\nx;1.234\n",
    "nhan;nguyen;so2\nx;50.000;0,5\n", "nhan,nguyen,so2\nx,50.000,2.5\n",
  ])
  func `neither other columns nor the delimiter say what thousands are worth`(
    text: String
  ) throws {
    let fault = try #require(throws: TableFault.self) { _ = try form.formats(text) }
    #expect(fault.code == "V09")
    let thousands = ColumnMemory(decimalMark: .comma)
    let known = options { $0.known = ["so": thousands, "nguyen": thousands] }
    let answers = try form.rows(text, options: known).rows[0].form.answers
    #expect(answers.contains(.decimal(1234)) || answers.contains(.integer(50_000)))
  }

  @Test func `what must be whole tells the mark, zeros do not`() throws {
    #expect(try form.column("nguyen", ["1.234", "7"]) == ["1234", "7"])
    #expect(try form.column("nguyen", ["1.234", "50.000"]) == ["1234", "50000"])
    #expect(try form.column("nguyen", ["1,234", "50,000", "2,5"]) == ["V01", "50", "V01"])
    #expect(try form.column("nguyen", ["1,234", "50,000"]) == ["1234", "50000"])
    // What is thousands elsewhere in the column is not three zeros behind a mark.
    #expect(try form.column("nguyen", ["1.234", "50,000"]) == ["1234", "V01"])
    #expect(try form.column("nguyen", ["1.234.567", "50,000"]) == ["1234567", "V01"])
    #expect(try form.column("nguyen", ["1.234", "7", "8.0"]) == ["V01", "7", "8"])
    for cells in [["12.000"], ["12,000", "7"], ["1.234", "1,234"]] {
      #expect(try form.fault("nguyen", cells).code == "V09")
    }
    #expect(
      try form.fault("nguyen", ["12.000"]).text(in: .english).contains("write “12” or “12000”")
    )
    let notes = try form.formats("nhan,nguyen\nx,1.234\n").notes
    #expect(
      notes.map { $0.text(in: .vietnamese) } == [
        "Cột “nguyen”: dấu thập phân là “,” (0 ô cho thấy, 1 ô đọc được cả hai cách; chỉ như vậy mới là số nguyên). [V09]"
      ]
    )
    #expect(notes[0].text(in: .english).hasSuffix("; only so are they whole numbers). [V09]"))
  }

  @Test func `a mark is kept for rows that come back only where the column had one`() throws {
    let formats = try form.formats("nhan;so;so2;nguyen\nx;5;0,5;1.234\n").columns
    #expect(formats.map(\.keepsDecimalMark) == [false, false, true, true])
  }

  @Test func `three zeros are units only where the column shows it`() throws {
    let point = options { $0.decimalMark = .point }
    #expect(try form.column("nguyen", ["1.000"], options: point) == ["V01"])
    #expect(try form.column("nguyen", ["1.000", "2.0"]) == ["1", "2"])
  }

  @Test func `per cent is per cent or a share, as the other cells have it`() throws {
    #expect(try form.column("so", ["80%", "75"]) == ["80", "75"])
    #expect(try form.column("so", ["80%", "0.75"]) == ["0.8", "0.75"])
    #expect(try form.column("so", ["80%", "12,5%"]) == ["80", "12.5"])
    #expect(try form.rows("nhan,so\nx,80%\n").tally.entries.map(\.note) == [.percent(ofOne: false)])
  }

  @Test func `one as a decimal is no number above one`() throws {
    #expect(try form.column("so", ["0.5", "1.0", "80%"]) == ["0.5", "1", "0.8"])
    #expect(try form.column("so", ["0,5", "1,0", "80%"], delimiter: ";") == ["0.5", "1", "0.8"])
    #expect(try form.column("so", ["0.5", "01", "80%"]) == ["0.5", "1", "0.8"])
    #expect(try form.column("so", ["0.5", "1.01", "80%"]) == ["0.5", "1.01", "80"])
    #expect(try form.column("so", ["0.5", "33.3%", "5.05%"]) == ["0.5", "0.333", "0.0505"])
    // Nothing but zeros shows no shares.
    #expect(try form.column("so", ["0.0", "0", "80%"]) == ["0", "0", "80"])
  }

  @Test func `a one beside nothing but per cent is asked about`() throws {
    for cells in [["80%", "75%", "1"], ["80%", "0.0", "1.0"], ["1", "80%", "1"]] {
      let fault = try form.fault("so", cells)
      #expect(fault.code == "V09")
      #expect(fault.text(in: .vietnamese).contains("có thể là 1% hoặc 100%"))
      #expect(fault.text(in: .english).contains("may be 1% or 100%"))
    }
    for (isShare, answers) in [(true, ["0.8", "1"]), (false, ["80", "1"])] {
      let known = options {
        var memory = ColumnMemory()
        memory.percentIsShare = isShare
        $0.known["so"] = memory
      }
      #expect(try form.column("so", ["80%", "1"], options: known) == answers)
    }
    #expect(try form.column("so", ["80%", "1", "2"]) == ["80", "1", "2"])
  }

  @Test func `a share of a whole question is whole or refused`() throws {
    #expect(try form.column("nguyen", ["0.5", "80%", "100%", "0%"]) == ["V01", "V01", "1", "0"])
    #expect(try form.column("nguyen", ["80%", "75"]) == ["80", "75"])
    let tally = try form.rows("nhan,nguyen\nx,0.5\nx,100%\n").tally
    #expect(tally.entries.map(\.note) == [.percent(ofOne: true)])
  }

  @Test func `harmless units are passed over and others refused`() throws {
    #expect(try form.column("nguyen", ["4đ", "4 điểm", "3 lần"]) == ["4", "4", "3"])
    #expect(try form.column("nguyen", ["2 tháng", "5 nghìn", "3h"]) == ["V01", "V01", "V01"])
    #expect(
      try form.column("so", ["15'", "5’", "30''", "1.5 '", "12'500"])
        == ["V01", "V01", "V01", "V01", "12500"]
    )
    let row = try form.rows("nhan,nguyen\nx,2 tháng\n").rows[0]
    #expect(
      row.faults[0].rejection.text(in: .vietnamese)
        == "“2 tháng” có đơn vị “tháng”; xin chỉ viết số, theo đơn vị của câu hỏi."
    )
  }

  @Test(arguments: [
    "9,12E+08", "9.12E+08", "1E+05", "########", "#N/A", "#REF!", "#NAME?", "#DIV/0!", "02-Jan",
    "2-thg 1", "4-May",
  ])
  func `damage by Excel is named`(cell: String) throws {
    #expect(try form.column("nguyen", [cell]) == ["V07"])
    #expect(try form.column("so", [cell]) == ["V07"])
  }

  @Test(arguments: ["0x10", "nan", "inf", "mười", "5 5", "1_000", "--5", "1e5x", "5+5"])
  func `what no form means is refused`(cell: String) throws {
    #expect(try form.column("so", [cell]) == ["V01"])
  }

  @Test func `fractions are no whole numbers`() throws {
    #expect(
      try form.column("nguyen", ["2.5", "3.0", "99999999999999999999"]) == ["V01", "3", "V01"]
    )
  }

  @Test func `numbers that are too large or have a power of ten are called so`() throws {
    func reason(_ id: String, _ cell: String) throws -> String? {
      try form.rows("nhan,\(id)\nx,\(cell)\n").rows[0].faults.first?.rejection.text(in: .english)
    }
    #expect(
      try reason("nguyen", "99999999999999999999")
        == "“99999999999999999999” is too large; whole numbers go from -9223372036854775808 to 9223372036854775807."
    )
    for (id, cell) in [("nguyen", "1e400"), ("so", "1e400"), ("so", "2.5E-5")] {
      #expect(
        try reason(id, cell)
          == "“\(cell)” is written with a power of ten; please write all digits."
      )
    }
    #expect(try reason("so", "1e5x")?.contains("has the unit “e5x”") == true)
    #expect(try form.column("nguyen", ["9223372036854775807"]) == ["9223372036854775807"])
  }

  @Test func `a rule without a message is said with the answer`() throws {
    let rejection = try form.rows("nhan,tuoi\nx,17\n").rows[0].faults[0].rejection
    #expect(rejection.code == "R02")
    #expect(
      rejection.text(in: .vietnamese)
        == "“17” không hợp với quy định của phiếu: . >= 18 (“.” là câu trả lời)."
    )
    #expect(
      rejection.text(in: .english)
        == "“17” does not satisfy the form's rule: . >= 18 (“.” is the answer)."
    )
  }

  @Test func `a negative mark is missing only where the rule forbids the number`() throws {
    #expect(try form.column("tuoi", ["-99", "-999", "20"]) == ["?no-answer", "?no-answer", "20"])
    #expect(try form.column("nguyen", ["-99", "-999999999"]) == ["-99", "?no-answer"])
    let declared = options { _ = $0.missing.declare("-99=refused") }
    #expect(try form.column("nguyen", ["-99"], options: declared) == ["?refused"])
  }
}
