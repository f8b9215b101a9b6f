import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Sheets of a workbook that a choice of one would leave out.
@Suite struct SheetRivalsTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  private let first: [[ExcelFile.Cell]] = [
    ["nhan", "muc", "tuoi", "chu"], ["P1", 5, 25, "tốt"], ["P2", 4, 30, "tốt"],
  ]

  private func reading(
    _ more: (name: String, rows: [[ExcelFile.Cell]])...,
    sheet: String? = nil
  ) throws(TableFault) -> TableReading {
    var file = ExcelFile(rows: first)
    file.more = more
    var request = TableRequest()
    request.sheet = sheet
    let bytes = (try? file.bytes()) ?? []
    return try TableReading(.bytes(bytes), questionnaire: form.plan.questionnaire, request: request)
  }

  private func codes(_ more: (name: String, rows: [[ExcelFile.Cell]])...) -> String {
    var file = ExcelFile(rows: first)
    file.more = more
    do throws(TableFault) {
      let bytes = (try? file.bytes()) ?? []
      _ = try TableReading(.bytes(bytes), questionnaire: form.plan.questionnaire)
      return ""
    } catch {
      return error.code
    }
  }

  @Test func `a sheet with fewer columns is not left out in silence`() throws {
    let other: [[ExcelFile.Cell]] = [["nhan", "muc", "tuoi"], ["P3", 1, 40], ["P4", 2, 41]]
    let fault = try #require(throws: TableFault.self) {
      try reading((name: "Ấp 2", rows: other), (name: "Ấp 3", rows: other))
    }
    #expect(fault.code == "H09")
    for language in InterfaceLanguage.allCases {
      let text = fault.text(in: language)
      #expect(text.contains("“Phiếu”") && text.contains("“Ấp 2”") && text.contains("“Ấp 3”"))
      #expect(text.contains("--sheet"))
    }
    #expect(
      try reading((name: "Ấp 2", rows: other), sheet: "Phiếu").form == .sheet("Phiếu")
    )
  }

  @Test func `whole lists of options stop nothing, and rows that only begin like them do`() throws {
    func codes(_ labels: [String]) throws -> String {
      var file = ExcelFile(rows: [["nhan", "muc", "tuoi"], ["P1", 5, 25], ["P2", 4, 30]])
      let rows: [[ExcelFile.Cell]] = labels.map { ["", .text($0), ""] }
      file.more = [(name: "Danh mục", rows: [["nhan", "muc", "tuoi"]] + rows)]
      let bytes = try file.bytes()
      do throws(TableFault) {
        _ = try TableReading(.bytes(bytes), questionnaire: form.plan.questionnaire)
        return ""
      } catch {
        return error.code
      }
    }
    let all = [
      "Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng",
    ]
    #expect(try codes(all) == "")
    #expect(try codes(Array(all.prefix(2))) == "H09")
  }

  @Test func `copies of rows, lists of options, summaries and empty forms stop nothing`() throws {
    #expect(codes((name: "Sao", rows: [["nhan", "muc", "tuoi"], ["P2", 4, 30]])) == "")
    #expect(codes((name: "Trống", rows: [["nhan", "muc", "tuoi"]])) == "")
    #expect(
      codes((name: "Tổng", rows: [["nhan", "muc", "tuoi"], ["Trung bình", 4.5, 27.5]])) == ""
    )
    #expect(
      codes(
        (
          name: "Danh mục",
          rows: [
            ["muc", "biet"], ["Rất không hài lòng", "Biết"], ["Không hài lòng", "Không biết"],
            ["Bình thường", ""],
          ]
        )
      ) == ""
    )
    #expect(
      codes((name: "Giải thích", rows: [["Cột", "Câu hỏi"], ["muc", "Mức"], ["tuoi", "Tuổi"]]))
        == ""
    )
    // Fewer than half of the questions.
    #expect(codes((name: "Khác", rows: [["nhan", "so"], ["P9", 2.5]])) == "")
  }
}
