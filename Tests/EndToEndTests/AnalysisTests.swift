import Foundation
import Testing

@Suite struct AnalysisTests {
  private static let table = """
    muc,nhom,diem,quyen
    2,a,4,1
    1,a,5,1
    2,b,9,2
    ,b,3,2

    """

  private let study: SmallStudy

  init() throws {
    study = try SmallStudy(planned: true)
    try study.folder.write("so-lieu.csv", Self.table)
    let imported = try study.run("import", SmallStudy.name, "-", input: SmallStudy.goodRows)
    try #require(imported.ended(0), imported.summary)
  }

  @Test func `a plain file is estimated with all digits`() throws {
    let outcome = try study.run(
      "estimate",
      "so-lieu.csv",
      "--proportion",
      "muc=2",
      "--mean",
      "diem",
      "--by",
      "nhom",
      "--format",
      "json"
    )
    #expect(outcome.ended(0), outcome.summary)
    let figures = try Figure.all(in: outcome.outputBytes)
    #expect(figures.count == 6)
    let domains = [[:], ["nhom": "a"], ["nhom": "b"]]
    let means = figures.filter { $0.statistic == "mean" }
    #expect(means.map(\.domain) == domains)
    #expect(means.map(\.n) == [4, 2, 2])
    #expect(means.map(\.estimate) == [5.25, 4.5, 6])
    let shares = figures.filter { $0.variable == "muc=2" }
    #expect(shares.map(\.domain) == domains)
    #expect(shares.map(\.n) == [3, 2, 1])
    #expect(shares.map(\.estimate) == [2.0 / 3, 0.5, 1])
  }

  @Test func `the same numbers stand in the table`() throws {
    let outcome = try study.run(
      "estimate",
      "so-lieu.csv",
      "--mean",
      "diem",
      "--weight",
      "quyen",
      "--format",
      "csv"
    )
    #expect(outcome.ended(0), outcome.summary)
    let lines = outcome.output.components(separatedBy: "\r\n")
    try #require(lines.count == 3)
    #expect(lines[2].isEmpty)
    let row = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(row[0...3] == ["mean", "diem", "", "5.5"])
  }

  @Test func `standard input is estimated`() throws {
    let outcome = try study.run(
      "estimate",
      "-",
      "--total",
      "diem",
      "--format",
      "json",
      input: Self.table
    )
    #expect(outcome.ended(0), outcome.summary)
    #expect(try Figure.all(in: outcome.outputBytes).map(\.estimate) == [21])
  }

