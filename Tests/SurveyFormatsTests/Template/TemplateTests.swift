import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite struct TemplateTests {
  private let form: TestForm

  init() throws { form = try TestForm() }

  private func template(_ language: InterfaceLanguage = .vietnamese) -> Template {
    Template(form.questionnaire, language: language)
  }

  @Test func `ids stand above the words of the questions`() {
    let records = template().records
    #expect(
      records[0] == [
        "don_vi", "tuoi", "muc", "hoa", "da_den", "so_lan", "kenh__1", "kenh__b", "kenh__9",
        "ly_do_1", "ly_do_2",
      ]
    )
    #expect(records[1].count == records[0].count)
    #expect(records[1][0] == "Ông/Bà ở xã, phường, đặc khu nào?")
    #expect(records[1][7] == "Các kênh [Báo, đài]")
    #expect(template(.english).records[1][7] == "Channels [Press]")
  }

  @Test func `the importer recognises both rows`() throws {
    let csv = template().csv(delimiter: .semicolon)
    #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
    let row = "Phường Mẫu;40;2 - Hài lòng;a;1 - Có;3;1;0;0;x;\r\n"
    let missing = "Xã Thử;40;9 - Không trả lời;a;2;;0;1;0;;\r\n"
    let table = String(decoding: csv, as: UTF8.self) + row + missing
    let rows = try form.rows(table)
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.faults.isEmpty })
    #expect(try form.answer("muc", in: rows[0]) == .choice("2"))
    #expect(try form.answer("kenh", in: rows[0]) == .choices(["1"]))
    #expect(try form.answer("muc", in: rows[1]) == .missing(.refused))
  }

  @Test func `the workbook has data, instructions and hidden lists`() throws {
    let workbook = template().workbook
    #expect(workbook.sheets.map(\.name) == ["Dữ liệu", "Hướng dẫn", "Danh mục"])
    #expect(workbook.sheets.map(\.isHidden) == [false, false, true])
    let data = workbook.sheets[0]
    #expect(data.frozenRows == 2)
    #expect(data.validations.count == 11)
    let lists = workbook.sheets[2]
    #expect(
      lists.rows.map { $0[0] }.map(\.content) == [
        .text("muc-5"), .text("1 - Không hài lòng"), .text("2 - Hài lòng"),
        .text("9 - Không trả lời"), .number(1), .number(2), .number(9),
      ]
    )
    let range = CellRange(.init(row: 2, column: 0), .init(row: 7, column: 0))
    #expect(data.validations[2].rule == .list(sheet: "Danh mục", range))
    #expect(data.validations[1].rule == .wholeNumber(from: 18, through: nil))
    #expect(data.validations[7].rule == .wholeNumber(from: 0, through: 1))
    #expect(data.validations[0].rule == .any)
    #expect(data.validations[0].prompt.hasSuffix("Viết bằng chữ; bắt buộc"))
    let guide = workbook.sheets[1].rows.flatMap { $0.map(\.content) }
    #expect(guide.contains(.text("Số nguyên\nChỉ điền khi: ${da_den} = '1'")))
    for id in template().records[0] where !id.contains("__") {
      #expect(guide.contains(.text(id)), "\(id)")
    }
  }

  @Test func `a written workbook reads as the same header`() throws {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent("template-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try template().writeWorkbook(to: path)
    var reader = try WorkbookReader(.file(path: path), sheet: "Dữ liệu")
    var record = CSVRecord()
    var records: [[String]] = []
    while try reader.read(into: &record) { records.append(record.texts) }
    #expect(records == template().records)
  }

  @Test(arguments: [
    (". >= 18 and . <= 120", 18.0, 120.0), (". > 0", 1, nil), (". < 5 and 2 < .", 3, 4),
    ("0 <= . and . <= 10 and ${x} = 1", 0, 10), (". >= 1 or . = 9", nil, nil), (". != 3", nil, nil),
    ("(. >= 1 and . <= 5) and . != 3", 1, 5), (". >= -2", -2, nil), ("not(. > 5)", nil, nil),
  ])
  func `plain limits of a constraint are found`(
    text: String,
    least: Double?,
    greatest: Double?
  ) throws {
    let bounds = try bounds(text, .integer)
    #expect(bounds.least?.number == least)
    #expect(bounds.greatest?.number == greatest)
  }

  @Test func `days and today are limits too`() throws {
    let bounds = try bounds(". >= date('2026-01-01') and . <= today()", .date)
    #expect(bounds.least == CalendarDate(iso: "2026-01-01").map { .date($0) })
    #expect(bounds.greatest == .today)
    #expect(try self.bounds(". > 0", .decimal).least == .number(0))
  }

  private func bounds(_ text: String, _ kind: QuestionKind) throws -> SimpleBounds {
    let place = SourceLocation(file: "a", line: 1, column: 1)
    var question = Question(id: "a", kind: kind, label: LocalizedText([:]), location: place)
    question.constraint = LocatedExpression(try Expression.parse(text), at: place)
    return SimpleBounds(question)
  }

  @Test func `only codes that Excel gives back are numbers`() {
    #expect(TemplateLists.isWhole("12"))
    #expect(TemplateLists.isWhole("-1"))
    for code in ["01", "a", "1.0", "", "12345678901", "+1"] {
      #expect(!TemplateLists.isWhole(code))
    }
  }
}
