import Foundation
import Testing

/// Files that come again: another sheet, another reading, rows that were undone meanwhile.
@Suite struct KnownFileImportTests {
  private static let renamed = LedgerTrial.rows(0..<4, header: "don_vi,xyz,muc")

  private static let map = """
    map: phieu-thu
    columns:
      - {header: "xyz", question: tuoi}

    """

  @Test func `each sheet of a workbook is a table of its own`() throws {
    let trial = try LedgerTrial(hasKey: true)
    let header = ["don_vi", "tuoi", "muc"]
    try trial.write(
      "hai.xlsx",
      sheets: [
        ("Xã A", [header, ["A1", "20", "1"], ["A2", "30", "2"]]),
        ("Xã B", [header, ["B1", "40", "1"], ["B2", "50", "2"]]),
      ]
    )
    let unclear = try trial.run("import", "k.thuocdo", "hai.xlsx")
    #expect(unclear.errors.contains("chọn bằng --sheet"), unclear.summary)
    #expect(try trial.takeOne("hai.xlsx", "--sheet", "Xã A", status: 0).new == 2)
    #expect(try trial.takeOne("hai.xlsx", "--sheet", "Xã B", status: 0).new == 2)
    #expect(try trial.ages() == (4, 35))
    for sheet in ["Xã A", "Xã B", "1", "2"] {
      let again = try trial.run("import", "k.thuocdo", "hai.xlsx", "--sheet", sheet)
      #expect(again.ended(0), again.summary)
      #expect(again.output.contains("(2 phiếu); không thay đổi gì."), again.summary)
    }
    // Which one is meant is asked as before.
    #expect(try trial.run("import", "k.thuocdo", "hai.xlsx").ended(2))
    let why = try trial.run("why", "k.thuocdo", "B2")
    #expect(why.output.contains("hai.xlsx, trang “Xã B”, dòng 3"), why.summary)
    let json = try trial.run("why", "k.thuocdo", "B2", "--format", "json")
    #expect(json.output.contains("\"sheet\": \"Xã B\""), json.summary)
    #expect(try trial.run("batches", "k.thuocdo").output.contains("hai.xlsx (Xã A)"))
  }

