import Foundation
import Testing

@testable import Tabular

@Suite struct WorkbookReaderTests {
  @Test func `numbers read as their formats show them`() {
    let read = readSheet("dates.xlsx")
    #expect(read.error == nil)
    #expect(
      read.second == [
        "2025-09-28", "2025-09-28 00:00:00", "06:00", "18:00", "36:00", "00:18", "2025-09-28",
        "2025-09-28",
        "85%", "12.34%", "00742", "1234567.891", "12345.678", "0.3", "7", "2025-09-28", "-3", "12",
      ]
    )
  }

  @Test func `a record tells its numbers from days, times and texts`() throws {
    var reader = try WorkbookReader(.file(path: workbookPath("dates.xlsx")))
    var record = CSVRecord()
    var numbers: [Bool] = []
    while try reader.read(into: &record) { numbers.append(record.isNumber(1)) }
    #expect(numbers.prefix(8).allSatisfy { !$0 })
    #expect(numbers.suffix(4) == [true, false, true, true])
    #expect(numbers[8..<14].allSatisfy { $0 })
    #expect(!record.isNumber(0) && !record.isNumber(400))
    record.writeComma(in: 0)
    record.writeComma(in: 1)
    #expect(record.texts == ["@", "12"])
    var text = CSVReader(try ByteStream(.text("a,1.5\n")), delimiter: .comma)
    #expect(try text.read(into: &record))
    #expect(!record.holdsNumbers)
  }

  @Test func `the days of old Macs count from 1904`() {
    #expect(readSheet("dates-1904.xlsx").second[0] == "2029-09-29")
    #expect(readSheet("dates-1904.xlsx").second[2] == "06:00")
  }

  @Test func `texts come whole and without what spreadsheets add`() {
    let read = readSheet("texts.xlsx")
    #expect(
      read.rows == [
        ["mã", "ý kiến"],
        ["001", "Rất hài lòng & <vui>"],
        ["012345678901234567", "dòng một\ndòng \"hai\"\ttab"],
        ["no-break space", "control _x0001_ and return\nline"],
        ["TRUE", "FALSE"],
        ["#N/A", "kết quả"],
        ["1.23456789012346E+17", "0.0000001"],
        ["😀 _x0041_ literal", ""],
      ]
    )
    #expect(read.lines == [1, 2, 3, 5, 6, 7, 8, 9])
    #expect(read.blankRows == 1)
    #expect(read.survey?.errors.count == 1)
    #expect(read.survey?.errors.first?.description == "A7")
  }

  @Test func `merged cells have their value in each cell, a title over the table does not`() {
    let read = readSheet("merges.xlsx")
    #expect(
      read.rows == [
        ["BẢNG TỔNG HỢP Ý KIẾN", "", "", "", ""],
        ["Đơn vị", "Mức độ hài lòng", "Mức độ hài lòng", "Mức độ hài lòng", "Ghi chú"],
        ["Đơn vị", "Hồ sơ", "Thái độ", "Thời hạn", "Ghi chú"],
        ["Phường Mẫu", "5", "4", "4", ""],
        ["Phường Mẫu", "3", "5", "4", "gấp"],
        ["Xã Thử", "2", "", "4", ""],
      ]
    )
    #expect(
      read.survey?.merges.map(\.description) == ["A1:E1", "A3:A4", "B3:D3", "E3:E4", "A5:A6"]
    )
    #expect(read.blankRows == 1)
  }

  @Test func `strict workbooks with prefixes, inline texts and dates as text are read`() {
    let read = readSheet("strict.xlsx")
    #expect(read.error == nil)
    #expect(
      read.rows == [
        ["", "in line", "2025-09-28 08:05:11", "2025-09-28"],
        ["a < b & c", "", "", "Đồ\n😀"],
      ]
    )
    #expect(read.lines == [2, 3])
    #expect(read.blankRows == 1)
  }

  @Test func `formulas that were never computed are counted`() {
    let read = readSheet("formulas.xlsx")
    #expect(read.rows == [["a"], ["1"]] || read.rows == [["a", "b"], ["1", ""]])
    #expect(read.survey?.uncomputed.first?.description == "B2")
    #expect(read.survey?.hiddenRowCount == 1)
  }

  @Test func `the same rows come from memory as from a file`() throws {
    let bytes = try Data(contentsOf: workbookFolder.appendingPathComponent("texts.xlsx"))
    #expect(readSheet(.bytes(Array(bytes))).rows == readSheet("texts.xlsx").rows)
  }

  @Test func `a sheet is chosen by name, by number or because it is alone`() throws {
    #expect(readSheet("merges.xlsx").error == nil)
    #expect(
      readSheet("sheets.xlsx").fault == .severalSheets(["Dữ liệu", "Hướng dẫn", "trống"])
    )
    #expect(readSheet("sheets.xlsx", sheet: "Dữ liệu").rows == [["id", "sex"], ["a", "1"]])
    #expect(readSheet("sheets.xlsx", sheet: "dữ LIỆU").error == nil)
    #expect(readSheet("sheets.xlsx", sheet: "2").rows == [["", "", "chữ ở giữa"]])
    #expect(readSheet("sheets.xlsx", sheet: "trống").fault == .emptySheet("trống"))
    #expect(readSheet("sheets.xlsx", sheet: "biểu đồ").fault == .noTable(sheet: "biểu đồ"))
    #expect(
      readSheet("sheets.xlsx", sheet: "9").fault
        == .noSuchSheet("9", available: ["Dữ liệu", "Hướng dẫn", "trống"])
    )
    #expect(readSheet("merges.xlsx", sheet: "ẩn").rows == [["không đọc"]])
    #expect(try Workbook(.file(path: workbookPath("merges.xlsx"))).sheetNames == ["Tổng hợp"])
  }

  @Test(.enabled(if: referenceFolder != nil))
  func `real workbooks have the rows that were counted in them`() throws {
    struct Entry: Decodable {
      let file: String
      let counts: [String: Int]
    }
    let folder = try #require(referenceFolder).appendingPathComponent("xlsforms")
    let data = try Data(contentsOf: folder.appendingPathComponent("manifest.json"))
    for entry in try JSONDecoder().decode([Entry].self, from: data) {
      let source = ByteSource.file(path: folder.appendingPathComponent(entry.file).path)
      let workbook = try Workbook(source)
      for (sheet, key) in [("survey", "survey_rows"), ("choices", "choice_rows")] {
        guard let wanted = entry.counts[key] else { continue }
        let choice = workbook.sheetNames.count == 1 ? nil : sheet
        let read = readSheet(source, sheet: choice)
        #expect(read.error == nil, "\(entry.file)")
        #expect(read.rows.count == wanted + 1, "\(entry.file), \(sheet)")
      }
    }
  }
}
