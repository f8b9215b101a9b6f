import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Headers that stand among the rows, where tables were put below each other.
@Suite struct SecondHeaderTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  private let rows = (0..<60).map { "P\($0),5,4,\($0 + 20)\n" }.joined()

  /// The codes of what is said about the rows, or of what stops the file.
  private func codes(_ text: String, _ request: TableRequest = TableRequest()) throws -> [String] {
    do throws(TableFault) {
      var table = try InterviewTable(
        .text(text),
        questionnaire: form.plan.questionnaire,
        request: request
      )
      var rows = table.rows(for: form.plan, moment: form.moment)
      var codes: Set<String> = []
      while let row = try rows.next(&table) {
        codes.formUnion(row.faults.map(\.rejection.code))
      }
      return codes.sorted() + rows.footers.map { "\($0.kind)" }
    } catch {
      return ["stop", error.code]
    }
  }

  @Test(arguments: [
    "nhan,muc2,muc,tuoi", "Nhãn,Mức hai,Mức,Tuổi", "nhan,tuoi,muc2,muc", "Nhãn,Số lần,biet,Tuổi",
    "nhan,muc2,muc,tuoi,so", "nhan,muc2,muc",
  ])
  func `a second header with other columns stops the file`(header: String) throws {
    let text = "nhan,muc,muc2,tuoi\n\(rows)\(header)\nR1,1,2,33\n"
    #expect(try codes(text) == ["stop", "H09"])
  }

  @Test func `the line and what to do are told`() throws {
    let text = "nhan,muc,muc2,tuoi\n\(rows)nhan,muc2,muc,tuoi\nR1,1,2,33\n"
    var table = try InterviewTable(.text(text), questionnaire: form.plan.questionnaire)
    let fault = try #require(throws: TableFault.self) {
      var rows = table.rows(for: form.plan, moment: form.moment)
      while try rows.next(&table) != nil {}
    }
    #expect(fault == .reading(.secondHeader(line: 62, text: "nhan | muc2")))
    #expect(fault.text(in: .vietnamese).contains("dòng 62"))
    #expect(fault.text(in: .english).contains("line 62"))
  }

  @Test func `also near the beginning, when the header was named`() throws {
    let text = "nhan,muc,muc2,tuoi\nP1,5,4,25\nnhan,muc2,muc,tuoi\nR1,1,2,33\n"
    #expect(try codes(text) == ["stop", "H09"])
    var request = TableRequest()
    request.headerRow = 1
    #expect(try codes(text, request) == ["stop", "H09"])
  }

  @Test(arguments: ["nhan,muc,muc2,tuoi", "Nhãn,Mức,Mức hai,Tuổi", "NHÃN,Level,Second level,tuoi"])
  func `the header again, in other words too, is passed over`(header: String) throws {
    let text = "nhan,muc,muc2,tuoi\n\(rows)\(header)\nR1,1,2,33\n"
    #expect(try codes(text) == ["repeatedHeader"])
  }

  @Test(arguments: [
    // Words in the place of an answer.
    "Mức,Mức hai,5,30", "R1,Mức hai,5,30", "R1,xấu,5,30", "Tuổi,xấu,tốt,30", "nhan,,,x",
  ])
  func `a row with mistakes is a row`(row: String) throws {
    let text = "nhan,muc,muc2,tuoi\n\(rows)\(row)\nR1,1,2,33\n"
    #expect(try codes(text).first != "stop")
  }
}
