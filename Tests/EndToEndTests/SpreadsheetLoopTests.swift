import Foundation
import Testing

/// Rows that were sent back and went through a spreadsheet before they come again.
@Suite struct SpreadsheetLoopTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func study(keyed: Bool) throws {
    try folder.write(
      "phieu.yaml",
      keyed
        ? SmallStudy.questionnaire.replacing(
          "scales:\n  muc-2",
          with: "key: [don_vi]\nscales:\n  muc-2"
        )
        : SmallStudy.questionnaire
    )
    let made = try run("new", "k.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "w")
    try #require(made.ended(0), made.summary)
  }

  private func run(_ arguments: String..., language: String = "vi") throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: language)
  }

  /// The file as a spreadsheet saves it: numbers without zeros in front, all rows equally wide.
  private func resave(_ name: String, as copy: String, _ change: (inout [[String]]) -> Void) throws
  {
    var rows = try folder.read(name).drop { $0 == "\u{FEFF}" }
      .split(whereSeparator: \.isNewline).map { Self.cells(of: $0) }
    change(&rows)
    let width = rows.map(\.count).max() ?? 0
    let text = rows.map { row in
      let cells = row.map { cell in
        !cell.isEmpty && cell.utf8.allSatisfy { (0x30...0x39).contains($0) }
          ? Int(cell).map { String($0) } ?? cell : cell
      }
      return (cells + Array(repeating: "", count: width - cells.count))
        .map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
    }.joined()
    try folder.write(copy, text)
  }

  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line where character != "\r" {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  @Test func `rows of another width are sent back until they are mended`() throws {
    try study(keyed: false)
    try folder.write("a.csv", "don_vi,tuoi,muc\nXã A,20,2\nXã B,30\nXã, C,40,1\n")
    let first = try run("import", "k.thuocdo", "a.csv")
    #expect(first.ended(1), first.summary)
    try resave("a.loi.csv", as: "b.csv") { _ in }
    let second = try run("import", "k.thuocdo", "b.csv")
    #expect(second.ended(1), second.summary)
    #expect(second.output.contains("Nhận 0 phiếu, trả lại 2 dòng."), second.summary)
    #expect(second.errors.contains("Dòng bị trả lại vì có 2 ô mà tiêu đề có 3 cột, và vẫn như cũ"))
    #expect(second.errors.contains("Dòng bị trả lại vì có 4 ô mà tiêu đề có 3 cột, và vẫn như cũ"))
    try resave("b.loi.csv", as: "c.csv") { rows in
      let start = rows[0].firstIndex(of: "don_vi") ?? 0
      for row in rows.indices.dropFirst() {
        let isShort = rows[row][start] == "Xã B"
        rows[row].replaceSubrange(
          start...,
          with: isShort ? ["Xã B", "30", "2"] : ["Xã C", "40", "1"]
        )
      }
    }
    let third = try run("import", "k.thuocdo", "c.csv")
    #expect(third.ended(0), third.summary)
    #expect(third.output.contains("tất cả 3 phiếu, còn 0 dòng chưa nhập được"), third.summary)
  }

  @Test func `a key that lost its zeros is read as it was`() throws {
    try study(keyed: true)
    try folder.write("a.csv", "don_vi,tuoi,muc\n0001,20,2\n0002,30,1\n0003,4,1\n")
    let first = try run("import", "k.thuocdo", "a.csv")
    #expect(first.ended(1), first.summary)
    try resave("a.loi.csv", as: "b.csv") { rows in
      rows[1] = rows[1].map { $0 == "4" ? "40" : $0 }
    }
    #expect(try folder.read("b.csv").contains(",3,40,1"))
    let second = try run("import", "k.thuocdo", "b.csv", language: "en")
    #expect(second.ended(0), second.summary)
    #expect(second.output.contains("1 keys that a spreadsheet had rewritten"), second.summary)
    let why = try run("why", "k.thuocdo", "0003")
    #expect(why.ended(0), why.summary)
  }
}