  @Test func `what is asked of a file must exist in it`() throws {
    let outcome = try study.run("estimate", "so-lieu.csv", "--mean", "khong_co")
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("'khong_co'"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `a study is estimated by its indicators`() throws {
    let outcome = try study.run(
      "estimate",
      SmallStudy.name,
      "--indicator",
      "hai_long",
      "--format",
      "json"
    )
    #expect(outcome.ended(0), outcome.summary)
    let figure = try #require(try Figure.all(in: outcome.outputBytes).first)
    #expect(figure.n == 4)
    #expect(figure.estimate == 0.75)
    #expect(outcome.errors.hasPrefix("Thiết kế mẫu:"))
    let unknown = try study.run("estimate", SmallStudy.name, "--indicator", "khac")
    #expect(unknown.ended(2))
    #expect(unknown.errors.contains("'hai_long'"))
  }

  @Test func `strict targets exit with 1 when one is missed`() throws {
    let rows = (0..<60).map { "Xã A,\(20 + $0 % 40),\($0 % 3 == 0 ? 2 : 1)" }
    let more = try study.run(
      "import",
      SmallStudy.name,
      "-",
      input: "don_vi,tuoi,muc\n" + rows.joined(separator: "\n") + "\n"
    )
    try #require(more.ended(0), more.summary)
    let plain = try study.run("targets", SmallStudy.name)
    #expect(plain.ended(0), plain.summary)
    #expect(plain.output.contains("CHƯA ĐẠT"))
    let strict = try study.run("targets", SmallStudy.name, "--strict")
    #expect(strict.ended(1), strict.summary)
    #expect(strict.output == plain.output)
    let english = try study.run("targets", SmallStudy.name, "--strict", "--lang", "en")
    #expect(english.ended(1))
    #expect(english.output.contains("NOT MET"))
  }

  @Test func `a study without a plan has no targets`() throws {
    let unplanned = try SmallStudy()
    let outcome = try unplanned.run("targets", SmallStudy.name)
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("--plan"))
  }

  @Test func `a report is never overwritten unasked`() throws {
    let write = ["--format", "html", "-o", "bao-cao.html"]
    let first = try study.run("report", SmallStudy.name, extra: write)
    #expect(first.ended(0), first.summary)
    #expect(first.output == "Đã ghi bao-cao.html.\n")
    try study.folder.write("bao-cao.html", "của tôi")
    let second = try study.run("report", SmallStudy.name, extra: write)
    #expect(second.ended(2), second.summary)
    #expect(second.errors.contains("--force"))
    #expect(try study.folder.read("bao-cao.html") == "của tôi")
    let third = try study.run("report", SmallStudy.name, extra: write + ["--force"])
    #expect(third.ended(0), third.summary)
    #expect(try study.folder.read("bao-cao.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test func `a report in JSON can be parsed`() throws {
    let outcome = try study.run("report", SmallStudy.name, "--format", "json")
    #expect(outcome.ended(0), outcome.summary)
    let value = try JSONSerialization.jsonObject(with: outcome.outputBytes)
    #expect((value as? [String: Any])?["format"] as? String == "thuocdo-report-1")
  }

  @Test func `the end of a file's name tells the format`() throws {
    for (name, start) in [
      ("a.md", "# "), ("b.html", "<!DOCTYPE html>"), ("c.json", "{"), ("d.txt", ""),
      ("e.csv", "\u{FEFF}report,block,table,"),
    ] {
      let outcome = try study.run("report", SmallStudy.name, "-o", name)
      #expect(outcome.ended(0), outcome.summary)
      let text = String(decoding: try study.folder.bytes(name), as: UTF8.self)
      #expect(text.hasPrefix(start), "\(name): \(text.prefix(80))")
    }
    let told = try study.run("report", SmallStudy.name, "--format", "md", "-o", "f.html")
    #expect(told.ended(0), told.summary)
    #expect(try study.folder.read("f.html").hasPrefix("# "))
  }

  @Test(arguments: ["a.pdf", "a.PDF", "a.doc", "a.xls", "a", "a.", "b.html/../a"])
  func `a file whose name tells no format is refused and not written`(name: String) throws {
    for command in ["report", "audit"] {
      let outcome = try study.run(command, SmallStudy.name, "-o", name)
      #expect(outcome.ended(64), outcome.summary)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("'\(name)'"), outcome.summary)
      #expect(outcome.errors.contains(".txt, .html, .md, .csv, .xlsx, .json, .docx"))
      #expect(outcome.errors.contains("in thành PDF"))
    }
    #expect(try !study.folder.names().contains { $0.hasPrefix("a") })
    let english = try study.run("report", SmallStudy.name, "-o", name, language: "en")
    #expect(english.ended(64), english.summary)
    #expect(english.errors.contains("nothing was written"), english.summary)
    #expect(english.errors.contains("print it to PDF"))
  }

  @Test func `one unknown ending keeps all files from being written, and a told format rules`()
    throws
  {
    let two = try study.run("report", SmallStudy.name, "-o", "mot.html", "-o", "hai.pdf")
    #expect(two.ended(64), two.summary)
    #expect(two.errors.contains("'hai.pdf'"), two.summary)
    #expect(try !study.folder.names().contains("mot.html"))
    let told = try study.run("report", SmallStudy.name, "--format", "html", "-o", "ba.pdf")
    #expect(told.ended(0), told.summary)
    #expect(try study.folder.read("ba.pdf").hasPrefix("<!DOCTYPE html>"))
    let piped = try study.run("report", SmallStudy.name, "-o", "-")
    #expect(piped.ended(0), piped.summary)
    #expect(!piped.output.isEmpty)
  }

  @Test func `a workbook goes into a file only`() throws {
    let bare = try study.run("report", SmallStudy.name, "--format", "xlsx")
    #expect(bare.ended(64), bare.summary)
    #expect(bare.outputBytes.isEmpty)
    #expect(bare.errors.contains("-o bao-cao.xlsx"))
    let written = try study.run("report", SmallStudy.name, "-o", "bao-cao.xlsx")
    #expect(written.ended(0), written.summary)
    let bytes = try study.folder.bytes("bao-cao.xlsx")
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    // A pipe takes what a terminal would not.
    let piped = try study.run("report", SmallStudy.name, "--format", "xlsx", "-o", "-")
    #expect(piped.ended(0), piped.summary)
    #expect(piped.outputBytes == bytes)
    let targets = try study.run("targets", SmallStudy.name, "--format", "xlsx")
    #expect(targets.ended(64), targets.summary)
    #expect(targets.errors.contains("text, html, md, csv, json"))
  }

  @Test func `targets are printed in every format that is text`() throws {
    let rows = (0..<60).map { "Xã A,\(20 + $0 % 40),\($0 % 3 == 0 ? 2 : 1)" }
    let input = "don_vi,tuoi,muc\n" + rows.joined(separator: "\n") + "\n"
    let more = try study.run("import", SmallStudy.name, "-", input: input)
    try #require(more.ended(0), more.summary)
    let markdown = try study.run("targets", SmallStudy.name, "--format", "md")
    #expect(markdown.ended(0), markdown.summary)
    #expect(markdown.output.contains("> **✗ Chưa đạt**"))
    let csv = try study.run("targets", SmallStudy.name, "--format", "csv")
    #expect(csv.ended(0), csv.summary)
    #expect(csv.output.contains(",verdict,"))
    #expect(csv.output.contains(",notMet,"))
  }

  @Test func `a group must be a question`() throws {
    let outcome = try study.run("report", SmallStudy.name, "--by", "don_vo")
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("'don_vo'; có phải là 'don_vi'?"))
  }

