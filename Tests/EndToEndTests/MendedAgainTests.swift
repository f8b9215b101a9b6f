import Foundation
import Testing

/// Rows that were mended and come again, changed or beside others.
@Suite struct MendedAgainTests {
  private static let file = "don_vi,tuoi,muc\nXã A,30,1\nXã B,17,2\nXã C,170,1\nXã D,16,1\n"

  /// A study with a file of four rows, two of which were sent back, and the lines of their file.
  private func begin(hasKey: Bool) throws -> (trial: LedgerTrial, batch: String, rows: [String]) {
    let trial = try LedgerTrial(hasKey: hasKey)
    try trial.folder.write("f.csv", Self.file)
    let batch = try #require(try trial.takeOne("f.csv", status: 1).batch)
    let rows = try trial.folder.read("f.loi.csv").split(whereSeparator: \.isNewline)
    return (trial, batch, rows.map { String($0) })
  }

  @Test func `a row that contradicts any earlier one is sent back`() throws {
    let (trial, _, rows) = try begin(hasKey: true)
    let one = rows[1].replacing(",17,2", with: ",27,2")
    // The line of the other row with the key of this one, and once more.
    let other = rows[2].replacing(",Xã D,16,1", with: ",Xã B,70,1")
      .replacing("khoa-Xã D", with: "khoa-Xã B")
    try trial.folder.write("m.csv", [rows[0], one, other, other].joined(separator: "\n") + "\n")
    let outcome = try trial.take("m.csv", status: 1)
    #expect(outcome.first?.counts == [1, 0, 0, 0, 0, 2, 0, 0])
  }

  @Test func `of one line of the first file only one row counts`() throws {
    let (trial, _, rows) = try begin(hasKey: true)
    let one = rows[1].replacing(",17,2", with: ",27,2")
    let other = rows[1].replacing(",Xã B,17,2", with: ",Xã E,70,1")
    try trial.folder.write("m.csv", [rows[0], one, other].joined(separator: "\n") + "\n")
    let shown = try trial.run("import", "k.thuocdo", "m.csv", "--dry-run")
    #expect(shown.errors.contains("Dòng 2 cũng ghi “_dong” là 3, với nội dung khác"), shown.summary)
    let outcome = try trial.run("import", "k.thuocdo", "m.csv", language: "en")
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.errors.contains("Line 2 has 3 in “_dong” too"), outcome.summary)
    #expect(outcome.errors.contains("[D03]"), outcome.summary)
  }

  @Test func `what came in mended counts once when the first file is undone and comes again`()
    throws
  {
    let (trial, batch, rows) = try begin(hasKey: false)
    let mended = rows[1].replacing(",17,2", with: ",27,2")
    try trial.folder.write("m.csv", [rows[0], mended].joined(separator: "\n") + "\n")
    #expect(try trial.takeOne("m.csv", status: 0).new == 1)
    #expect(try trial.run("undo", "k.thuocdo", batch).ended(0))
    let back = try trial.takeOne("f.csv", status: 1)
    #expect((back.new, back.same, back.rejected) == (2, 1, 1))
    let left = try trial.folder.read(try #require(back.rejects_file))
    #expect(!left.contains("Xã B"), "\(left)")
    try trial.folder.write("n.csv", left.replacing(",16,1", with: ",26,1"))
    #expect(try trial.takeOne("n.csv", status: 0).new == 1)
    #expect(try trial.ages().n == 4)
  }

  @Test func `of several rows from one line each is known`() throws {
    let (trial, _, rows) = try begin(hasKey: false)
    func take(_ name: String, _ age: Int, _ extra: String...) throws -> [Int] {
      let mended = rows[1].replacing(",17,2", with: ",\(age),2")
      try trial.folder.write(name, [rows[0], mended].joined(separator: "\n") + "\n")
      let outcome = try trial.run(
        "import",
        "k.thuocdo",
        name,
        "--format",
        "json",
        extra: extra
      )
      let imports = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
      return Array(try #require(imports.first).counts.prefix(5))
    }
    #expect(try take("m40.csv", 40) == [1, 0, 0, 0, 0])
    #expect(try take("m41.csv", 41, "--on-change", "add") == [1, 0, 1, 0, 1])
    let bytes = try trial.folder.read("m40.csv")
    try trial.folder.write("m40.csv", bytes.replacing("\u{FEFF}", with: ""))
    #expect(try take("m40b.csv", 40, "--on-change", "add", "--dry-run") == [0, 1, 0, 0, 0])
    #expect(try take("m41b.csv", 41, "--on-change", "add", "--dry-run") == [0, 1, 0, 0, 0])
    #expect(try trial.ages().n == 4)
  }
}
