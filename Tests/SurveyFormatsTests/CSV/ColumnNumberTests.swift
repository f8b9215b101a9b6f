import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite struct ColumnNumberTests {
  private let form: DialectForm

  init() throws { form = try DialectForm() }

  private let header = "STT,Đơn vị của Ông/Bà,Ông/Bà bao nhiêu tuổi?,Thái độ phục vụ"

  /// The lines of the rows, with the codes of those sent back.
  private func rows(_ text: String) throws -> [String] {
    var table = try InterviewTable(.text(text), questionnaire: form.questionnaire)
    let plan = try InterviewPlan(form.questionnaire)
    var rows = table.rows(for: plan, moment: FormMoment(now: Timestamp(milliseconds: 0)))
    var lines: [String] = []
    while let row = try rows.next(&table) {
      lines.append("\(row.line)\(row.faults.first.map { " \($0.rejection.code)" } ?? "")")
    }
    return lines
  }

  @Test(arguments: [
    "(1),(2),(3),(4)", "[1],[2],[3],[4]", "1,2,3,4", "A,B,1,2", "(A),(B),(1),(2)",
    "(1),(2),(3),(4)=(2)+(3)", ",(1),(2),(3)",
  ])
  func `numbers of the columns belong to the header`(numbers: String) throws {
    let text = "\(header)\n\(numbers)\n1,Xã A,30,4\n2,Xã B,31,5\n"
    let reading = try form.reading(text)
    #expect(reading.recordsAboveData == 2)
    #expect(reading.notes.map(\.code).contains("T08"))
    #expect(reading.summary(in: .vietnamese)[0].contains("(số thứ tự cột)"))
    #expect(reading.summary(in: .english)[0].contains("(numbers of columns)"))
    #expect(try rows(text) == ["3", "4"])
  }

  @Test func `bare numbers that could be answers are sent back`() throws {
    // The count of rows does not begin anew, and all cells are answers.
    #expect(try rows("\(header)\n1,2,3,4\n2,Xã A,30,4\n") == ["2 T09", "3"])
    // Three columns are few.
    #expect(
      try rows("STT,don_vi,tuoi\n1,2,3\n1,Xã A,30\n2,1,2\n") == ["2 T09", "3", "4"]
    )
  }

  @Test func `an office that is called A is no number of a column`() throws {
    #expect(try rows("don_vi,tuoi,a1\nA,1,2\nB,0,2\n") == ["2", "3"])
    #expect(try rows("don_vi,tuoi,a1,a2\nA,1,2,3\nB,0,2,2\n") == ["2 T09", "3"])
  }

  @Test func `bare numbers of which one is no answer belong to the header`() throws {
    let text = "STT,don_vi,tuoi,ly_do_1,ly_do_2,a1\n1,2,3,4,5,6\n2,Xã A,30,x,y,4\n"
    #expect(try rows(text) == ["3"])
  }

  @Test(arguments: [
    "1,2,3,5", "1,2,4,3", "2,3,4,5", "1,,3,4", "1,2,3,", "1,Xã A,30,4", "A,B,C,5", "01,02,03,04",
  ])
  func `other rows are interviews`(row: String) throws {
    #expect(try form.reading("\(header)\n\(row)\n2,Xã B,31,5\n").recordsAboveData == 1)
    #expect(try rows("\(header)\n\(row)\n2,Xã B,31,5\n")[0].hasSuffix("T09") == false)
  }

  @Test func `only the first row can number the columns`() throws {
    #expect(try rows("\(header)\n1,Xã A,30,4\n1,2,3,4\n") == ["2", "3"])
  }

  @Test func `a first row that was sent back comes in when its code was emptied`() throws {
    let own = "_dong,_cot,_ma,_ly_do,_gia_tri,_goi_y,_lo,"
    #expect(try rows("\(own)STT,don_vi,tuoi\n2,,T09,x,,,,1,2,3\n") == ["2 T09"])
    #expect(try rows("\(own)STT,don_vi,tuoi\n2,,,x,,,,1,2,3\n") == ["2"])
  }

  @Test func `numbers of columns do not decide how a column is written`() throws {
    let values = try ValueForm()
    let rows = "nhan;so;ngay;muc\nXã A;4,5;05/09/2026;2\n"
    let numbered = "nhan;so;ngay;muc\n(1);(2);(3);(4)\nXã A;4,5;05/09/2026;2\n"
    #expect(try values.formats(numbered) == (try values.formats(rows)))
  }
}