  @Test func `a study is known by its bytes, whatever its name`() throws {
    let made = try study.run("new", "khao-sat.db", "--questionnaire", "phieu.yaml")
    try #require(made.ended(0), made.summary)
    _ = try study.run("import", "khao-sat.db", "-", input: SmallStudy.goodRows)
    let outcome = try study.run("estimate", "khao-sat.db", "--mean", "tuoi", "--format", "json")
    #expect(outcome.ended(0), outcome.summary)
    #expect(try Figure.all(in: outcome.outputBytes).map(\.estimate) == [39.5])
  }

  @Test func `targets of a study without interviews say what is missing`() throws {
    let other = SmallStudy.questionnaire.replacing("phieu-thu", with: "phieu-khac")
    try study.folder.write("phieu-khac.yaml", other)
    let made = try study.run(
      "new",
      "hai.thuocdo",
      "--plan",
      "ke-hoach.yaml",
      "--questionnaire",
      "phieu.yaml",
      "phieu-khac.yaml"
    )
    try #require(made.ended(0), made.summary)
    let outcome = try study.run("targets", "hai.thuocdo")
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("'phieu-thu'"), outcome.summary)
    let unknown = try study.run("targets", "hai.thuocdo", "--wave", "2025")
    #expect(unknown.ended(2), unknown.summary)
    #expect(unknown.errors.contains("'2025'"), unknown.summary)
  }

  @Test func `an indicator that is a mean is never shown as a share`() throws {
    let added = "  - {id: tre, kind: mean, item: tuoi, label: {vi: Trẻ, en: Young}}"
    let form = SmallStudy.questionnaire
      .replacing("measured: satisfaction", with: "measured: satisfaction\n\(added)")
      .replacing(". >= 18", with: ". >= 0")
    try study.folder.write("tre.yaml", form)
    let made = try study.run("new", "tre.thuocdo", "--questionnaire", "tre.yaml")
    try #require(made.ended(0), made.summary)
    _ = try study.run("import", "tre.thuocdo", "-", input: "don_vi,tuoi,muc\nA,1,2\nB,0,2\n")
    let outcome = try study.run("estimate", "tre.thuocdo", "--indicator", "tre")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Trung bình của tre"), outcome.summary)
    #expect(!outcome.output.contains("%  "), outcome.summary)
  }

  @Test func `waves are kept apart`() throws {
    let added = try study.run(
      "wave",
      SmallStudy.name,
      "2026-q4",
      "--from",
      "1/10/2026",
      "--to",
      "31/12/2026",
      "--close-others"
    )
    #expect(added.ended(0), added.summary)
    let imported = try study.run(
      "import",
      SmallStudy.name,
      "-",
      input: "don_vi,tuoi,muc\nXã E,30,1\nXã G,31,2\n"
    )
    #expect(imported.ended(0), imported.summary)
    #expect(try study.counts() == (2, 1))
    #expect(try study.counts(wave: "2026-q3") == (4, 3))
    let twice = try study.run("wave", SmallStudy.name, "2026-q4")
    #expect(twice.ended(2), twice.summary)
    #expect(twice.errors.contains("'2026-q4'"))
    // A wave that cannot be added closes none.
    let closing = try study.run("wave", SmallStudy.name, "2026-q4", "--close-others")
    #expect(closing.ended(2), closing.summary)
    #expect(try study.counts() == (2, 1))
    let unknown = try study.run("report", SmallStudy.name, "--wave", "2025")
    #expect(unknown.ended(2), unknown.summary)
    #expect(unknown.errors.contains("'2026-q3', '2026-q4'"))
    let nameless = try study.run("wave", SmallStudy.name, " ")
    #expect(nameless.ended(2), nameless.summary)
    let absent = try study.run("wave", SmallStudy.name, "x", "--from", "31/2/2026")
    #expect(absent.ended(64), absent.summary)
  }

  @Test func `simulations of one seed are the same`() throws {
    let first = try Folder()
    try first.write("phieu.yaml", SmallStudy.questionnaire)
    let outcome = try Program.run(["simulate", "phieu.yaml", "--seed", "7"], in: first)
    #expect(outcome.ended(0), outcome.summary)
    #expect(try first.names() == ["phieu.yaml", "phieu-thu.csv", "phieu-thu.truth.csv"])
    let made = try first.bytes("phieu-thu.csv")
    let refused = try Program.run(["simulate", "phieu.yaml", "--seed", "8"], in: first)
    #expect(refused.ended(2), refused.summary)
    #expect(try first.bytes("phieu-thu.csv") == made)
    let again = try Program.run(["simulate", "phieu.yaml", "--seed", "7", "--force"], in: first)
    #expect(again.ended(0))
    #expect(try first.bytes("phieu-thu.csv") == made)
    let other = try Program.run(["simulate", "phieu.yaml", "--seed", "8", "--force"], in: first)
    #expect(other.ended(0))
    #expect(try first.bytes("phieu-thu.csv") != made)
  }
}
