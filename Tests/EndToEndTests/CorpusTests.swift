import Foundation
import Testing

/// One made-up survey in many encodings and layouts: each file gives the same study.
///
/// `Fixtures/Corpus/make-corpus` writes the files.
@Suite struct CorpusTests {
  private static let folder = Program.checkout
    .appendingPathComponent("Tests/EndToEndTests/Fixtures/Corpus")
  private static let files: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("files").path
    )
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  private func study(from file: String, in folder: Folder) throws -> StudyRows {
    let form = Self.folder.appendingPathComponent("phieu.yaml").path
    let path = Self.folder.appendingPathComponent("files/\(file)").path
    let made = try Program.run(
      ["new", "s.thuocdo", "--questionnaire", form, "--wave", "2025"],
      in: folder
    )
    try #require(made.ended(0), made.summary)
    var arguments = ["import", "s.thuocdo", path, "--rejects", "\(folder.path)/loi.csv"]
    if file.contains("ma-hoa-hai-lan") { arguments.append("--repair-mojibake") }
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.ended(0), "\(file): \(outcome.summary)")
    return try StudyRows("\(folder.path)/s.thuocdo")
  }

  @Test func `the corpus has twelve encodings and dialects and more`() {
    #expect(Self.files.count == 26)
  }

  @Test func `codes give the answers that stand in the file`() throws {
    let folder = try Folder()
    let rows = try study(from: "01-ma-utf8.csv", in: folder)
    let path = Self.folder.appendingPathComponent("files/01-ma-utf8.csv")
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(rows.rows.count == 60)
    let lines = text.components(separatedBy: "\r\n").filter { $0.hasPrefix("2025-") }
    #expect(lines.count == 60)
    for (index, line) in lines.enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(rows.cell(index, "ngay") == String(cells[0]))
      #expect(rows.cell(index, "noi") == String(cells[1]))
      #expect(rows.cell(index, "tuoi") == (cells[3].isEmpty ? "∅" : String(cells[3])))
      #expect(
        rows.cell(index, "cho_doi").flatMap(Double.init) == Double(cells[4])
      )
      let channels = Set(cells[6].split(separator: " ").map(String.init))
      for code in ["1", "2", "3", "4", "9"] {
        let chosen = channels.isEmpty ? "∅" : channels.contains(code) ? "1" : "0"
        #expect(rows.cell(index, "kenh__\(code)") == chosen)
      }
    }
  }

  @Test func `text that was encoded twice is put right only when asked`() throws {
    let folder = try Folder()
    let form = Self.folder.appendingPathComponent("phieu.yaml").path
    let path = Self.folder.appendingPathComponent("files/24-ma-hoa-hai-lan.csv").path
    _ = try Program.run(["new", "s.thuocdo", "--questionnaire", form], in: folder)
    let outcome = try Program.run(["import", "s.thuocdo", path], in: folder)
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("thêm --repair-mojibake"), outcome.summary)
    #expect(try StudyRows("\(folder.path)/s.thuocdo").rows.isEmpty)
  }

  @Test(arguments: files) func `every file gives the same study`(_ file: String) throws {
    let expected = try study(from: "01-ma-utf8.csv", in: try Folder())
    let folder = try Folder()
    let rows = try study(from: file, in: folder)
    #expect(rows.columns == expected.columns)
    #expect(rows.rows.count == expected.rows.count)
    for (index, pair) in zip(rows.rows, expected.rows).enumerated() where pair.0 != pair.1 {
      let differing = zip(rows.columns, zip(pair.0, pair.1)).filter { $0.1.0 != $0.1.1 }
      Issue.record("\(file), interview \(index + 1): \(differing)")
      return
    }
  }
}
