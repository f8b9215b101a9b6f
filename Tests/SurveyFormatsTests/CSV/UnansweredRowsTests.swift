import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Rows without a single answer.
@Suite struct UnansweredRowsTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  /// `+` for interviews, codes of what was sent back, and the lines that were passed over.
  private func outcomes(_ text: String, key: [Int] = []) throws -> (rows: String, passed: [Int]) {
    var table = try InterviewTable(.text(text), questionnaire: form.plan.questionnaire)
    var rows = table.rows(for: form.plan, moment: form.moment, key: key)
    var codes: [String] = []
    while let row = try rows.next(&table) {
      codes.append(row.faults.first?.rejection.code ?? "+")
    }
    #expect(rows.footers.allSatisfy { $0.kind == .numbered })
    return (codes.joined(separator: " "), rows.footers.map(\.line))
  }

  @Test func `lines that were only numbered are passed over and counted`() throws {
    let text = "STT,tuoi,muc\n1,25,5\n2,,\n3,  ,\n4,30,\n"
    let found = try outcomes(text)
    #expect(found.rows == "+ +")
    #expect(found.passed == [3, 4])
    let passed = [3, 4].map { FooterRow(line: $0, text: "2", kind: .numbered) }
    #expect(passed.summary(in: .vietnamese)?.hasPrefix("Bỏ qua 2 dòng chỉ có số thứ tự") == true)
    #expect(passed.summary(in: .english)?.hasPrefix("2 rows are only numbered") == true)
    let both = passed + [FooterRow(line: 9, text: "Tổng", kind: .footer)]
    #expect(both.summary(in: .english)?.split(separator: "\n").count == 2)
  }

  @Test(arguments: ["Ấp Tân Hòa,,,", "Hết,,,", "./.,,,", ",,,Nguồn tin", "P6,,,  "])
  func `words without an answer are sent back with the reason`(row: String) throws {
    let found = try outcomes("nhan,tuoi,muc,chu\nP1,25,5,\n\(row)\nP2,26,4,tốt\n")
    #expect(found.rows == "+ T09 +")
    #expect(found.passed == [])
  }

  @Test func `a key alone is a number, also when it was named for the import`() throws {
    let text = "nhan,tuoi,muc\nP1,25,5\nP2,,\n"
    #expect(try outcomes(text).rows == "+ T09")
    let found = try outcomes(text, key: [0])
    #expect(found.rows == "+")
    #expect(found.passed == [3])
  }

  @Test func `such a row that was sent back is taken when its code is emptied`() throws {
    let header = "_dong,_cot,_ma,_ly_do,_gia_tri,_goi_y,_lo,nhan,tuoi,muc\n"
    #expect(try outcomes(header + "3,,T09,,,,,P1,,\n").rows == "T09")
    #expect(try outcomes(header + "3,,,,,,,P1,,\n").rows == "+")
    #expect(try outcomes(header + "3,,T09,,,,,P1,30,\n").rows == "+")
    #expect(try outcomes("_dong,_ma,_lo,Vì sao,tuoi,muc\n3,T09,x,xa,,\n").rows == "T09")
    // A row whose only answer was emptied does not vanish.
    #expect(try outcomes("_ma,STT,tuoi,muc\nV09,1,,\n").rows == "T09")
  }

  @Test func `tables of texts are not judged, and one closed question has texts beside it`() throws
  {
    #expect(try outcomes("STT,nhan,chu\n1,x,\n2,,\n").rows == "+ +")
    let found = try outcomes("STT,nhan,tuoi\n1,x,\n2,,\n3,,30\n")
    #expect(found.rows == "+ +")
    #expect(found.passed == [3])
  }

  @Test func `what a server received was sent by somebody`() throws {
    let text = "KEY,SubmissionDate,tuoi,muc\nuuid:1,2026-01-05T08:00:00Z,,\nuuid:2,,,\n"
    let found = try outcomes(text)
    #expect(found.rows == "+")
    #expect(found.passed == [3])
  }

  @Test func `words under other questions than those of the form are answers of somebody`() throws {
    let text = "STT,nhan,Vì sao,tuoi,muc\n1,x,xa,30,5\n2,y,gần,,\n3,,gần,,\n4,y,,,\n"
    #expect(try outcomes(text).rows == "+ + T09 T09")
  }

  @Test(arguments: [
    "Họ tên chủ hộ,Địa chỉ", "Chủ hộ,Ấp/khu phố",
    "Head of household,Village", "Mã hộ,Nơi ở",
  ])
  func `a list that was drawn up beforehand makes no interviews`(columns: String) throws {
    let found = try outcomes("STT,\(columns),tuoi,muc\n1,x,y,25,5\n2,x,y,,\n3,z,y,,\n")
    #expect(found.rows == "+")
    #expect(found.passed == [3, 4])
  }

  @Test(arguments: ["Ghi chú", "Ghi chú của điều tra viên", "Remarks", "Lý do vắng mặt"])
  func `a remark about a visit is no answer`(header: String) throws {
    let text = "STT,Chủ hộ,nhan,tuoi,muc,\(header)\n1,x,P1,25,5,\n2,y,P2,,,Vắng nhà\n"
    #expect(try outcomes(text).rows == "+ T09")
    #expect(try outcomes(text.replacing("P2", with: "")).rows == "+ T09")
  }

  @Test(arguments: ["Vì sao", "Có gọi số điện thoại nóng không", "Lý do chọn", "Địa chỉ nào?"])
  func `interviews that answer only other questions are counted`(header: String) throws {
    let text = "STT,Chủ hộ,\(header),tuoi,muc\n1,x,a,25,5\n2,y,b,,\n3,z,c,,\n"
    let questionnaire = form.plan.questionnaire
    let table = try InterviewTable(.text(text), questionnaire: questionnaire)
    let read = RowsRead.oneByOne(table, of: form.plan, nil, form.moment)
    #expect(read.outcomes.allSatisfy { $0.faults.isEmpty })
    #expect(read.answeredElsewhere.rows == 2)
    #expect(read.answeredElsewhere.firstLine == 3)
    #expect(
      read.answeredElsewhere.summary(in: .vietnamese)
        == "2 phiếu không trả lời câu nào của phiếu hỏi ngoài câu ghi chữ, chỉ có nội dung ở cột khác (đầu tiên: dòng 3); vẫn được tính là phiếu. [T09]"
    )
    #expect(
      read.answeredElsewhere.summary(in: .english)
        == "2 interviews answer nothing of the form but in words, with something in other columns only (first: line 3); counted all the same. [T09]"
    )
    #expect(AnsweredElsewhere().summary(in: .english) == nil)
  }

  @Test func `a mark for a missing answer is an answer`() throws {
    #expect(try outcomes("nhan,tuoi,muc\nP1,,98\nP2,-,\n").rows == "+ +")
  }

  @Test func `rows taken many at a time are judged the same`() throws {
    var text = "STT,nhan,tuoi,muc,chu,Chủ hộ,Vì sao\n"
    for row in 1...400 {
      switch row % 10 {
      case 3: text += "\(row),,,,,x,\n"
      case 6: text += "\(row),P\(row),,,không,x,\n"
      case 8: text += "\(row),,,,,x,xa\n"
      default: text += "\(row),P\(row),\(20 + row % 50),,,x,\n"
      }
    }
    let questionnaire = form.plan.questionnaire
    let table = try InterviewTable(.text(text), questionnaire: questionnaire)
    let slow = RowsRead.oneByOne(table, of: form.plan, nil, form.moment)
    let again = try InterviewTable(.text(text), questionnaire: questionnaire)
    let fast = try RowsRead.manyAtATime(again, of: form.plan, nil, form.moment)
    #expect(slow == fast)
    #expect(fast.footers.count == 40)
    #expect(fast.answeredElsewhere.rows == 40)
    #expect(fast.outcomes.count { $0.faults == ["T09@#-1"] } == 40)
  }
}
