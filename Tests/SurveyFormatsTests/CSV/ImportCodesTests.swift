import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite("Import: the page of codes") struct ImportCodesTests {
  private let readings: [ReadingFault] = [
    .secondHeader(line: 2, text: ""), .mojibake(before: "a", after: "b"), .delimitersClose([]),
    .sheetsClose([]), .headersClose([]),
    .oneColumn([.comma]), .noHeaderRow(1), .guesses([]), .nearColumns([]),
    .encodingOfSheet(.vni), .oldFont(.tcvn3, before: "a", after: "b"),
  ]
  private let faults: [TableFault] = [
    .nothingRecognised(header: [], line: 1, ""), .missingColumns([], line: 1), .missingKey([]),
    .duplicateColumn("", first: 1, second: 2, line: 1), .columnsOfOneChoice("", 1...2),
    .sameQuestion(
      "",
      first: TableColumn(number: 1, header: ""),
      second: TableColumn(number: 2, header: "")
    ),
  ]
  private let notes: [ReadingNote] = [
    .titleLine(line: 1, text: ""), .headerRow(line: 1), .columnNumbers(line: 2, text: ""),
    .blankColumns([]),
    .unknownColumn(column: 0, header: "", nearest: nil),
    .ambiguousColumn(column: 0, header: "", questions: []),
    .looseColumn(column: 0, header: "", question: "", isCut: false),
    .guessedColumn(column: 0, header: "", question: ""),
    .metaColumn(column: 0, header: "", role: .status), .absentColumn(""),
    .mojibake(words: 1, before: "a", after: "b", isRepaired: false),
  ]

  @Test func `every code about reading is documented in both languages`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/SurveyModel/SurveyModel.docc/ImportCodes.md"),
      encoding: .utf8
    )
    let codes =
      readings.map(\.code) + faults.map(\.code) + notes.map(\.code) + [
        UnlikelyRow(kind: .unanswered, text: "").code, "H04",
      ]
    for code in Set(codes) {
      #expect(page.contains("\n| \(code) | "), "\(code)")
    }
  }

  @Test func `every sentence about reading exists in both languages and differs`() {
    for fault in readings {
      #expect(fault.text(in: .vietnamese) != fault.text(in: .english))
      #expect(!fault.text(in: .vietnamese).isEmpty)
    }
    for fault in faults { #expect(fault.text(in: .vietnamese) != fault.text(in: .english)) }
  }
}
