import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// A text table has no sheets.
@Suite struct SheetOfTextTests {
  private let form: ValueForm
  private let text = ByteSource.text("nhan,so\nx,1.5\n")

  init() throws { form = try ValueForm() }

  private func reading(_ source: ByteSource, _ request: TableRequest) throws(TableFault) {
    _ = try InterviewTable(source, questionnaire: form.plan.questionnaire, request: request)
  }

  @Test func `a sheet of a text table is refused`() throws {
    var request = TableRequest()
    request.sheet = "Phiếu"
    let fault = try #require(throws: TableFault.self) { try reading(text, request) }
    #expect(fault.code == "H09")
    #expect(
      fault.text(in: .vietnamese)
        == "tệp là bảng văn bản (CSV), không có trang tính nên không có 'Phiếu'; bỏ --sheet, hoặc chọn tệp Excel"
    )
    #expect(
      fault.text(in: .english)
        == "the file is a text table (CSV) and has no sheets, so none is 'Phiếu'; leave --sheet out, or name a workbook"
    )
    try reading(.bytes(try ExcelFile(rows: [["nhan", "so"], ["x", 1.5]]).bytes()), request)
  }

  @Test func `a map of a workbook goes for the same table as text`() throws {
    var map = SavedMap()
    map.sheet = "Phiếu"
    var request = TableRequest()
    request.take(map)
    try reading(text, request)
    request.sheet = "Khác"
    #expect(throws: TableFault.self) { try reading(text, request) }
  }

  @Test func `rows that were sent back are text, whatever the table was`() throws {
    var request = TableRequest()
    request.sheet = "Phiếu"
    let rejects = ByteSource.text(
      "_dong,_cot,_ma,_ly_do,_gia_tri,_goi_y,_lo,nhan,so\n2,so,V01,x,a,,lo-1,x,1.5\n"
    )
    try reading(rejects, request)
  }
}
