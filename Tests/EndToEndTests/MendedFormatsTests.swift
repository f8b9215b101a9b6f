import Foundation
import Tabular
import Testing

/// Few rows that come back are read as the whole file was.
@Suite struct MendedFormatsTests {
  private let study: SmallStudy

  init() throws { study = try SmallStudy() }

  /// A study `name.thuocdo` with a form of these questions.
  private func makeStudy(_ name: String, _ questions: String) throws {
    let form = """
      questionnaire: cach-doc
      version: "1"
      languages: [vi, en]
      title: {vi: Phiếu thử, en: Test form}
      consent: {version: "1", text: {vi: Xin phép hỏi., en: May I ask?}}
      sections:
        - id: phieu
          title: {vi: Phiếu, en: Form}
          questions:

      """
    let indented = questions.split(separator: "\n").map { "      \($0)\n" }.joined()
    try study.folder.write("\(name).yaml", form + indented)
    let made = try study.run(
      "new",
      "\(name).thuocdo",
      "--questionnaire",
      "\(name).yaml",
      "--wave",
      "2026"
    )
    try #require(made.ended(0), made.summary)
  }

  @Test func `mended rows are read as their batch was`() throws {
    try makeStudy(
      "ngay",
      """
      - {id: ngay, type: date, label: {vi: Ngày, en: Day}}
      - {id: tien, type: decimal, label: {vi: Số tiền, en: Sum}}
      - {id: so, type: integer, label: {vi: Số người, en: People}}
      """
    )
    let rows = "ngay,tien,so\n02/14/2025,1.5,1\n03/04/2025,1.125,x\n"
    try study.folder.write("my.csv", rows)
    let first = try study.run("import", "ngay.thuocdo", "my.csv")
    #expect(first.ended(1), first.summary)
    // As a spreadsheet in a Vietnamese office saves it.
    let rejects = try study.folder.read("my.loi.csv").replacing("1.125,x", with: "1.125,7")
    try study.folder.write(
      "my.loi.csv",
      rejects.replacing("; ", with: " ").replacing(",", with: ";")
    )
    let mended = try study.run("import", "ngay.thuocdo", "my.loi.csv")
    #expect(mended.ended(0), mended.summary)
    #expect(mended.output.contains("đọc theo tháng/ngày"), mended.summary)
    let mean = try study.run(
      "estimate",
      "ngay.thuocdo",
      "--mean",
      "tien",
      "--format",
      "json"
    )
    #expect(try Figure.all(in: mean.outputBytes).first?.estimate == 1.3125)
  }

  /// Numbers of a workbook beside numbers that were typed as text.
  @Test(arguments: [[], ["--decimal", "comma"]])
  func `mended rows of a workbook have the numbers of the workbook`(flags: [String]) throws {
    try makeStudy(
      "so",
      """
      - {id: tien, type: decimal, label: {vi: Số tiền, en: Sum}}
      - {id: gio, type: decimal, label: {vi: Số giờ, en: Hours}}
      - {id: so, type: integer, label: {vi: Số người, en: People}}
      """
    )
    var sheet = WorkbookSheet(name: "Phiếu")
    func number(_ value: Double) -> WorkbookCell { WorkbookCell(.number(value)) }
    sheet.rows = [
      [.text("tien"), .text("gio"), .text("so")],
      [number(1.234), number(1.125), .text("x")],
      [.text("2,5"), number(2.375), number(2)],
      [.text("1.250"), number(3), number(3)],
    ]
    let path = study.folder.url.appendingPathComponent("so.xlsx").path
    try WorkbookDocument(title: "Phiếu", sheets: [sheet]).write(to: path)
    let trial = try study.run("import", "so.thuocdo", "so.xlsx", extra: flags + ["--dry-run"])
    #expect(trial.output.contains("Nhận 2 phiếu, trả lại 1 dòng."), trial.summary)
    let first = try study.run(
      "import",
      "so.thuocdo",
      "so.xlsx",
      extra: flags + ["--rejects", "so.loi.csv"]
    )
    #expect(first.ended(1), first.summary)
    let again = try study.run("import", "so.thuocdo", "so.xlsx", extra: flags)
    #expect(again.output.contains("không thay đổi gì"), again.summary)
    let hours = flags.isEmpty ? "1.125" : "\"1,125\""
    let rejects = try study.folder.read("so.loi.csv")
    #expect(rejects.contains("\"1,234\",\(hours),x"), "\(rejects)")
    try study.folder.write("so.loi.csv", rejects.replacing("\(hours),x", with: "\(hours),1"))
    let mended = try study.run("import", "so.thuocdo", "so.loi.csv")
    #expect(mended.ended(0), mended.summary)
    let rows = try StudyRows(study.folder.url.appendingPathComponent("so.thuocdo").path)
    #expect(Set((0..<3).map { rows.cell($0, "tien") }) == ["1.234", "2.5", "1250.0"])
    #expect(Set((0..<3).map { rows.cell($0, "gio") }) == ["1.125", "2.375", "3.0"])
  }

  @Test func `mended rows are read with the options of their batch`() throws {
    try makeStudy(
      "doc",
      """
      - {id: ngay, type: date, label: {vi: Ngày, en: Day}}
      - {id: ghi, type: text, required: true, label: {vi: Ghi chú, en: Note}}
      - {id: ty_le, type: decimal, label: {vi: Tỷ lệ, en: Share}}
      - {id: so, type: integer, label: {vi: Số người, en: People}}
      """
    )
    try study.folder.write(
      "doc.csv",
      "ngay,ghi,ty_le,so\n44100,-,0.5,1\n44101,-,80%,x\n44102,KB,25%,3\n"
    )
    let flags = ["--excel-dates", "1904", "--missing=-=answer", "--missing", "KB=answer"]
    let first = try study.run("import", "doc.thuocdo", "doc.csv", extra: flags)
    #expect(first.ended(1), first.summary)
    #expect(first.output.contains("Nhận 2 phiếu, trả lại 1 dòng."), first.summary)
    let rejects = try study.folder.read("doc.loi.csv").replacing("80%,x", with: "80%,7")
    try study.folder.write("doc.loi.csv", rejects)
    let mended = try study.run("import", "doc.thuocdo", "doc.loi.csv")
    #expect(mended.ended(0), mended.summary)
    let rows = try StudyRows(study.folder.url.appendingPathComponent("doc.thuocdo").path)
    #expect(rows.rows.count == 3)
    #expect((0..<3).map { rows.cell($0, "ngay") } == ["2024-09-27", "2024-09-29", "2024-09-28"])
    #expect((0..<3).map { rows.cell($0, "ghi") } == ["-", "KB", "-"])
    #expect((0..<3).map { rows.cell($0, "ty_le") } == ["0.5", "0.25", "0.8"])
  }
}