  @Test func `another map is another reading, and rows with a key are compared`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("la.csv", Self.renamed)
    try trial.folder.write("m.yaml", Self.map)
    #expect(try trial.takeOne("la.csv", status: 0).new == 4)
    let shown = try trial.run("import", "k.thuocdo", "la.csv", "--map", "m.yaml")
    #expect(shown.ended(1), shown.summary)
    #expect(shown.output.contains("Tệp này đã được nhập ngày"), shown.summary)
    #expect(shown.output.contains("nay được đọc khác"), shown.summary)
    #expect(shown.errors.contains("'tuoi' (trống) → “20” [D02]"), shown.summary)
    #expect(try trial.ages().n == 0)
    let taken = try trial.takeOne(
      "la.csv",
      "--map",
      "m.yaml",
      "--on-change",
      "replace",
      status: 0
    )
    #expect((taken.new, taken.changed, taken.replaced) == (0, 4, 4))
    #expect(try trial.ages() == (4, 21.5))
    // Now it is known as it was read last, however little is said.
    for extra in [["--map", "m.yaml"], ["--map", "m.yaml", "--on-change", "replace"], []] {
      let again = try trial.run("import", "k.thuocdo", "la.csv", extra: extra)
      #expect(again.ended(0), again.summary)
      #expect(again.output.contains("không thay đổi gì."), again.summary)
    }
    #expect(try trial.ages() == (4, 21.5))
  }

  @Test func `a new mark for missing answers is another reading`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("dau.csv", "don_vi,tuoi,muc\nA,77,1\nB,30,2\n")
    #expect(try trial.takeOne("dau.csv", status: 0).new == 2)
    let marked = try trial.takeOne(
      "dau.csv",
      "--missing",
      "77=refused",
      "--on-change",
      "replace",
      status: 0
    )
    #expect((marked.same, marked.changed, marked.replaced) == (1, 1, 1))
    #expect(try trial.ages() == (1, 30))
    let same = try trial.run("import", "k.thuocdo", "dau.csv", "--missing", "77=refused")
    #expect(same.output.contains("không thay đổi gì."), same.summary)
    // A sheet of a text table is refused, known or not.
    #expect(try trial.run("import", "k.thuocdo", "dau.csv", "--sheet", "1").ended(2))
  }

  @Test(arguments: [[], ["--dry-run"], ["--on-change", "replace"]])
  func `without a key another reading is refused, since rows would count twice`(
    extra: [String]
  ) throws {
    let trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("la.csv", Self.renamed)
    try trial.folder.write("m.yaml", Self.map)
    #expect(try trial.takeOne("la.csv", status: 0).new == 4)
    let refused = try trial.run(
      "import",
      "k.thuocdo",
      "la.csv",
      "--map",
      "m.yaml",
      extra: extra
    )
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("lần ấy được đọc khác"), refused.summary)
    #expect(refused.errors.contains("hoàn tác lô ấy"), refused.summary)
    let english = try trial.run(
      "import",
      "k.thuocdo",
      "la.csv",
      "--map",
      "m.yaml",
      language: "en"
    )
    #expect(english.errors.contains("was read otherwise then"), english.summary)
    #expect(english.errors.hasSuffix(" [D07]\n"))
    let told = try trial.takeOne("la.csv", "--map", "m.yaml", status: 2)
    #expect(told.error?.code == "D07")
    let batch = try #require(english.errors.firstMatch(of: /batch ([0-9a-f]{32})/)).1
    #expect(try trial.run("undo", "k.thuocdo", String(batch)).ended(0))
    #expect(try trial.takeOne("la.csv", "--map", "m.yaml", status: 0).new == 4)
    #expect(try trial.ages() == (4, 21.5))
  }

  @Test func `a file of which nothing came in may be read otherwise`() throws {
    let trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("tre.csv", "don_vi,tuoi,muc\nA,5,1\nB,5,2\n")
    #expect(try trial.takeOne("tre.csv", status: 1).rejected == 2)
    let marked = try trial.takeOne("tre.csv", "--missing", "5=refused", "--dry-run", status: 0)
    #expect((marked.new, marked.rejected) == (2, 0))
    // Rows that came in mended would come in twice.
    let rejects = try trial.folder.read("tre.loi.csv")
    try trial.folder.write(
      "sua.csv",
      rejects.replacing(",A,5,", with: ",A,25,").replacing(",B,5,", with: ",B,27,")
    )
    #expect(try trial.takeOne("sua.csv", status: 0).new == 2)
    let refused = try trial.run("import", "k.thuocdo", "tre.csv", "--missing", "5=refused")
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("[D07]"), refused.summary)
    #expect(try trial.ages() == (2, 26))
  }

  @Test func `another key column is another reading`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("khoa.csv", "don_vi,ma,tuoi,muc\nA,1,20,1\nB,2,30,2\n")
    #expect(try trial.takeOne("khoa.csv", status: 0).new == 2)
    let refused = try trial.run("import", "k.thuocdo", "khoa.csv", "--key", "ma")
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("[D07]"), refused.summary)
    #expect(try trial.ages().n == 2)
  }

  @Test func `a row without a key does not come in twice with the file`() throws {
    let trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("mot.csv", "KEY,don_vi,tuoi,muc\n\(Self.id(1)),A,20,1\n,B,30,2\n")
    try trial.folder.write(
      "hai.csv",
      "KEY,don_vi,tuoi,muc\n\(Self.id(1)),A,20,1\n,C,40,2\n\(Self.id(3)),D,50,1\n"
    )
    let first = try #require(try trial.takeOne("mot.csv", status: 0).batch)
    #expect(try trial.takeOne("hai.csv", status: 0).new == 2)
    #expect(try trial.run("undo", "k.thuocdo", first).ended(0))
    #expect(try trial.ages().n == 2)
    let back = try trial.takeOne("hai.csv", status: 0)
    #expect((back.new, back.same) == (1, 2))
    #expect(try trial.ages().n == 3)
  }

  private static func id(_ number: Int) -> String {
    "uuid:0000000\(number)-1111-4222-8333-444444444444"
  }

  @Test func `rows that a file found in the study come back after their undoing`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<20))
    try trial.folder.write("app.csv", LedgerTrial.rows(0..<25))
    let first = try #require(try trial.takeOne("f.csv", status: 0).batch)
    let second = try trial.takeOne("app.csv", status: 0)
    #expect((second.new, second.same) == (5, 20))
    let undone = try trial.run("undo", "k.thuocdo", first)
    #expect(undone.output.contains("20 phiếu không còn được tính."), undone.summary)
    let id = try #require(second.batch).prefix(8)
    #expect(undone.output.contains("app.csv (lô \(id), 20 dòng)"), undone.summary)
    #expect(try trial.ages().n == 5)
    #expect(try trial.takeOne("app.csv", "--dry-run", status: 0).new == 20)
    let back = try trial.run("import", "k.thuocdo", "app.csv")
    #expect(back.ended(0), back.summary)
    #expect(back.output.contains("có lô đã bị hoàn tác từ đó"), back.summary)
    #expect(back.output.contains("Nhận 20 phiếu"), back.summary)
    #expect(try trial.ages() == (25, 32))
    let again = try trial.run("import", "k.thuocdo", "app.csv")
    #expect(again.output.contains("không thay đổi gì."), again.summary)
  }

  @Test func `a mended row comes back with the later rejects file that has it too`() throws {
    let trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    _ = try trial.takeOne("lan.csv", status: 1)
    let rejects = try trial.folder.read("lan.loi.csv")
    let half = rejects.replacing("=1+1,17,", with: "=1+1,18,")
    try trial.folder.write("r1.csv", half)
    try trial.folder.write("r2.csv", half.replacing(",41,7,4", with: ",41,1,4"))
    let first = try #require(try trial.takeOne("r1.csv", status: 1).batch)
    #expect(try trial.takeOne("r2.csv", status: 0).new == 1)
    let undone = try trial.run("undo", "k.thuocdo", first, language: "en")
    #expect(undone.output.contains("r2.csv"), undone.summary)
    #expect(try trial.ages().n == 3)
    let back = try trial.takeOne("r2.csv", status: 0)
    #expect((back.new, back.same) == (1, 1))
    #expect(back.continued?.accepted == 4)
    #expect(try trial.ages().n == 4)
  }

  @Test func `rejects that were lost are written once more`() throws {
    let trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    _ = try trial.takeOne("lan.csv", status: 1)
    let rejects = try trial.folder.read("lan.loi.csv")
    let known = try trial.run("import", "k.thuocdo", "lan.csv")
    #expect(known.ended(0), known.summary)
    #expect(known.output.contains("nhập lại tệp này với --rejects TÊN-TỆP.csv"), known.summary)
    let again = try trial.run("import", "k.thuocdo", "lan.csv", "--rejects", "moi.csv")
    #expect(again.ended(1), again.summary)
    #expect(again.output.contains("Các dòng bị trả lại nằm trong moi.csv"), again.summary)
    #expect(try trial.folder.read("moi.csv") == rejects)
    try trial.folder.write("moi.csv", rejects.replacing("=1+1,17,", with: "=1+1,18,"))
    #expect(try trial.takeOne("moi.csv", status: 1).continued?.accepted == 3)
    // What came in mended is not asked for again.
    let rest = try trial.takeOne("lan.csv", "--rejects", "con.csv", status: 1)
    #expect((rest.rows, rest.same, rest.rejected) == (4, 2, 1))
    let left = try trial.folder.read("con.csv")
    #expect(!left.contains("=1+1"))
    #expect(left.contains(",41,7,4"))
  }

  @Test func `another file of the same name is no matter where keys tell what is in both`() throws {
    func rows(_ numbers: Range<Int>) -> String {
      "KEY,don_vi,tuoi,muc\n"
        + numbers.map { "uuid:0000000\($0)-1111-4222-8333-444444444444,Xã \($0),3\($0),1\n" }
        .joined()
    }
    let note = "một tệp cùng tên, khác nội dung"
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("a.csv", LedgerTrial.rows(0..<3))
    #expect(try trial.takeOne("a.csv", status: 0).new == 3)
    try trial.folder.write("a.csv", LedgerTrial.rows(0..<5))
    let grown = try trial.run("import", "k.thuocdo", "a.csv")
    #expect(grown.output.contains("Nhận 2 phiếu"), grown.summary)
    #expect(!grown.output.contains(note), grown.summary)

    let drawn = try LedgerTrial(hasKey: false)
    try drawn.folder.write("a.csv", rows(0..<3))
    #expect(try drawn.takeOne("a.csv", status: 0).new == 3)
    try drawn.folder.write("a.csv", rows(0..<5))
    #expect(try !drawn.run("import", "k.thuocdo", "a.csv").output.contains(note))
    // A row without a key may be one of those that came in, and so may be all rows beside a file
    // that lacked the key.
    try drawn.folder.write("a.csv", rows(0..<5) + ",Xã 9,31,1\n")
    let blank = try drawn.run("import", "k.thuocdo", "a.csv")
    #expect(blank.output.contains("Nhận 1 phiếu"), blank.summary)
    #expect(blank.output.contains(note), blank.summary)
    try drawn.folder.write("b.csv", LedgerTrial.rows(7..<9))
    #expect(try drawn.takeOne("b.csv", status: 0).new == 2)
    try drawn.folder.write("b.csv", rows(7..<9))
    let keyed = try drawn.run("import", "k.thuocdo", "b.csv")
    #expect(keyed.output.contains(note), keyed.summary)
  }
}
