import SurveyFormats
import SurveyModel
import Tabular
import Testing

@Suite struct RowReaderTests {
  private let form: TestForm

  init() throws { form = try TestForm() }

  private func read(_ text: String) throws -> (answers: [Answer?], faults: [RowReader.Fault]) {
    var reader = try CSVReader(.text(text))
    let header = try #require(try reader.next()).texts
    let map = ColumnMap(header: header, questionnaire: form.questionnaire)
    var rows = RowReader(plan: form.plan, map: map, moment: form.moment)
    return rows.read(try #require(try reader.next()))
  }

  private func index(_ id: String) throws -> Int {
    try #require(form.questionnaire.index(of: id))
  }

  @Test func `a question without a column has no answer at all`() throws {
    let (answers, faults) = try read("don_vi\nA\n")
    #expect(answers[try index("don_vi")] == .text("A"))
    #expect(answers[try index("tuoi")] == nil)
    #expect(faults.isEmpty)
  }

  @Test(arguments: ["2", "Hài lòng", "HÀI LÒNG", "Satisfied", "2 - Hài lòng", " 2 "])
  func `codes and labels are the same answer`(cell: String) throws {
    #expect(try read("muc\n\(cell)\n").answers[try index("muc")] == .choice("2"))
  }

  @Test(arguments: ["9", "Không trả lời", "No answer"])
  func `missing codes carry their reason`(cell: String) throws {
    #expect(try read("muc\n\(cell)\n").answers[try index("muc")] == .missing(.refused))
  }

  @Test func `a cell that is no answer is a fault in its column`() throws {
    let (answers, faults) = try read("don_vi,muc\nA,7\n")
    #expect(answers[try index("muc")] == .missing(.noAnswer))
    try #require(faults.count == 1)
    #expect(faults[0].column == 1)
    #expect(faults[0].question == (try index("muc")))
    #expect(faults[0].rejection.code == "V04")
  }

  @Test(arguments: [("1", "0"), ("x", ""), ("Có", "không"), ("TRUE", "false"), ("yes", "No")])
  func `option columns make one answer`(marked: String, unmarked: String) throws {
    let text = "kenh__1,kenh__b,kenh__9\n\(unmarked),\(marked),\(unmarked)\n"
    #expect(try read(text).answers[try index("kenh")] == .choices(["b"]))
  }

  @Test func `option columns are put in the order of the list`() throws {
    #expect(try read("kenh/b,kenh/1\n1,1\n").answers[try index("kenh")] == .choices(["1", "b"]))
  }

  @Test func `option columns that are all empty are no answer`() throws {
    let (answers, faults) = try read("kenh__1,kenh__b\n,\n")
    #expect(answers[try index("kenh")] == .missing(.noAnswer))
    #expect(faults.isEmpty)
  }

  @Test func `an option column takes nothing but yes and no`() throws {
    let faults = try read("kenh__1,kenh__b\n1,2\n").faults
    try #require(faults.count == 1)
    #expect(faults[0].column == 1)
    #expect(faults[0].rejection.code == "V04")
  }

  @Test func `an exclusive option stands alone in either form`() throws {
    #expect(try read("kenh__1,kenh__9\n1,1\n").faults.map(\.rejection.code) == ["V06"])
    #expect(try read("kenh\n1 9\n").faults.map(\.rejection.code) == ["V06"])
  }

  @Test func `a column of codes goes before empty option columns`() throws {
    let answers = try read("kenh,kenh__1\n1 b,\n").answers
    #expect(answers[try index("kenh")] == .choices(["1", "b"]))
  }

  @Test func `the same text is read the same a second time`() throws {
    let text = "don_vi,muc\nA,7\nB,Hài lòng\nC,7\nD,Hài lòng\n"
    #expect(try form.rows(text).map(\.places) == [["V04@muc"], [], ["V04@muc"], []])
  }
}
