import Foundation
import Testing

@Suite struct ImportTests {
  private let study: SmallStudy

  init() throws {
    study = try SmallStudy()
    try study.folder.write("tot.csv", SmallStudy.goodRows)
    try study.folder.write("lan.csv", SmallStudy.mixedRows)
  }

  @Test func `good rows go in`() throws {
    let outcome = try study.run("import", SmallStudy.name, "tot.csv")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 4)
    #expect(
      lines[0]
        == "tot.csv: 4 dòng dữ liệu; UTF-8, dấu phân cách “,”, tiêu đề ở dòng 1; 3/3 cột là câu hỏi; cách đọc kế tiếp: UTF-8 “;”, dòng 1: 0/1 cột."
    )
    #expect(lines[1] == "Nhận 4 phiếu, trả lại 0 dòng.")
    #expect(lines[2].wholeMatch(of: /Lô nhập: [0-9a-f]{32}\./) != nil)
    #expect(lines[3] == "Xem một phiếu từ đâu ra: thuocdo why thu.thuocdo tot.csv:2")
    let counts = try study.counts()
    #expect(counts == (4, 3))
    #expect(
      try study.folder.names() == [
        "thu.thuocdo", "phieu.yaml", "ke-hoach.yaml", "tot.csv", "lan.csv",
      ]
    )
  }

  @Test func `a dry run counts the same and writes nothing`() throws {
    let before = try study.folder.bytes(SmallStudy.name)
    let names = try study.folder.names()
    let trial = try study.run("import", SmallStudy.name, "lan.csv", "--dry-run")
    #expect(trial.ended(1), trial.summary)
    #expect(trial.output.hasSuffix("Chỉ chạy thử: chưa ghi gì vào nghiên cứu.\n"))
    #expect(try study.folder.bytes(SmallStudy.name) == before)
    #expect(try study.folder.names() == names)
    let real = try study.run("import", SmallStudy.name, "lan.csv")
    #expect(real.ended(1), real.summary)
    #expect(real.errors == trial.errors)
    #expect(
      real.output.split(separator: "\n").prefix(3) == trial.output.split(separator: "\n").prefix(3)
    )
  }

  @Test(arguments: [[], ["--all-or-nothing"]])
  func `a pipe is imported like a file, and its wrong rows come into the folder`(
    flags: [String]
  ) throws {
    let pipe = study.folder.url.appendingPathComponent("ong")
    try #require(mkfifo(pipe.path, 0o600) == 0)
    let rows = Data(SmallStudy.mixedRows.utf8)
    let writer = Thread { try? FileHandle(forWritingTo: pipe).write(contentsOf: rows) }
    writer.start()
    let outcome = try study.run("import", SmallStudy.name, "ong", extra: flags)
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.output.contains("2 phiếu, trả lại 2 dòng."), outcome.summary)
    #expect(try study.folder.names().contains("nhap.loi.csv"))
    let names = try study.folder.names()
    #expect(!names.contains { $0.hasPrefix("ong.") })
  }

  @Test func `wrong rows come back beside the file and can be mended`() throws {
    let outcome = try study.run("import", SmallStudy.name, "lan.csv")
    #expect(outcome.ended(1), outcome.summary)
    #expect(
      outcome.errors == """
        dòng 3, 'tuoi': Từ 18 tuổi. [R02]
        dòng 5, 'muc': Không có lựa chọn “7”; xin nhập một trong các mã 1, 2. [V04]

        """
    )
    #expect(
      outcome.output.contains("Nhận 2 phiếu, trả lại 2 dòng. 1 phiếu có câu trả lời khác thường")
    )
    #expect(outcome.output.contains("lan.loi.csv"))
    let rejects = try study.folder.read("lan.loi.csv")
    #expect(
      rejects.hasPrefix("\u{FEFF}_dong,_cot,_ma,_ly_do,_gia_tri,_goi_y,_lo,don_vi,tuoi,muc,stt\r\n")
    )
    #expect(rejects.contains(",=1+1,17,2,2\r\n"))
    let mended = rejects.replacing("=1+1,17,", with: "=1+1,18,").replacing(
      ",41,7,4",
      with: ",41,1,4"
    )
    try study.folder.write("lan.loi.csv", mended)
    let second = try study.run("import", SmallStudy.name, "lan.loi.csv")
    #expect(second.ended(0), second.summary)
    #expect(second.output.contains("Nhận 2 phiếu, trả lại 0 dòng."))
    #expect(try study.counts() == (4, 3))
  }

  @Test func `an earlier rejects file is never overwritten`() throws {
    try study.folder.write("lan.loi.csv", "của người khác")
    let outcome = try study.run("import", SmallStudy.name, "lan.csv")
    #expect(outcome.ended(1))
    #expect(try study.folder.read("lan.loi.csv") == "của người khác")
    #expect(try study.folder.names().contains("lan.loi-2.csv"))
  }

  @Test func `rejects go where they are asked to`() throws {
    let outcome = try study.run("import", SmallStudy.name, "lan.csv", "--rejects", "tra-lai.csv")
    #expect(outcome.ended(1))
    #expect(try study.folder.names().contains("tra-lai.csv"))
    #expect(try !study.folder.names().contains("lan.loi.csv"))
  }

  @Test(arguments: ["lan.csv", SmallStudy.name, "tot.csv"])
  func `rejects never take the place of a file`(_ place: String) throws {
    let before = try study.folder.bytes(place)
    let outcome = try study.run("import", SmallStudy.name, "lan.csv", "--rejects", place)
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("'\(place)'"), outcome.summary)
    #expect(try study.folder.bytes(place) == before)
    #expect(try study.counts().n == 0)
  }

  @Test func `the same file again changes nothing`() throws {
    _ = try study.run("import", SmallStudy.name, "lan.csv")
    let before = try study.folder.bytes(SmallStudy.name)
    let again = try study.run("import", SmallStudy.name, "lan.csv")
    #expect(again.ended(0), again.summary)
    #expect(again.output.contains("tệp này đã được nhập ngày"))
    #expect(again.output.contains("(2 phiếu); không thay đổi gì."))
    #expect(try study.folder.bytes(SmallStudy.name) == before)
    #expect(try !study.folder.names().contains("lan.loi-2.csv"))
    #expect(try study.counts().n == 2)
  }

  @Test func `the same bytes under another name change nothing either`() throws {
    _ = try study.run("import", SmallStudy.name, "tot.csv")
    try study.folder.write("ban-sao.csv", SmallStudy.goodRows)
    _ = try study.run("import", SmallStudy.name, "ban-sao.csv")
    #expect(try study.counts().n == 4)
  }

  @Test func `another file of the same name is pointed out`() throws {
    _ = try study.run("import", SmallStudy.name, "tot.csv")
    try study.folder.write("tot.csv", SmallStudy.mixedRows)
    let again = try study.run("import", SmallStudy.name, "tot.csv", "--dry-run")
    #expect(again.output.contains("Chú ý: một tệp cùng tên, khác nội dung, đã được nhập ngày"))
    #expect(again.output.contains("(4 phiếu)"))
  }

  @Test func `all or nothing takes nothing when a row is wrong`() throws {
    let outcome = try study.run("import", SmallStudy.name, "lan.csv", "--all-or-nothing")
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.output.contains("không dòng nào được ghi"))
    #expect(outcome.output.contains("Lẽ ra nhận 2 phiếu, trả lại 2 dòng."))
    #expect(!outcome.output.contains("chạy thử"))
    #expect(
      outcome.output.contains(
        "nằm trong lan.loi.csv: sửa chúng trong lan.csv rồi nhập lại cả tệp lan.csv."
      )
    )
    #expect(try study.counts().n == 0)
    let rejects = try study.folder.read("lan.loi.csv")
    #expect(rejects.split(whereSeparator: \.isNewline).count == 4)
    #expect(rejects.contains("Từ 18 tuổi."))
    // Mended and imported alone it would leave the good rows out.
    let alone = try study.run("import", SmallStudy.name, "lan.loi.csv", language: "en")
    #expect(alone.ended(2), alone.summary)
    #expect(alone.errors.contains("mend them in the first file"))
    #expect(try study.counts().n == 0)
    let good = try study.run("import", SmallStudy.name, "tot.csv", "--all-or-nothing")
    #expect(good.ended(0), good.summary)
    #expect(try study.counts().n == 4)
  }

  @Test func `standard input is imported`() throws {
    let outcome = try study.run("import", SmallStudy.name, "-", input: SmallStudy.goodRows)
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Nhận 4 phiếu, trả lại 0 dòng."))
    #expect(try study.counts() == (4, 3))
  }

  @Test func `several files are imported one after another`() throws {
    let outcome = try study.run("import", SmallStudy.name, "tot.csv", "lan.csv")
    #expect(outcome.ended(1), outcome.summary)
    #expect(try study.counts().n == 6)
  }

  @Test(arguments: [";", "\t"])
  func `other delimiters give the same interviews`(mark: String) throws {
    try study.folder.write("khac.csv", SmallStudy.goodRows.replacing(",", with: mark))
    let outcome = try study.run("import", SmallStudy.name, "khac.csv")
    #expect(outcome.ended(0), outcome.summary)
    #expect(try study.counts() == (4, 3))
  }

  @Test func `messages of an import exist in English`() throws {
    let outcome = try study.run("import", SmallStudy.name, "lan.csv", "--lang", "en")
    #expect(outcome.ended(1))
    #expect(outcome.errors.hasPrefix("line 3, 'tuoi': 18 or older. [R02]\n"))
    #expect(outcome.output.contains("2 interviews taken, 2 rows sent back."))
  }
}
