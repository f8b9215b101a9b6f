import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite struct TotalRowTests {
  /// The kind of a row of four filled cells that begins with `cell`; `-` for an interview.
  private func kind(_ cell: String, labels: Set<String> = []) throws -> String {
    var reader = try CSVReader(
      .text("a;b;c;d;e\nXã A;1;2;3;4\n\"\(cell)\";10;20;30;40\n"),
      delimiter: .semicolon
    )
    let header = try #require(try reader.next()).texts
    var rule = FooterRule(header: header, labels: [0: labels])
    var kind: FooterKind?
    while let record = try reader.next() { kind = rule.kind(of: record) }
    return kind.map { "\($0)" } ?? "-"
  }

  @Test(arguments: [
    "Tổng cộng xã A", "Cộng trang 1", "Cộng dồn", "Min", "MAX", "Tổng số phiếu: 25", "Cộng 25",
    "Tổng (xã)", "Lũy kế", "Luỹ kế từ đầu năm", "Lớn nhất", "Trung bình chung", "Bình quân xã",
    "Grand Total", "Total for page 2", "Subtotal", "Average of all", "TONG CONG", "Tong so phieu",
    "Tổng phường Một", "Cộng quý II", "Tỷ lệ %", "Sum", "∑", "Tổng cộng:", "tổng  cộng thị trấn B",
  ])
  func `totals that go on with what is added up are sent back`(cell: String) throws {
    #expect(try kind(cell) == "total")
    #expect(try kind(cell.decomposedStringWithCanonicalMapping) == "total")
  }

  @Test(arguments: [
    "Cộng Hòa", "Phường Cộng Hòa", "Tổng Cọt", "Tổng công ty X", "Tổng thể tốt", "Cộng tác viên",
    "Tổng đài", "Minh", "Maxim", "Trung bình khá", "Summer", "Totally fine", "Min-ho", "max_3",
    "max@example.com", "Cộng đồng", "Công an xã", "Lớn nhất là chờ lâu",
  ])
  func `places, companies, names and opinions are interviews`(cell: String) throws {
    #expect(try kind(cell) == "-")
  }

  @Test func `what the column offers as an option is no total`() throws {
    #expect(try kind("Tổng số phiếu", labels: ["tổng số phiếu"]) == "-")
    #expect(try kind("Max", labels: ["max"]) == "-")
  }

  @Test func `a total that was sent back comes in only when its code was emptied`() throws {
    let form = try ValueForm()
    let header = "_dong,_cot,_ma,_ly_do,_gia_tri,_goi_y,_lo,nhan,muc,muc2\n"
    let total = "Tổng cộng xã A,4,5"
    let (rows, _) = try form.rows(
      header + "4,,T09,x,,,,\(total)\n5,,,x,,,,\(total)\n6,muc,V04,x,9,,,Xã B,4,5\n"
    )
    #expect(rows.map(\.places) == [["T09@"], [], []])
    let fault = try #require(rows[0].faults.first)
    #expect(fault.rejection.text(in: .vietnamese).contains("(“Tổng cộng xã A | 4”)"))
    #expect(fault.rejection.text(in: .vietnamese).contains("_ma"))
    #expect(fault.rejection.text(in: .english).contains("_ma"))
  }

  @Test func `totals with words behind do not decide how a column is written`() throws {
    let form = try ValueForm()
    let rows = "nhan;so;ngay;muc\nXã A;4,5;05/09/2026;2\nXã B;1,25;28/09/2026;3\n"
    #expect(
      try form.formats(rows + "Cộng trang 1;5.75;9/28/2026;2\n") == (try form.formats(rows))
    )
  }
}
