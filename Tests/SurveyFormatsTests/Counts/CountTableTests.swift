import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite struct CountTableTests {
  private static let text = """
    Tên;Giá trị;Ngày hoặc kỳ;Căn cứ;Nội dung
    tin_bai;1;3/2024;Báo cáo 12/BC-UBND;Tin, bài

    tin_bai;;4/2024;;Tin, bài
    da_lam;45;30/06/2024;"Quyết định 5;
    danh sách kèm theo";x

    """

  private func table(_ text: String) throws -> CountTable {
    try CountTable(.text(text))
  }

  private func fault(_ text: String) -> CountTableFault? {
    do throws(CountTableFault) {
      _ = try CountTable(.text(text))
      return nil
    } catch {
      return error
    }
  }

  private func expectShipped(_ table: CountTable) {
    #expect(table.lines.map(\.number) == [2, 4, 5])
    #expect(table.lines.map(\.texts.name) == ["tin_bai", "tin_bai", "da_lam"])
    #expect(table.lines.map(\.texts.value) == ["1", "", "45"])
    #expect(table.lines.map(\.isLeftEmpty) == [false, true, false])
    #expect(table.lines[0].texts.evidence == "Báo cáo 12/BC-UBND")
    #expect(table.lines[2].texts.evidence == "Quyết định 5;\ndanh sách kèm theo")
    #expect(table.lines[2].texts.spans.contains("30/06/2024"))
    #expect(table.ignored.isEmpty)
  }

  @Test func `Vietnamese headers, quoted cells and blank lines are read with their lines`() throws {
    expectShipped(try table(Self.text))
    expectShipped(try table("\u{FEFF}" + Self.text))
    expectShipped(
      try table(Self.text.replacing("\n", with: "\r\n").replacing("5;\r\n", with: "5;\n"))
    )
  }

  @Test func `English headers, commas and tabs are read`() throws {
    for delimiter in [",", "\t"] {
      let text = ["name", "value", "date", "period", "evidence", "place"].joined(
        separator: delimiter
      )
      let row = ["tin_bai", "2", "", "2024-Q1", "x", "Ward 1"].joined(separator: delimiter)
      let line = try #require(try table("\(text)\n\(row)\n").lines.first)
      #expect(line.texts.spans == ["", "2024-Q1"])
      #expect(line.texts.place == "Ward 1")
      #expect(line.texts.value == "2")
    }
  }

  @Test func `UTF-16 is read`() throws {
    let units = Array("\u{FEFF}".utf16) + Array(Self.text.utf16)
    expectShipped(try CountTable(.bytes(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })))
  }

  @Test func `a workbook is read as a person sees it`() throws {
    var sheet = WorkbookSheet(name: "Số liệu")
    sheet.rows = [
      [.text("Tên"), .text("Giá trị"), .text("Ngày"), .text("Kỳ"), .text("Căn cứ")],
      [
        .text("da_lam"), .init(.number(45)),
        .init(.date(year: 2024, month: 6, day: 30), look: .init(.date)),
        .text(""), .text("QĐ 5"),
      ],
      [.text("tin_bai"), .init(.number(1250)), .text(""), .text("Quý I năm 2024"), .text("BC")],
    ]
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("counts-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try WorkbookDocument(title: "Số liệu", sheets: [sheet]).write(to: path)
    let read = try CountTable(.file(path: path))
    #expect(read.lines.map(\.number) == [2, 3])
    #expect(read.lines.map(\.texts.value) == ["45", "1250"])
    #expect(read.lines.map(\.texts.spans) == [["2024-06-30", ""], ["", "Quý I năm 2024"]])
  }

  @Test func `a day with midnight beside it is the day`() throws {
    let table = try CountTable(.text("Tên,Giá trị,Ngày,Căn cứ\ntin_bai,1,2025-05-03 00:00:00,BC\n"))
    #expect(table.lines.map(\.texts.spans) == [["2025-05-03", ""]])
  }

  /// A workbook of one sheet as Excel writes it, with its own formats of numbers.
  private func workbook(_ rows: [[String]], formats: [String]) throws -> [UInt8] {
    func part(_ name: String, _ text: String) -> ZipWriter.Part {
      ZipWriter.Part(name: name, bytes: Array(text.utf8))
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    let cells = rows.enumerated().map { row, cells in
      let texts = cells.enumerated().map { column, cell in
        let place = "\(["A", "B", "C", "D"][column])\(row + 1)"
        // `format:serial` is a date, a digit a number, anything else text.
        let parts = cell.split(separator: ":").compactMap { Int($0) }
        return switch parts.count {
        case 2: "<c r=\"\(place)\" s=\"\(parts[0])\"><v>\(parts[1])</v></c>"
        case 1: "<c r=\"\(place)\"><v>\(parts[0])</v></c>"
        default: "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
        }
      }
      return "<row r=\"\(row + 1)\">\(texts.joined())</row>"
    }
    return try ZipWriter.archive([
      part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(types).worksheet+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(types).styles+xml\"/></Types>"
      ),
      part(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"r1\" Type=\"\(kinds)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      part(
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(kinds)\"><sheets>"
          + "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
      ),
      part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"r1\" Type=\"\(kinds)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          + "<Relationship Id=\"r2\" Type=\"\(kinds)/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      part(
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts>"
          + "<cellXfs>\(styles.joined())</cellXfs></styleSheet>"
      ),
      part(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\(cells.joined())</sheetData></worksheet>"
      ),
    ])
  }

  @Test func `a month that a workbook shows is the month and not its first day`() throws {
    // 45717 is 1 March 2025: what Excel keeps when 3/2025 is typed.
    let rows = ["0:45717", "1:45717", "2:45717", "3:45717"].map { ["tin_bai", "1", $0, "BC"] }
    for header in ["Ngày hoặc kỳ", "Kỳ"] {
      let bytes = try workbook(
        [["Tên", "Giá trị", header, "Căn cứ"]] + rows,
        formats: ["mmm-yy", "yyyy", "mmmm", "dd/mm/yyyy"]
      )
      let table = try CountTable(.bytes(bytes))
      #expect(
        table.lines.map { $0.texts.spans[1] } == ["2025-03", "2025", "--03", "2025-03-01"]
      )
      #expect(
        table.lines.map(\.texts.periodColumn)
          == Array(repeating: header == "Kỳ" ? "Kỳ" : nil, count: 4)
      )
      #expect(
        table.lines.map { CountSpan(reading: $0.texts.spans[1])?.id } == [
          "2025-03", "2025", nil, "2025-03-01",
        ]
      )
    }
  }

  @Test func `TCVN3 is chosen by the words of the header`() throws {
    let letters: [Character: UInt8] = [
      "ê": 0xAA, "á": 0xB8, "ị": 0xDE, "à": 0xB5, "ặ": 0xC6, "ỳ": 0xFA, "ă": 0xA8, "ứ": 0xF8,
      "ộ": 0xE9, "ậ": 0xCB, "ế": 0xD5, "đ": 0xAE, "ử": 0xF6, "ư": 0xAD, "ơ": 0xAC,
      "ằ": 0xBB, "ủ": 0xF1, "ạ": 0xB9, "ố": 0xE8, "é": 0xD0, "ò": 0xDF, "ụ": 0xF4,
    ]
    let text = "Tên;Giá trị;Kỳ;Minh chứng\ntin_bai;3;2024;Thông báo của huyện về việc đã làm\n"
    let bytes = text.map { letters[$0] ?? ($0.asciiValue ?? 0x3F) }
    let read = try CountTable(.bytes(bytes))
    #expect(read.lines.count == 1)
    #expect(read.lines[0].texts.value == "3")
    #expect(read.ignored.isEmpty)
  }

  @Test func `a header that does not say enough is refused with what is absent`() {
    #expect(fault("Giá trị,Kỳ,Căn cứ\n1,2024,x\n") == .noName(header: ["Giá trị", "Kỳ", "Căn cứ"]))
    #expect(fault("Tên,Kỳ,Căn cứ\na,2024,x\n") == .noValue(header: ["Tên", "Kỳ", "Căn cứ"]))
    #expect(
      fault("name,value,evidence\na,1,x\n") == .noSpan(header: ["name", "value", "evidence"])
    )
    #expect(
      fault("name,value,period\na,1,2024\n") == .noEvidence(header: ["name", "value", "period"])
    )
    #expect(
      fault("name,value,period,evidence,Số lượng\na,1,2024,x,1\n")
        == .sameMeaning("value", "Số lượng")
    )
    #expect(fault("") == .tabular(.emptyFile))
    for fault in [
      CountTableFault.noName(header: ["x"]), .noValue(header: []), .noSpan(header: []),
      .noEvidence(header: []), .sameMeaning("a", "b"), .encodedTwice(before: "Ã¡", after: "á"),
    ] {
      #expect(fault.text(in: .vietnamese) != fault.text(in: .english))
    }
  }

  @Test func `unknown columns are named and long lines are known`() throws {
    let read = try table("name,value,period,evidence,màu\na,1,2024,x,đỏ,thừa\nb,1,2024,x\n")
    #expect(read.ignored == ["màu"])
    #expect(read.lines.map(\.isTooLong) == [true, false])
  }

  @Test func `text that was encoded twice is refused`() {
    let twice = "name,value,period,evidence\na,1,2024,Ráº¥t tá»‘t\n"
    guard case .encodedTwice(_, let after)? = fault(twice) else {
      Issue.record("\(String(describing: fault(twice)))")
      return
    }
    #expect(after == "Rất")
  }
}
