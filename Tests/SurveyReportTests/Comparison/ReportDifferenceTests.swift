import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

@Suite struct ReportDifferenceTests {
  private static func report(_ format: String) -> Report {
    var report = SampleReport.make(.vietnamese)
    report.manifest = ReportManifest([.questionnaire: "phieu", .format: format])
    return report
  }

  private static func html() throws -> String { try HTMLRenderer().render(report("html")) }

  private func differences(_ file: [UInt8], _ again: [UInt8]) throws -> [ReportDifference] {
    try ReportFile(file).differences(from: ReportFile(again))
  }

  private func differences(_ file: String, _ again: String) throws -> [ReportDifference] {
    try differences(Array(file.utf8), Array(again.utf8))
  }

  private func places(_ differences: [ReportDifference]) -> [String] {
    differences.map { $0.place(in: .vietnamese) }
  }

  /// The file with one text of one part replaced.
  private func edited(
    _ bytes: [UInt8],
    part: String,
    _ text: String,
    _ other: String
  ) throws -> [UInt8] {
    var found = false
    let parts = try ZipReader.names(of: bytes).map { name in
      var content = try ZipReader.part(name, of: bytes) ?? []
      if name == part {
        let before = String(decoding: content, as: UTF8.self)
        let after = before.replacing(text, with: other, maxReplacements: 1)
        found = after != before
        content = Array(after.utf8)
      }
      return ZipWriter.Part(name: name, bytes: content)
    }
    #expect(found, "\(part) has no '\(text)'")
    return try ZipWriter.archive(parts)
  }

  @Test func `a report differs nowhere from itself`() throws {
    let page = try Self.html()
    let document = try WordReport().render(Self.report("docx"))
    let book = try XLSXRenderer().render(Self.report("xlsx"))
    for bytes in [Array(page.utf8), document, book] {
      let file = try ReportFile(bytes)
      #expect(file.passages.count > 30)
      #expect(file.differences(from: file).isEmpty)
    }
    #expect(try ReportFile(book).isWorkbook)
    #expect(try !ReportFile(document).isWorkbook)
  }

  @Test func `an edited figure of a page is told by its table, row and column`() throws {
    let page = try Self.html()
    let cell = "<td class=\"trailing figure\"><bdi>82,67%</bdi></td>"
    try #require(page.contains(cell))
    let other = page.replacing(
      cell,
      with: cell.replacing("82,67%", with: "92,67%"),
      maxReplacements: 1
    )
    let found = try differences(other, page)
    #expect(found.map(\.inFile) == ["92,67%"])
    #expect(found.map(\.again) == ["82,67%"])
    let place = try #require(places(found).first)
    #expect(place.hasPrefix("Bảng 1. "), "\(place)")
    #expect(place.contains(" › "), "\(place)")
  }

  @Test func `the words of a page are told without tags and cut to where they part`() throws {
    let page = try Self.html()
    let found = try differences(page.replacing("nhiều giai đoạn", with: "một giai đoạn"), page)
    #expect(found.count == 1)
    #expect(places(found) == ["I. Kết quả chung"])
    let shown = try #require(found.first?.inFile)
    #expect(shown.contains("một giai đoạn"), "\(shown)")
    #expect(shown.hasPrefix("…"))
    for difference in found {
      for text in [difference.inFile, difference.again] {
        let text = try #require(text)
        #expect(text.count <= ReportDifference.longest)
        #expect(!text.contains("<"))
      }
    }
  }

  @Test func `a row that was taken out does not move what follows`() throws {
    let page = try Self.html()
    let rows = page.split(separator: "<tr", omittingEmptySubsequences: false)
    let place = try #require(rows.firstIndex { $0.contains("82,67%") && $0.contains("</tr>") })
    let end = try #require(rows[place].range(of: "</tr>"))
    var kept = rows
    kept[place - 1] += rows[place][end.upperBound...]
    kept.remove(at: place)
    let found = try differences(kept.joined(separator: "<tr"), page)
    #expect((1...12).contains(found.count), "\(found)")
    #expect(found.allSatisfy { $0.inFile == nil && $0.again != nil }, "\(found)")
  }

