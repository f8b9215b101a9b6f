import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Whatever is given to the program, it answers with a sentence: place, rule, repair.
@Suite struct BadInputTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
  private static let workbook = [0x50, 0x4B, 3, 4, 20, 0, 0, 0] + Array("[Content_Types].xml".utf8)
  private static let oldWorkbook: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private let study: SmallStudy
  private var folder: Folder { study.folder }

  init() throws { study = try SmallStudy(planned: true) }

  /// The run could not be done: exit code, and a Vietnamese sentence that names the place.
  private func expectRefusal(
    _ arguments: [String],
    naming place: String,
    _ words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.ended(2), outcome.summary, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, outcome.summary, sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix("lỗi: "), outcome.summary, sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(place), outcome.summary, sourceLocation: sourceLocation)
    #expect(
      !outcome.errors.contains("\(place): \(place): "),
      outcome.summary,
      sourceLocation: sourceLocation
    )
    for word in words {
      #expect(outcome.errors.contains(word), outcome.summary, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    ("trong.csv", [UInt8](), "tệp không có dòng dữ liệu nào"),
    ("anh.csv", png, "tệp ảnh"),
    ("so.csv", workbook, "tệp Excel bị hỏng"),
    ("so.xls", oldWorkbook, "CSV UTF-8"),
    ("a.docx", workbook, "tệp Excel bị hỏng"),
    ("ngoac.csv", Array("don_vi,tuoi,muc\n\"Xã A,20,2\nXã B,30,1\n".utf8), "dòng 2"),
    ("la.csv", Array("mot,hai\n1,2\n".utf8), "không có cột nào"),
    ("thieu.csv", Array("tuoi,muc\n20,2\n".utf8), "'don_vi'"),
    ("kep.csv", Array("don_vi,tuoi,Age\nA,20,20\n".utf8), "cùng là câu 'tuoi'"),
    ("cu.csv", Array("don_vi,tuoi\nX\u{E3}".unicodeScalars.map { UInt8($0.value) }), "UTF-8"),
    ("utf16.csv", [0xFF, 0xFE] + Array("d\0o\0n\0".utf8), "không có cột nào"),
    ("nul.csv", Array("don_vi,tuoi\nA\0B,20\n".utf8), "tệp nhị phân"),
  ])
  func `a file that is no table is refused by an import`(
    name: String,
    bytes: [UInt8],
    words: String
  ) throws {
    try folder.write(name, bytes)
    try expectRefusal(["import", SmallStudy.name, name], naming: name, words)
    try expectRefusal(["import", SmallStudy.name, name, "--dry-run"], naming: name, words)
    #expect(try study.counts().n == 0)
    #expect(try folder.names().count == 4)
  }

  @Test(arguments: ["import", "estimate", "check", "new"])
  func `a file that is absent or a folder is refused by all`(command: String) throws {
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("thu-muc"),
      withIntermediateDirectories: false
    )
    for (path, words) in [("thu-muc", "thư mục"), ("khong-co", "không tồn tại")] {
      let arguments =
        switch command {
        case "import": ["import", SmallStudy.name, path]
        case "estimate": ["estimate", path, "--mean", "x"]
        case "check": ["check", path]
        default: ["new", "moi.thuocdo", "--questionnaire", path]
        }
      try expectRefusal(arguments, naming: path, words)
    }
    #expect(try !folder.names().contains("moi.thuocdo"))
  }

  @Test func `a questionnaire with a tab is told the line`() throws {
    try folder.write("tab.yaml", "questionnaire: q\nlanguages:\n\t- vi\n")
    let checked = try study.run("check", "tab.yaml")
    #expect(checked.ended(1), checked.summary)
    #expect(checked.output.hasPrefix("tab.yaml:3:1: lỗi: "))
    #expect(checked.output.contains("[yaml-tab]"))
    try expectRefusal(
      ["new", "moi.thuocdo", "--questionnaire", "tab.yaml"],
      naming: "tab.yaml:3:1",
      "[yaml-tab]"
    )
  }

  @Test func `a plan is no questionnaire and a questionnaire no plan`() throws {
    try expectRefusal(
      ["new", "moi.thuocdo", "--questionnaire", "ke-hoach.yaml"],
      naming: "tệp là kế hoạch, không phải phiếu"
    )
    try expectRefusal(
      ["new", "moi.thuocdo", "--questionnaire", "phieu.yaml", "--plan", "phieu.yaml"],
      naming: "tệp là phiếu, không phải kế hoạch"
    )
    #expect(try !folder.names().contains("moi.thuocdo"))
  }

  @Test func `a table is no questionnaire`() throws {
    try folder.write("so.csv", "don_vi,tuoi\nA,20\n")
    let outcome = try study.run("check", "so.csv")
    #expect(outcome.ended(1), outcome.summary)
    try folder.write("anh.yaml", Self.png)
    try expectRefusal(["check", "anh.yaml"], naming: "anh.yaml")
  }

  /// Every subcommand that opens a study.
  static let uses = [
    ["import", "STUDY", "phieu.yaml"], ["wave", "STUDY", "x"], ["interview", "STUDY", "--plain"],
    ["report", "STUDY"], ["targets", "STUDY"], ["estimate", "STUDY", "--mean", "tuoi"],
  ]

  private func expectNoStudy(_ name: String, _ words: String...) throws {
    let before = try? folder.bytes(name)
    for use in Self.uses {
      try expectRefusal(use.map { $0 == "STUDY" ? name : $0 }, naming: name)
      let outcome = try Program.run(use.map { $0 == "STUDY" ? name : $0 }, in: folder)
      for word in words { #expect(outcome.errors.contains(word), outcome.summary) }
    }
    #expect((try? folder.bytes(name)) == before)
  }

  @Test func `a file that is no study is left alone`() throws {
    try folder.write("chu.thuocdo", SmallStudy.questionnaire)
    try expectNoStudy("chu.thuocdo", "không phải tệp nghiên cứu")
    try folder.write("trong.thuocdo", "")
    try expectNoStudy("trong.thuocdo", "không phải")
  }

  @Test func `a study that is absent, or a folder, is refused`() throws {
    try expectNoStudy("khong-co.thuocdo", "không có tệp này")
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("muc.thuocdo"),
      withIntermediateDirectories: false
    )
    try expectNoStudy("muc.thuocdo", "thư mục")
  }

  /// The version of the schema stands in the header of the file, at byte 60.
  @Test func `a study of a newer version is left alone`() throws {
    var bytes = Array(try folder.bytes(SmallStudy.name))
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try folder.write("moi-hon.thuocdo", bytes)
    try expectNoStudy("moi-hon.thuocdo", "99", "cài bản ThuocDo mới hơn")
  }

  @Test func `another program's database is left alone`() throws {
    var bytes = Array(try folder.bytes(SmallStudy.name))
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    try folder.write("khac.thuocdo", bytes)
    try expectNoStudy("khac.thuocdo", "không phải nghiên cứu ThuocDo")
  }

  /// As root everything may be written, whatever the file says.
  @Test(.enabled(if: geteuid() != 0, "as root no file is read-only"))
  func `a study that may not be written can still be read`() throws {
    let imported = try study.run("import", SmallStudy.name, "-", input: SmallStudy.goodRows)
    try #require(imported.ended(0), imported.summary)
    let path = folder.url.appendingPathComponent(SmallStudy.name).path
    chmod(path, 0o444)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    try expectRefusal(["wave", SmallStudy.name, "x"], naming: SmallStudy.name, "chỉ cho đọc")
    #expect(try study.counts() == (4, 3))
    try expectRefusal(
      ["report", SmallStudy.name, "-o", "bao-cao.html"],
      naming: "bao-cao.html",
      "quyền ghi"
    )
  }

  @Test func `a place that does not exist is not made up`() throws {
    try expectRefusal(
      ["new", "khong/co/a.thuocdo", "--questionnaire", "phieu.yaml"],
      naming: "khong/co/a.thuocdo",
      "thư mục"
    )
    _ = try study.run("import", SmallStudy.name, "-", input: SmallStudy.goodRows)
    try expectRefusal(
      ["report", SmallStudy.name, "-o", "khong/co/a.html"],
      naming: "khong/co/a.html",
      "không ghi được"
    )
    try expectRefusal(
      ["report", SmallStudy.name, "-o", ".", "--force"],
      naming: ".",
      "đây là thư mục"
    )
    try expectRefusal(
      ["simulate", "phieu.yaml", "-o", "khong/co"],
      naming: "khong/co",
      "không ghi được"
    )
    try folder.write("sai.csv", "don_vi,tuoi,muc\nA,1,2\n")
    try expectRefusal(
      ["import", SmallStudy.name, "sai.csv", "--rejects", "khong/co/loi.csv"],
      naming: "khong/co/loi.csv",
      "không ghi được"
    )
    try expectRefusal(["demo", "phieu.yaml"], naming: "phieu.yaml")
    #expect(try !folder.names().contains("khong"))
  }

  @Test func `a new study never replaces a file`() throws {
    let before = try folder.bytes(SmallStudy.name)
    try expectRefusal(
      ["new", SmallStudy.name, "--questionnaire", "phieu.yaml"],
      naming: SmallStudy.name,
      "đã có tệp này"
    )
    #expect(try folder.bytes(SmallStudy.name) == before)
  }

  @Test(arguments: [UInt64](1...20))
  func `random bytes never crash the program`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var bytes = (0..<Int.random(in: 1...2000, using: &random)).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    // Every second file is text, so that it gets past the first look.
    if seed.isMultiple(of: 2) { bytes = bytes.map { 0x20 + $0 % 0x5F } }
    try folder.write("nhieu.thuocdo", bytes)
    var table = Array(SmallStudy.goodRows.utf8)
    for _ in 0..<8 { table[Int.random(in: table.indices, using: &random)] = bytes[0] }
    try folder.write("nhieu.csv", seed.isMultiple(of: 3) ? table : bytes)
    var yaml = Array(SmallStudy.questionnaire.utf8)
    for _ in 0..<4 {
      let place = Int.random(in: yaml.indices, using: &random)
      yaml[place] = bytes[place % bytes.count]
    }
    try folder.write("nhieu.yaml", seed.isMultiple(of: 3) ? bytes : yaml)
    for arguments in [
      ["report", "nhieu.thuocdo"], ["import", "nhieu.thuocdo", "nhieu.csv"],
      ["import", SmallStudy.name, "nhieu.csv"], ["estimate", "nhieu.csv", "--mean", "tuoi"],
      ["check", "nhieu.yaml"], ["new", "moi.thuocdo", "--questionnaire", "nhieu.yaml"],
    ] {
      let outcome = try Program.run(arguments, in: folder)
      #expect([0, 1, 2].contains(outcome.status), outcome.summary)
      #expect(outcome.signal == nil, outcome.summary)
      #expect(!outcome.isCrash, outcome.summary)
      if outcome.status == 2 { #expect(outcome.errors.hasPrefix("lỗi: "), outcome.summary) }
    }
  }

  /// A study with flipped bytes may be corrupted; it must be said, not crash.
  @Test(arguments: [UInt64](21...30))
  func `a damaged study never crashes the program`(seed: UInt64) throws {
    _ = try study.run("import", SmallStudy.name, "-", input: SmallStudy.goodRows)
    var random = SeededNumbers(seed: seed)
    var bytes = Array(try folder.bytes(SmallStudy.name))
    for _ in 0..<40 {
      bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(
        in: .min ... .max,
        using: &random
      )
    }
    try folder.write("hong.thuocdo", bytes)
    for arguments in [
      ["report", "hong.thuocdo"], ["estimate", "hong.thuocdo", "--mean", "tuoi"],
      ["import", "hong.thuocdo", "-"], ["wave", "hong.thuocdo", "w"],
    ] {
      let outcome = try Program.run(arguments, in: folder, input: SmallStudy.goodRows)
      #expect([0, 1, 2].contains(outcome.status), outcome.summary)
      #expect(outcome.signal == nil && !outcome.isCrash, outcome.summary)
    }
  }
}
