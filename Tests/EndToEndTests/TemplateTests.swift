import Foundation
import Testing

@Suite struct TemplateTests {
  private static let form = Program.checkout
    .appendingPathComponent("Questionnaires/mot-cua/questionnaire.yaml").path

  @Test(arguments: ["csv", "xlsx"])
  func `a template is written once and replaced only when asked`(ending: String) throws {
    let folder = try Folder()
    let path = "mau.\(ending)"
    let first = try Program.run(["template", Self.form, "-o", path], in: folder)
    #expect(first.ended(0), first.summary)
    #expect(first.output == "Đã ghi \(path): 17 cột, điền từ hàng 3.\n")
    let bytes = try folder.bytes(path)
    let second = try Program.run(["template", Self.form, "-o", path], in: folder)
    #expect(second.ended(2), second.summary)
    #expect(second.errors.contains("--force"))
    let third = try Program.run(["template", Self.form, "-o", path, "--force"], in: folder)
    #expect(third.ended(0), third.summary)
    #expect(try folder.bytes(path) == bytes)
    #expect(try folder.names() == [path])
  }

  @Test func `a study is a source too, and the language decides the words`() throws {
    let study = try SmallStudy()
    let outcome = try study.run("template", SmallStudy.name, "-o", "-", "--lang", "en")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.split(separator: "\r\n").count == 2)
    let named = try study.run("template", SmallStudy.name)
    #expect(named.ended(0), named.summary)
    let names = try study.folder.names()
    #expect(names.contains { $0.hasPrefix("mau-") && $0.hasSuffix(".xlsx") })
  }

  @Test func `options that do not fit are refused`() throws {
    let folder = try Folder()
    let book = try Program.run(
      ["template", Self.form, "-o", "a.xlsx", "--delimiter", ";"],
      in: folder
    )
    #expect(book.ended(2), book.summary)
    let mark = try Program.run(
      ["template", Self.form, "-o", "a.csv", "--delimiter", "#"],
      in: folder
    )
    #expect(mark.ended(2), mark.summary)
    #expect(try folder.names().isEmpty)
  }

  @Test func `a template that was filled in as CSV imports without a flag`() throws {
    let folder = try Folder()
    let made = try Program.run(
      ["template", Self.form, "-o", "phieu.csv", "--delimiter", ";"],
      in: folder
    )
    #expect(made.ended(0), made.summary)
    let head = String(decoding: try folder.bytes("phieu.csv"), as: UTF8.self)
    try folder.write("phieu.csv", head + Self.rows)
    try importing("phieu.csv", in: folder)
  }

  @Test func `a template that was filled in as a workbook imports without a flag`() throws {
    let folder = try Folder()
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/Template/mot-cua.xlsx")
    let copy = folder.url.appendingPathComponent("phieu.xlsx")
    try FileManager.default.copyItem(at: fixture, to: copy)
    try importing("phieu.xlsx", in: folder)
  }

  /// All three rows go in, whatever way they were written.
  private func importing(_ file: String, in folder: Folder) throws {
    let new = try Program.run(["new", "a.thuocdo", "--questionnaire", Self.form], in: folder)
    #expect(new.ended(0), new.summary)
    let outcome = try Program.run(["import", "a.thuocdo", file], in: folder)
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Nhận 3 phiếu, trả lại 0 dòng."))
  }

  private static let rows = """
    Phường Mẫu;1;05/09/2026;1 - Người dân;đất đai;1 - Trực tiếp tại bộ phận một cửa;1 - Đúng thời hạn;2;2;2;2;2;2;2;2;3;\r
    Phường Mẫu;2;06/09/2026;2 - Tổ chức hoặc doanh nghiệp;;2;98 - Không biết;98;99 - Không trả lời;1;1;1;1;1;1;2;nhanh\r
    Xã Thử;;07/09/2026;1;hộ tịch;1;0;0;0;0;0;0;0;0;99;99;"dòng một, dòng hai"\r

    """
}