  @Test func `a bar that was drawn longer is told where no word was changed`() throws {
    let page = try Self.html()
    let other = page.replacing("<rect x=\"", with: "<rect x=\"9", maxReplacements: 1)
    try #require(other != page)
    let found = try differences(other, page)
    #expect(found.count == 1)
    #expect(found.first?.inFile?.contains("<rect x=\"9") == true)
    #expect(found.allSatisfy { ($0.inFile ?? "").count <= ReportDifference.longest })
  }

  @Test func `an edited cell of a workbook is told by sheet and cell`() throws {
    let book = try XLSXRenderer().render(Self.report("xlsx"))
    let sheet = try #require(
      String(bytes: try ZipReader.part("xl/worksheets/sheet2.xml", of: book) ?? [], encoding: .utf8)
    )
    let start = try #require(sheet.range(of: "<v>0."))
    let number = "<v>0." + sheet[start.upperBound...].prefix { $0 != "<" } + "</v>"
    let cell = try #require(
      sheet[..<start.lowerBound].split(separator: "<c r=\"").last?.prefix { $0 != "\"" }
    )
    let other = try edited(book, part: "xl/worksheets/sheet2.xml", number, "<v>0.125</v>")
    let found = try differences(other, book)
    #expect(places(found) == ["trang tính '1 Bảng 1. Mức độ hài lòng theo', ô \(cell)"])
    #expect(
      found.map { $0.place(in: .english) }
        == ["sheet '1 Bảng 1. Mức độ hài lòng theo', cell \(cell)"]
    )
    #expect(found.map(\.inFile) == ["12.5%"])
    #expect(found.first?.again?.hasSuffix("%") == true)
  }

  @Test func `an edited word of a workbook is told in every cell that shows it`() throws {
    let book = try XLSXRenderer().render(Self.report("xlsx"))
    let other = try edited(book, part: "xl/sharedStrings.xml", "✓ Đạt", "✓ Tốt")
    let found = try differences(other, book)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.inFile == "✓ Tốt" && $0.again == "✓ Đạt" }, "\(found)")
    #expect(places(found).allSatisfy { $0.contains("', ô ") })
  }

  @Test func `an edited sentence of a document is told by its heading`() throws {
    let document = try WordReport().render(Self.report("docx"))
    let other = try edited(document, part: "word/document.xml", "36.525 phiếu", "96.525 phiếu")
    let found = try differences(other, document)
    #expect(places(found) == ["I. Kết quả chung"])
    #expect(found.first?.inFile?.contains("96.525 phiếu") == true)
    #expect(found.first?.again?.contains("36.525 phiếu") == true)
  }

  @Test func `lines are told by their numbers`() throws {
    let lines = (1...400).map { "dòng thứ \($0 % 7): \($0 * 37)" }
    var other = lines
    for place in [10, 11, 200, 399] { other[place] += "0" }
    let changed = try differences(
      other.joined(separator: "\n"),
      lines.joined(separator: "\n")
    )
    #expect(places(changed) == ["dòng 11", "dòng 12", "dòng 201", "dòng 400"])
    other = lines
    other.insert(contentsOf: ["mới", "mới"], at: 100)
    other.removeSubrange(300..<303)
    let moved = try differences(other.joined(separator: "\n"), lines.joined(separator: "\n"))
    #expect(moved.map { $0.inFile == nil } == [false, false, true, true, true])
    let strange = (1...400).map { "khác \($0)" }
    let all = try differences(strange.joined(separator: "\n"), lines.joined(separator: "\n"))
    #expect(all.count == 400)
  }

  @Test(
    arguments: [
      "", "<", "<!--", "<!-- -->", "<p", "</", "<>", "<style>p{}", "</table></tr>", "<td>x<td>y",
      "<table><tr><td>a</td></tr></table><h1></h1>b", "&amp", "<h1/>\u{1B}[2J",
    ]
  )
  func `broken pages do not trap, and nothing of them steers a terminal`(page: String) throws {
    let manifest = ReportManifest([.questionnaire: "phieu", .format: "html"]).line
    let whole = "<meta content=\"\(manifest)\">\n"
    for file in [whole + page, whole + page + "z"] {
      let found = try differences(file, whole + "<p>khác</p>")
      #expect(!found.isEmpty)
      let words = found.flatMap { [$0.inFile ?? "", $0.again ?? "", $0.place(in: .english)] }
      #expect(words.allSatisfy { text in text.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }
  }
}
