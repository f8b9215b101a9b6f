import Foundation
import Testing

@testable import Tabular

@Suite struct WorkbookWriterTests {
  private static func look(_ change: (inout CellLook) -> Void) -> CellLook {
    var look = CellLook()
    change(&look)
    return look
  }

  private static let sample: WorkbookDocument = {
    var data = WorkbookSheet(name: "Dữ liệu")
    data.columns = [.init(width: 12), .init(width: 30, look: CellLook(.date))]
    data.rows = [
      [
        .text("mã", look: look { $0.isBold = true }),
        .text("ngày", look: look { $0.fill = 0xDDEEFF }),
      ],
      [
        .text("001", look: CellLook(.text)),
        .init(.date(year: 2026, month: 1, day: 31), look: .init(.date)),
      ],
      [.blank, .init(.number(0.125), look: CellLook(.percent(decimals: 1)))],
      [.init(.boolean(true)), .init(.number(-4.5), look: CellLook(.decimals(1)))],
      [.text("a & <b> \"c\"\n_x0041_ \u{1F600}", look: look { $0.wraps = true }), .text("")],
    ]
    data.frozenRows = 1
    data.frozenColumns = 1
    data.filter = CellRange("A1:B5")
    data.comments = [CellReference(row: 1, column: 0): "mã phiếu"]
    var rule = CellValidation(
      .list(sheet: "danh sách", CellRange(.init(row: 1, column: 0), .init(row: 2, column: 0))),
      in: CellRange(.init(row: 2, column: 0), .init(row: 100, column: 0))
    )
    rule.promptTitle = String(repeating: "ế", count: 40)
    rule.prompt = String(repeating: "dài ", count: 100)
    rule.error = "Chọn trong danh sách."
    let cells = CellRange(.init(row: 2, column: 1), .init(row: 100, column: 1))
    data.validations = [
      rule,
      CellValidation(.date(from: .date(year: 2020, month: 2, day: 29), through: .today), in: cells),
    ]
    var list = WorkbookSheet(name: "danh sách")
    list.isHidden = true
    list.rows = [[.text("1 - Có")], [.text("0 - Không")]]
    return WorkbookDocument(title: "Mẫu", sheets: [data, list])
  }()

  @Test func `what is written is read again`() throws {
    let folder = try WorkDirectory()
    let path = folder.path("sổ tính.xlsx")
    try Self.sample.write(to: path)
    #expect(folder.names == ["sổ tính.xlsx"])
    let read = readSheet(.file(path: path))
    #expect(read.error == nil)
    #expect(
      read.rows == [
        ["mã", "ngày"], ["001", "2026-01-31"], ["", "12.5%"], ["TRUE", "-4.5"],
        ["a & <b> \"c\"\n_x0041_ \u{1F600}", ""],
      ]
    )
    #expect(readSheet(.file(path: path), sheet: "danh sách").rows == [["1 - Có"], ["0 - Không"]])
  }

  @Test func `the same value gives the same bytes`() throws {
    let folder = try WorkDirectory()
    try Self.sample.write(to: folder.path("a.xlsx"))
    try Self.sample.write(to: folder.path("b.xlsx"))
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.xlsx")))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("b.xlsx"))) == first)
    #expect(!first.isEmpty)
  }

  @Test func `rules are written with their limits`() throws {
    let folder = try WorkDirectory()
    try Self.sample.write(to: folder.path("a.xlsx"))
    let archive = try ZipArchive(.file(path: folder.path("a.xlsx")))
    var xml = try XMLScanner(try archive.part("xl/worksheets/sheet1.xml", limit: 1 << 20))
    var texts: [String] = []
    var prompts: [Int] = []
    while true {
      let token = try xml.next()
      if token == .end { break }
      guard token == .open else { continue }
      if xml.isNamed("dataValidation") {
        prompts.append(try xml.value("promptTitle")?.utf16.count ?? 0)
        prompts.append(try xml.value("prompt")?.utf16.count ?? 0)
      } else if xml.isNamed("formula1") || xml.isNamed("formula2") {
        var bytes: [UInt8] = []
        try xml.readElementText(into: &bytes)
        texts.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    #expect(texts == ["'danh sách'!$A$1:$A$2", "43890", "TODAY()"])
    #expect(prompts == [32, 255, 0, 0])
  }

  @Test func `what no workbook can hold is refused by name`() throws {
    let folder = try WorkDirectory()
    let path = folder.path("a.xlsx")
    func fault(_ change: (inout WorkbookSheet) -> Void) -> TabularError? {
      var sheet = WorkbookSheet(name: "a")
      change(&sheet)
      do throws(TabularError) {
        try WorkbookDocument(title: "", sheets: [sheet]).write(to: path)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault { _ in } == nil)
    for name in ["", "a/b", String(repeating: "x", count: 32), "'a"] {
      #expect(fault { $0.name = name } == .workbook(.unwritable(sheet: name, .sheetName)))
    }
    #expect(fault { $0.isHidden = true } == .workbook(.unwritable(sheet: "a", .noVisibleSheet)))
    let long = WorkbookCell.text(String(repeating: "x", count: 32_768))
    #expect(
      fault { $0.rows = [[.blank, long]] }
        == .workbook(.unwritable(sheet: "a", .textTooLong(cell: "B1")))
    )
    #expect(
      fault { $0.rows = [[.init(.number(.nan))]] }
        == .workbook(.unwritable(sheet: "a", .notANumber(cell: "A1")))
    )
    #expect(
      fault { $0.rows = [Array(repeating: .blank, count: 16_385)] }
        == .workbook(.unwritable(sheet: "a", .outsideSheet))
    )
    let twice = WorkbookDocument(title: "", sheets: [.init(name: "a"), .init(name: "A")])
    #expect(throws: TabularError.workbook(.unwritable(sheet: "A", .sheetName))) {
      try twice.write(to: path)
    }
    for fault: WritingFault in [
      .sheetName, .noVisibleSheet, .textTooLong(cell: "A1"), .notANumber(cell: "A1"), .outsideSheet,
    ] {
      let error = TabularError.workbook(.unwritable(sheet: "a", fault))
      #expect(error.code == "F04")
      #expect(error.text(vietnamese: true) != error.text(vietnamese: false))
      #expect(error.text(vietnamese: true).contains("; "))
    }
  }

  @Test func `a path that cannot be written leaves nothing behind`() throws {
    let folder = try WorkDirectory()
    let absent = folder.path("absent/a.xlsx")
    #expect(throws: TabularError.cannotWrite(path: absent, .missing)) {
      try Self.sample.write(to: absent)
    }
    #expect(throws: TabularError.cannotWrite(path: folder.url.path, .directory)) {
      try Self.sample.write(to: folder.url.path)
    }
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: [(1900, 1, 1, 1), (1900, 2, 28, 59), (1900, 3, 1, 61), (2025, 9, 28, 45_928)])
  func `days become serial numbers`(year: Int, month: Int, day: Int, serial: Int) {
    #expect(SerialDate.serial(year: year, month: month, day: day) == serial)
  }
}
