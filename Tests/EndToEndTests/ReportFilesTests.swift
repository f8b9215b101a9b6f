import Foundation
import Tabular
import Testing

/// Reports as files: every format is written, verified, and found out when it was changed.
@Suite struct ReportFilesTests {
  private let folder: Folder
  private static let rows = (0..<120).map { index in
    "Xã \(index % 3 == 0 ? "A" : "B"),\(20 + index % 60),\(index % 5 < 3 ? 2 : 1)"
  }

  init() throws {
    folder = try Folder()
    try folder.write("phieu.yaml", SmallStudy.questionnaire)
    try folder.write("tra-loi.csv", "don_vi,tuoi,muc\n" + Self.rows.joined(separator: "\n") + "\n")
    let made = try run("new", "s.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "2026")
    try #require(made.ended(0), made.summary)
    let added = try run("import", "s.thuocdo", "tra-loi.csv")
    try #require(added.ended(0), added.summary)
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try run(arguments)
  }

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: "vi")
  }

  private static let formats = ["txt", "html", "md", "csv", "json", "docx", "xlsx"]

  @Test(arguments: formats)
  func `a report is verified byte by byte`(format: String) throws {
    let written = try run("report", "s.thuocdo", "-o", "bao-cao.\(format)")
    try #require(written.ended(0), written.summary)
    let again = try run("report", "s.thuocdo", "-o", "lan-hai.\(format)")
    try #require(again.ended(0), again.summary)
    #expect(try folder.bytes("bao-cao.\(format)") == folder.bytes("lan-hai.\(format)"))
    let check = try run("verify", "s.thuocdo", "bao-cao.\(format)")
    #expect(check.ended(0), check.summary)
    #expect(check.output.contains("từng byte"))
  }

  @Test func `several files are those that are written one by one`() throws {
    let names = ["html", "xlsx", "docx", "txt"]
    let all = try run(["report", "s.thuocdo"] + names.flatMap { ["-o", "cung.\($0)"] })
    try #require(all.ended(0), all.summary)
    for name in names {
      let one = try run("report", "s.thuocdo", "-o", "rieng.\(name)")
      try #require(one.ended(0), one.summary)
      #expect(try folder.bytes("cung.\(name)") == folder.bytes("rieng.\(name)"))
      #expect(all.output.contains("cung.\(name)"))
    }
  }

  @Test func `none of several files is written when one exists or the format is one for all`()
    throws
  {
    try folder.write("co-roi.html", "x")
    let refused = try run(["report", "s.thuocdo", "-o", "moi.csv", "-o", "co-roi.html"])
    #expect(refused.ended(2), refused.summary)
    #expect(throws: (any Error).self) { try folder.bytes("moi.csv") }
    let two = try run(["report", "s.thuocdo", "--format", "csv", "-o", "a.csv", "-o", "b.html"])
    #expect(!two.ended(0), two.summary)
    #expect(two.errors.contains("--format"))
    #expect(throws: (any Error).self) { try folder.bytes("a.csv") }
  }

  @Test func `an edited figure is found`() throws {
    let written = try run("report", "s.thuocdo", "--by", "don_vi", "-o", "bao-cao.html")
    try #require(written.ended(0), written.summary)
    let text = try folder.read("bao-cao.html")
    let edited = text.replacing("60,00%", with: "90,00%", maxReplacements: 1)
    try #require(edited != text)
    try folder.write("sua.html", edited)
    let check = try run("verify", "s.thuocdo", "sua.html")
    #expect(check.ended(1), check.summary)
    #expect(check.output.contains("90,00%"))
    #expect(check.output.contains("nghiên cứu không đổi nhưng 1 chỗ"), check.summary)
    let lines = check.output.split(separator: "\n")
    #expect(lines.contains("  trong tệp: 90,00%"))
    #expect(lines.contains("  tính lại:  60,00%"))
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.count <= 120 && !$0.contains("<") }, check.summary)
  }

  @Test func `an edited cell is found with its sheet, what stands there and what should`() throws {
    let written = try run("report", "s.thuocdo", "-o", "bao-cao.xlsx")
    try #require(written.ended(0), written.summary)
    let book = Array(try folder.bytes("bao-cao.xlsx"))
    var place = ""
    let parts = try ZipReader.names(of: book).map { name in
      var content = String(decoding: try ZipReader.part(name, of: book) ?? [], as: UTF8.self)
      if place.isEmpty, name.hasPrefix("xl/worksheets/"),
        let number = content.range(of: "<v>120</v></c>")
      {
        let cell = content[..<number.lowerBound].range(of: "<c r=\"", options: .backwards)
        place = String(content[try #require(cell).upperBound...].prefix { $0 != "\"" })
        content.replaceSubrange(number, with: "<v>125</v></c>")
      }
      return ZipWriter.Part(name: name, bytes: Array(content.utf8))
    }
    try #require(!place.isEmpty)
    try Data(try ZipWriter.archive(parts)).write(to: folder.url.appendingPathComponent("sua.xlsx"))
    let check = try run("verify", "s.thuocdo", "sua.xlsx")
    #expect(check.ended(1), check.summary)
    let lines = check.output.split(separator: "\n")
    try #require(lines.count == 4, check.summary)
    #expect(lines[0].hasPrefix("trang tính '"), check.summary)
    #expect(lines[0].hasSuffix("', ô \(place):"), check.summary)
    #expect(lines[1] == "  trong tệp: 125")
    #expect(lines[2] == "  tính lại:  120")
    #expect(lines[3].contains("nghiên cứu không đổi nhưng 1 chỗ"))
    let english = try Program.run(
      ["verify", "s.thuocdo", "sua.xlsx"],
      in: folder,
      language: "en"
    )
    #expect(english.output.contains(", cell \(place):"), english.summary)
    #expect(english.output.contains("in the file:    125"))
  }

  @Test(arguments: ["html", "xlsx", "docx", "txt", "csv", "json"])
  func `ten places are told where everything has changed`(format: String) throws {
    let written = try run("report", "s.thuocdo", "--by", "don_vi", "-o", "truoc.\(format)")
    try #require(written.ended(0), written.summary)
    try folder.write("them.csv", "don_vi,tuoi,muc\nXã A,33,2\nXã B,41,1\nXã B,51,1\n")
    let added = try run("import", "s.thuocdo", "them.csv")
    try #require(added.ended(0), added.summary)
    let check = try run("verify", "s.thuocdo", "truoc.\(format)")
    #expect(check.ended(1), check.summary)
    let lines = check.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 120 }, check.summary)
    #expect(lines.count { $0.hasPrefix("  trong tệp: ") } == 10, check.summary)
    #expect(lines.contains { $0.hasPrefix("… và ") && $0.hasSuffix(" chỗ nữa") }, check.summary)
    #expect(lines.last?.contains("nguyên nhân ở trên") == true, check.summary)
  }

  @Test func `what the study has changed since is told`() throws {
    let written = try run("report", "s.thuocdo", "-o", "bao-cao.docx")
    try #require(written.ended(0), written.summary)
    try folder.write("them.csv", "don_vi,tuoi,muc\nXã A,33,2\n")
    let added = try run("import", "s.thuocdo", "them.csv")
    try #require(added.ended(0), added.summary)
    let check = try run("verify", "s.thuocdo", "bao-cao.docx")
    #expect(check.ended(1), check.summary)
    #expect(check.output.contains("số phiếu: 120 → 121"))
    #expect(check.output.contains("các câu trả lời:"))
  }

  @Test func `counts, an earlier wave and other times are told as what changed`() throws {
    try folder.write(
      "ke-hoach.yaml",
      SmallStudy.plan + "  - id: tin\n    promise: {vi: Một tin., en: One item.}\n"
        + "    count: {done: tin_bai, every: year}\n    at_least: 1\n"
    )
    let made = try run(
      "new",
      "k.thuocdo",
      "--questionnaire",
      "phieu.yaml",
      "--plan",
      "ke-hoach.yaml",
      "--wave",
      "d1"
    )
    try #require(made.ended(0), made.summary)
    for wave in ["d1", "d2", "d3"] {
      if wave != "d1" {
        let opened = try run("wave", "k.thuocdo", wave, "--close-others")
        try #require(opened.ended(0), opened.summary)
      }
      let rows = try run("import", "k.thuocdo", "tra-loi.csv", "--again")
      try #require(rows.ended(0), rows.summary)
    }
    let written = try run("report", "k.thuocdo", "-o", "k.html")
    try #require(written.ended(0), written.summary)
    #expect(try run("verify", "k.thuocdo", "k.html").ended(0))
    func expectChange(_ words: String, _ arguments: String...) throws {
      let written = try run("report", "k.thuocdo", "-o", "k.html", "--force")
      try #require(written.ended(0), written.summary)
      let changed = try Program.run(arguments, in: folder, language: "vi")
      try #require(changed.ended(0), changed.summary)
      let check = try run("verify", "k.thuocdo", "k.html")
      #expect(check.ended(1), check.summary)
      #expect(check.output.contains(words), check.summary)
      #expect(!check.output.contains("nghiên cứu không đổi"))
      #expect(!check.output.contains("\nsố phiếu:"))
    }
    try folder.write("them.csv", "don_vi,tuoi,muc\nXã A,33,1\n")
    try folder.write("nua.csv", "don_vi,tuoi,muc\nXã A,34,1\n")
    try expectChange(
      "số liệu hành chính: ",
      "count",
      "k.thuocdo",
      "tin_bai",
      "1",
      "--on",
      "01/02/2026",
      "--evidence",
      "x"
    )
    try expectChange(
      "các câu trả lời của kỳ đem so sánh: ",
      "import",
      "k.thuocdo",
      "them.csv",
      "--wave",
      "d2"
    )
    try expectChange(
      "các câu trả lời của những kỳ khác trong xu hướng: ",
      "import",
      "k.thuocdo",
      "nua.csv",
      "--wave",
      "d1"
    )
  }

  @Test func `a file that carries no manifest is refused`() throws {
    try folder.write("khac.html", "<p>60,00%</p>")
    let check = try run("verify", "s.thuocdo", "khac.html")
    #expect(check.ended(2), check.summary)
    let absent = try run("verify", "s.thuocdo", "khong-co.html")
    #expect(absent.ended(2), absent.summary)
  }

  @Test func `a document is not thrown onto a terminal`() throws {
    let written = try run("report", "s.thuocdo", "--format", "docx")
    #expect(written.ended(64), written.summary)
  }
}
