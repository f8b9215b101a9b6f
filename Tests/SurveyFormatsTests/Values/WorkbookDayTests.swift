import SurveyModel
import Testing

@testable import SurveyFormats

/// Days and times of a workbook, as the workbook itself counts and shows them.
@Suite struct WorkbookDayTests {
  private let form: ValueForm

  init() throws {
    form = try ValueForm(
      adding: "      - {id: luc, type: datetime, label: {vi: Lúc đến, en: Arrival}}\n"
    )
  }

  @Test func `day numbers are counted as the workbook says, unless the user says otherwise`() throws
  {
    #expect(
      try form.sheetColumn("ngay", [44318, 44319], is1904: true) == ["2025-05-03", "2025-05-04"]
    )
    #expect(try form.sheetColumn("ngay", [45780, 45781]) == ["2025-05-03", "2025-05-04"])
    var options = ValueOptions()
    options.serials = .from1900
    #expect(
      try form.sheetColumn("ngay", [45780], options: options, is1904: true) == ["2025-05-03"]
    )
    let file = ExcelFile(rows: [["nhan", "ngay"], ["x", 44318]], is1904: true)
    let read = try form.read(file, options: ValueOptions())
    #expect(
      read.notes.map { $0.text(in: .vietnamese) } == [
        "Cột “ngay”: 1 ô là số thứ tự ngày của Excel (hệ 1904, như sổ tính ghi). [V03]"
      ]
    )
    #expect(
      read.notes.map { $0.text(in: .english) } == [
        "Column “ngay”: 1 cells are Excel's day numbers (system of 1904, as the workbook says). [V03]"
      ]
    )
    // Rows that are sent back are counted as they were.
    #expect(read.map?.serials == .from1904)
    #expect(
      try form.read(file, options: options).notes.map { $0.text(in: .english) }.first?
        .hasSuffix("(system of 1900). [V03]") == true
    )
  }

  @Test func `midnight is a time where the cell shows times`() throws {
    let formats = ["dd/mm/yyyy hh:mm", "dd/mm/yyyy"]
    let cells: [ExcelFile.Cell] = [
      .number(45780, format: 0), .number(45780.5, format: 0), .number(45780, format: 1),
    ]
    #expect(
      try form.sheetColumn("luc", cells, formats: formats)
        == ["2025-05-03T00:00", "2025-05-03T12:00", "V02"]
    )
    #expect(
      try form.sheetColumn("ngay", cells, formats: formats)
        == ["2025-05-03", "2025-05-03", "2025-05-03"]
    )
  }
}
