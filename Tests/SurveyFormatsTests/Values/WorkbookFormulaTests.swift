import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// A formula whose result the file does not hold is no blank cell.
@Suite struct WorkbookFormulaTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  private func fault(_ rows: [[ExcelFile.Cell]]) throws -> TableFault? {
    do {
      _ = try form.read(ExcelFile(rows: rows), options: ValueOptions())
      return nil
    } catch let fault as TableFault {
      return fault
    }
  }

  @Test func `a file with answers that were never computed is refused`() throws {
    let fault = try fault([
      ["nhan", "so", "so2"], ["x", 1, .formula("B2+1")], ["y", .formula("1+1"), .formula("B3+1")],
    ])
    #expect(fault?.code == "T26")
    #expect(
      fault?.text(in: .vietnamese)
        == "trang tính 'Phiếu' có 3 ô công thức chưa có kết quả (ô đầu tiên: C2), nên không biết câu trả lời; hãy mở tệp bằng Excel rồi lưu lại để Excel tính, rồi nhập lại"
    )
    #expect(
      fault?.text(in: .english)
        == "sheet 'Phiếu' has 3 formulas without a result (the first is cell C2), so that the answers are not known; open the file in Excel and save it again, which computes them, then import it"
    )
  }

  @Test func `a formula that gives an empty text is a blank cell`() throws {
    let empty = ExcelFile.Cell.formula("IF(1,,)", givesText: true)
    #expect(try fault([["nhan", "so"], ["x", 1], ["y", empty]]) == nil)
  }

  @Test func `formulas above the table and in columns that mean nothing do not matter`() throws {
    let title: [ExcelFile.Cell] = ["Phiếu", .formula("TODAY()")]
    let rows: [[ExcelFile.Cell]] = [
      title, ["nhan", "so", "Ghi chú riêng của máy"], ["x", 1, .formula("B3*2")], ["y", 2],
    ]
    #expect(try fault(rows) == nil)
  }

  private func code(_ column: String, key: [String] = []) throws -> String? {
    let file = ExcelFile(rows: [[.text(column), "nhan", "so"], [.formula("ROW()-1"), "x", 1]])
    var request = TableRequest()
    request.key = key
    do throws(TableFault) {
      let bytes = (try? file.bytes()) ?? []
      _ = try InterviewTable(
        .bytes(bytes),
        questionnaire: form.plan.questionnaire,
        request: request
      )
      return nil
    } catch {
      return error.code
    }
  }

  @Test(arguments: ["STT", "Tổng điểm", "Họ và tên"])
  func `numbers of rows, sums of points and names hold no answer, unless they are the key`(
    column: String
  ) throws {
    #expect(try code(column) == nil)
    #expect(try code(column, key: [column]) == "T26")
  }

  @Test(arguments: ["KEY", "SubmissionDate", "ReviewState", "deprecatedID"])
  func `an id, a time and a status have to be known`(column: String) throws {
    #expect(try code(column) == "T26")
  }

  @Test func `a key in a column that means nothing has to be known`() throws {
    #expect(try code("Mã của tôi") == nil)
    #expect(try code("Mã của tôi", key: ["mã của tôi"]) == "T26")
  }
}
