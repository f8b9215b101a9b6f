import Foundation
import Testing

@testable import Tabular

@Suite struct HostileWorkbookTests {
  private static let part = "book/one.xml"

  @Test(arguments: [
    ("truncated", WorkbookFault.damagedArchive(part: nil)),
    ("wrong-crc", .damagedArchive(part: part)),
    ("not-closed", .malformed(part: part, offset: 124, .notClosed)),
    ("mismatched", .malformed(part: part, offset: 79, .mismatchedEnd)),
    ("entities", .malformed(part: part, offset: 0, .documentType)),
    ("unknown-entity", .malformed(part: part, offset: 64, .badEntity)),
    ("deep", .malformed(part: part, offset: 786, .tooDeep)),
    ("long-token", .malformed(part: part, offset: 64, .tooLong)),
    ("many-pieces", .malformed(part: part, offset: 8_489_732, .tooLong)),
    ("many-runs", .malformed(part: part, offset: 8_607_171, .tooLong)),
    ("utf-16", .malformed(part: part, offset: 0, .otherEncoding)),
    ("invalid-utf-8", .malformed(part: part, offset: 64, .invalidUTF8)),
    ("control", .malformed(part: part, offset: 65, .forbiddenCharacter)),
    ("far-row", .tooManyRows(sheet: "S&1", limit: 1_048_576)),
    ("far-column", .badCell(sheet: "S&1", cell: "1", .badReference)),
    ("unordered", .badCell(sheet: "S&1", cell: "1", .outOfOrder)),
    ("twice", .badCell(sheet: "S&1", cell: "A1", .outOfOrder)),
    ("no-shared-text", .badCell(sheet: "S&1", cell: "A1", .noSharedText)),
    ("unknown-type", .badCell(sheet: "S&1", cell: "A1", .unknownType("q"))),
    ("bad-merge", .badCell(sheet: "S&1", cell: "B2:A1", .badMerge)),
    ("no-sheet-part", .missingPart(part)),
    ("no-workbook", .foreign(.zip)),
    ("empty-sheet", .emptySheet("S&1")),
    ("zip-password", .foreign(.encrypted)),
    ("password", .foreign(.encrypted)),
  ])
  func `a damaged or hostile workbook is refused before its first row`(
    name: String,
    fault: WorkbookFault
  ) {
    let read = readSheet("hostile/\(name).xlsx")
    #expect(read.rows.isEmpty)
    #expect(read.fault == fault)
  }

  @Test func `what inflates without measure is given up`() {
    let fault = readSheet("hostile/bomb.xlsx").fault
    guard case .inflatesTooMuch(Self.part, let bytes) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(bytes < 20 << 20)
  }

  @Test func `other files are named for what they are`() {
    #expect(readSheet("hostile/old.xls").fault == .foreign(.xls))
    #expect(readSheet(.text("a;b\n1;2\n")).fault == .foreign(.noArchive))
    #expect(readSheet(.bytes([])).error == .emptyFile)
    #expect(readSheet(.bytes([0x50, 0x4B, 3, 4])).fault == .damagedArchive(part: nil))
    let absent = workbookPath("absent.xlsx")
    #expect(readSheet(.file(path: absent)).error == .cannotOpen(path: absent, .missing))
  }

  @Test func `what comes through a pipe is named too`() throws {
    let directory = try WorkDirectory()
    for (name, fault) in [("old.xls", ForeignWorkbook.xls), ("password.xlsx", .encrypted)] {
      let pipe = directory.path(name)
      try writeOnce(workbookPath("hostile/\(name)"), into: pipe)
      #expect(readSheet(.file(path: pipe)).fault == .foreign(fault))
    }
  }

  @Test func `a workbook comes through a pipe as from a file`() throws {
    let directory = try WorkDirectory()
    let pipe = directory.path("pipe")
    try writeOnce(workbookPath("texts.xlsx"), into: pipe)
    let read = readSheet(.file(path: pipe))
    #expect(read.error == nil)
    #expect(read.rows == readSheet("texts.xlsx").rows)
  }

  @Test func `no cut and no altered byte makes the reader trap`() throws {
    var generator = SeededGenerator(seed: 20_260_101)
    var refused = 0
    for name in ["strict.xlsx", "hostile/wrong-crc.xlsx", "merges.xlsx"] {
      let url = workbookFolder.appendingPathComponent(name)
      let whole = Array(try Data(contentsOf: url))
      for _ in 0..<150 {
        var bytes = whole
        if Int.random(in: 0..<4, using: &generator) == 0 {
          bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
        } else {
          for _ in 0..<Int.random(in: 1...4, using: &generator) {
            bytes[Int.random(in: bytes.indices, using: &generator)] =
              UInt8.random(in: .min ... .max, using: &generator)
          }
        }
        if readSheet(.bytes(bytes)).error != nil { refused += 1 }
      }
    }
    #expect(refused > 200)
  }

  @Test func `every code stands in the published list`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = root.appending(path: "Sources/SurveyModel/SurveyModel.docc/ImportCodes.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for code in ["T20", "T21", "T22", "T23", "T24", "T25", "T26"] {
      #expect(text.contains("\n| \(code) | "), "\(code)")
    }
  }

  @Test func `every fault has a code and a sentence in both languages`() {
    let faults: [WorkbookFault] =
      ForeignWorkbook.allCases.map { .foreign($0) } + [
        .damagedArchive(part: nil), .damagedArchive(part: "p"), .missingPart("p"),
        .inflatesTooMuch(part: "p", bytes: 9), .noSuchSheet("x", available: ["a", "b"]),
        .severalSheets(["a", "b"]), .noTable(sheet: nil), .noTable(sheet: "a"), .emptySheet("a"),
        .tooManyRows(sheet: "a", limit: 2), .tooManyCells(sheet: "a", limit: 2),
        .uncomputed(sheet: "a", cell: "C2", count: 3),
      ]
    let xml: [XMLFault] = [
      .notClosed, .mismatchedEnd, .badTag, .badEntity, .documentType, .tooLong, .tooDeep,
      .invalidUTF8, .otherEncoding, .forbiddenCharacter, .textOutsideRoot,
    ]
    let cells: [CellFault] = [
      .badReference, .outOfOrder, .unknownType("q"), .noSharedText, .badMerge,
    ]
    let all =
      faults + xml.map { .malformed(part: "p", offset: 3, $0) }
      + cells.map { .badCell(sheet: "a", cell: "B2", $0) }
    var sentences: Set<String> = []
    for fault in all {
      let error = TabularError.workbook(fault)
      #expect(["T04", "F02", "T20", "T21", "T22", "T23", "T24", "T25", "T26"].contains(error.code))
      #expect(error.line == nil)
      for isVietnamese in [true, false] {
        let sentence = error.text(vietnamese: isVietnamese)
        #expect(sentence.contains("; "), "place or rule; repair: \(sentence)")
        sentences.insert(sentence)
      }
    }
    #expect(sentences.count == all.count * 2)
  }
}
