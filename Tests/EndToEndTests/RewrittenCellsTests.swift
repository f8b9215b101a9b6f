import Foundation
import Tabular
import Testing

/// Days and decimals of rows that were sent back, which a spreadsheet of another country rewrote.
@Suite struct RewrittenCellsTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(
      "phieu.yaml",
      """
      questionnaire: phieu-thu
      version: "1"
      languages: [vi, en]
      title: {vi: Phiếu thử, en: Test form}
      sections:
        - id: phieu
          title: {vi: Phiếu, en: Form}
          questions:
            - {id: so, type: text, required: true, label: {vi: Số, en: No.}}
            - {id: ngay, type: date, label: {vi: Ngày, en: Day}}
            - {id: gui, type: datetime, label: {vi: Lúc gửi, en: Sent}}
            - {id: diem, type: decimal, label: {vi: Điểm, en: Score}}
            - {id: tuoi, type: integer, constraint: ". >= 18", label: {vi: Tuổi, en: Age}}

      """
    )
    let made = try run("new", "k.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "w")
    try #require(made.ended(0), made.summary)
    try folder.write(
      "f.csv",
      """
      so;ngay;gui;diem;tuoi
      A;25/03/2026;25/03/2026 08:05;7,5;30
      B;05/03/2026;05/03/2026 08:05;1,125;17
      C;02/03/2026;14/03/2026 09:00;8,25;17

      """
    )
    let first = try run("import", "k.thuocdo", "f.csv")
    try #require(first.ended(1), first.summary)
  }

  private func run(_ arguments: String..., language: String = "vi") throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: language)
  }

  /// The rejects file, cell by cell.
  private func rejects(_ name: String = "f.loi.csv") throws -> [[String]] {
    try folder.read(name).drop { $0 == "\u{FEFF}" }.split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ";", omittingEmptySubsequences: false).map { String($0) } }
  }

  /// Saves a rejects file as a workbook in which `change` says what some cells became.
  private func resave(
    _ rows: [[String]],
    as name: String,
    _ change: (String) -> WorkbookCell?
  ) throws {
    var sheet = WorkbookSheet(name: "f.loi")
    sheet.rows = rows.map { $0.map { change($0) ?? .text($0) } }
    try WorkbookDocument(title: "f", sheets: [sheet])
      .write(to: folder.url.appendingPathComponent(name).path)
  }

  private func stored() throws -> [String] {
    let rows = try StudyRows(folder.url.appendingPathComponent("k.thuocdo").path)
    return rows.rows.indices.map { row in
      ["so", "ngay", "gui", "diem"].map { rows.cell(row, $0) ?? "" }.joined(separator: " ")
    }.sorted()
  }

  private static let wanted = [
    "A 2026-03-25 2026-03-25T08:05 7.5",
    "B 2026-03-05 2026-03-05T08:05 1.125",
    "C 2026-03-02 2026-03-14T09:00 8.25",
  ]

  @Test func `cells that nobody touched are read as they were sent back`() throws {
    let rows = try rejects()
    #expect(rows[0].contains("_goc"))
    #expect(rows[1].contains("goc-05/03/2026 | 05/03/2026 08:05 | 1,125"))
    try resave(rows, as: "m.xlsx") { cell in
      switch cell {
      case "05/03/2026": WorkbookCell(.date(year: 2026, month: 5, day: 3))
      case "02/03/2026": WorkbookCell(.date(year: 2026, month: 2, day: 3))
      case "05/03/2026 08:05": .text("2026-05-03 08:05:00")
      case "1,125": WorkbookCell(.number(1125))
      case "17": WorkbookCell(.number(27))
      default: nil
      }
    }
    let mended = try run("import", "k.thuocdo", "m.xlsx")
    #expect(mended.ended(0), mended.summary)
    #expect(mended.output.contains("Nhận 2 phiếu"), mended.summary)
    #expect(mended.output.contains("4 ô ngày hoặc số thập phân đã bị bảng tính"), mended.summary)
    #expect(mended.output.contains("đầu tiên: dòng 2."), mended.summary)
    #expect(try stored() == Self.wanted)
  }

  @Test func `a text table that a spreadsheet saved in its own way is read as it was`() throws {
    let text = try folder.read("f.loi.csv").replacing(";05/03/2026;", with: ";3/5/2026;")
      .replacing(";05/03/2026 08:05;", with: ";3/5/2026 8:05;")
      .replacing(";1,125;", with: ";1125;").replacing(";17", with: ";27")
    try folder.write("m.csv", text)
    let mended = try run("import", "k.thuocdo", "m.csv", language: "en")
    #expect(mended.ended(0), mended.summary)
    #expect(mended.output.contains("3 days or decimals that a spreadsheet"), mended.summary)
    #expect(try stored() == Self.wanted)
  }

  @Test func `what somebody changed stays changed`() throws {
    let text = try folder.read("f.loi.csv").replacing(";05/03/2026;", with: ";07/03/2026;")
      .replacing(";1,125;", with: ";1,5;").replacing(";02/03/2026;", with: ";03/02/2026;")
      .replacing(";17", with: ";27")
    try folder.write("m.csv", text)
    let mended = try run("import", "k.thuocdo", "m.csv")
    #expect(mended.ended(0), mended.summary)
    #expect(!mended.output.contains("đã bị bảng tính viết lại"), mended.summary)
    let rows = try stored()
    #expect(rows[1] == "B 2026-03-07 2026-03-05T08:05 1.5")
    #expect(rows[2].hasPrefix("C 2026-02-03 "))
  }

  @Test func `a cell that is emptied keeps nothing`() throws {
    let text = try folder.read("f.loi.csv").replacing(";1,125;", with: ";1125;")
      .replacing(/goc-[^;]*/, with: "").replacing(";17", with: ";27")
    try folder.write("m.csv", text)
    let mended = try run("import", "k.thuocdo", "m.csv")
    #expect(mended.ended(0), mended.summary)
    #expect(try stored()[1].hasSuffix(" 1125.0"))
  }

  @Test func `rows that are sent back again keep the cells of the first file`() throws {
    try resave(try rejects(), as: "m.xlsx") { cell in
      cell == "1,125" ? WorkbookCell(.number(1125)) : nil
    }
    let again = try run("import", "k.thuocdo", "m.xlsx")
    #expect(again.ended(1), again.summary)
    let written = try folder.read("m.xlsx.loi.csv")
    #expect(written.contains("| \"\"1,125\"\"") || written.contains("| 1,125"), "\(written)")
    #expect(!written.contains("1125"))
  }

  /// Mends the ages of the rejects file and exchanges day and month in all of its days.
  private func exchanged() throws -> String {
    var text = try folder.read("f.loi.csv")
    for day in ["05/03/2026", "02/03/2026", "14/03/2026"] {
      let parts = day.split(separator: "/")
      text = text.replacing(";\(day)", with: ";\(parts[1])/\(parts[0])/2026")
    }
    return text.replacing(";17", with: ";27")
  }

  @Test func `a spreadsheet that shows the month first leaves the days as they were`() throws {
    try folder.write("m.csv", try exchanged())
    let mended = try run("import", "k.thuocdo", "m.csv", language: "en")
    #expect(mended.ended(0), mended.summary)
    #expect(mended.output.contains("4 days or decimals that a spreadsheet"), mended.summary)
    #expect(try stored() == Self.wanted)
  }

  @Test func `where the user says that the month is first nothing is put back`() throws {
    try folder.write("m.csv", try exchanged())
    let mended = try run("import", "k.thuocdo", "m.csv", "--date-order", "month-day")
    #expect(mended.ended(0), mended.summary)
    #expect(try stored() == Self.wanted)
  }

  @Test func `a day typed where a spreadsheet shows the month first stops the file`() throws {
    let text = try exchanged().replacing(";03/02/2026", with: ";03/09/2026")
    try folder.write("m.csv", text)
    let mended = try run("import", "k.thuocdo", "m.csv")
    #expect(mended.ended(2), mended.summary)
    #expect(mended.errors.contains("1 ngày gõ lại đọc được cả hai cách (dòng 3:"), mended.summary)
    #expect(mended.errors.contains("[V03]"), mended.summary)
    #expect(try stored().count == 1)
    try folder.write("n.csv", text.replacing(";03/09/2026", with: ";2026-03-09"))
    let again = try run("import", "k.thuocdo", "n.csv")
    #expect(again.ended(0), again.summary)
    #expect(try stored()[2] == "C 2026-03-09 2026-03-14T09:00 8.25")
  }

  @Test func `a day typed into a workbook that reads the month first stops the file`() throws {
    func resaved(_ typed: WorkbookCell) throws -> Program.Outcome {
      try resave(try rejects(), as: "m.xlsx") { cell in
        switch cell {
        case "05/03/2026": WorkbookCell(.date(year: 2026, month: 5, day: 3))
        case "02/03/2026": typed
        case "17": WorkbookCell(.number(27))
        default: nil
        }
      }
      return try run("import", "k.thuocdo", "m.xlsx", language: "en")
    }
    let open = try resaved(WorkbookCell(.date(year: 2026, month: 9, day: 3)))
    #expect(open.ended(2), open.summary)
    #expect(open.errors.contains("1 days that were typed are days of a spreadsheet"), open.summary)
    #expect(try stored().count == 1)
    let mended = try resaved(.text("09/03/2026"))
    #expect(mended.ended(0), mended.summary)
    #expect(try stored()[1...].map { $0.prefix(12) } == ["B 2026-03-05", "C 2026-03-09"])
  }
}
