import Foundation
import Testing

/// A trial says what the import would do.
@Suite struct DryRunImportTests {
  /// What has to be the same in a trial and in earnest.
  private func counts(_ imports: [Imports.One]) -> [[Int]] { imports.map(\.counts) }

  @Test func `each of several files meets what those before it bring`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<20))
    try trial.folder.write("o.csv", LedgerTrial.rows(10..<40))
    let before = try trial.folder.bytes("k.thuocdo")
    let names = try trial.folder.names()
    let tried = try trial.take("f.csv", "o.csv", "--dry-run", status: 0)
    #expect(tried.map(\.new) == [20, 20])
    #expect(tried.map(\.same) == [0, 10])
    #expect(tried.allSatisfy { $0.dry_run && $0.batch == nil })
    #expect(try trial.folder.bytes("k.thuocdo") == before)
    #expect(try trial.folder.names() == names)
    let shown = try trial.run("import", "k.thuocdo", "f.csv", "o.csv", "--dry-run")
    #expect(shown.output.matches(of: /Chỉ chạy thử: chưa ghi gì/).count == 2, shown.summary)
    #expect(!shown.output.contains("Lô nhập"))
    let real = try trial.take("f.csv", "o.csv", status: 0)
    #expect(counts(real) == counts(tried))
    #expect(try trial.ages().n == 40)
  }

  @Test func `a copy among several files stops the trial too`() throws {
    let trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<10))
    let rows = LedgerTrial.rows(0..<10).split(separator: "\n")
    try trial.folder.write(
      "dao.csv",
      (rows.prefix(1) + rows.dropFirst().reversed()).joined(separator: "\n")
    )
    let tried = try trial.run("import", "k.thuocdo", "f.csv", "dao.csv", "--dry-run")
    #expect(tried.ended(2), tried.summary)
    #expect(tried.errors.contains("[D04]"), tried.summary)
    #expect(try trial.ages().n == 0)
    let real = try trial.run("import", "k.thuocdo", "f.csv", "dao.csv")
    #expect(real.ended(2), real.summary)
    #expect(real.errors.contains("[D04]"), real.summary)
  }

  @Test func `rows that a trial of several files sends back are written nowhere`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<3))
    let names = try trial.folder.names()
    let tried = try trial.take("lan.csv", "f.csv", "--dry-run", status: 1)
    #expect(tried.map(\.rejected) == [2, 0])
    #expect(try trial.folder.names() == names)
  }

  @Test(arguments: [[], ["--dry-run"]])
  func `one rejects file for several files is refused before anything is imported`(
    extra: [String]
  ) throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<3))
    let refused = try trial.run(
      "import",
      "k.thuocdo",
      "lan.csv",
      "f.csv",
      "--rejects",
      "r.csv",
      extra: extra
    )
    #expect(refused.ended(64), refused.summary)
    #expect(refused.errors.contains("--rejects chỉ đi với một tệp"), refused.summary)
    #expect(try !trial.folder.names().contains("r.csv"))
    #expect(try trial.ages().n == 0)
  }

  @Test func `a rejects file that exists stops the trial too`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    for extra in [["--dry-run"], []] {
      let refused = try trial.run(
        "import",
        "k.thuocdo",
        "lan.csv",
        "--rejects",
        "phieu.yaml",
        extra: extra
      )
      #expect(refused.ended(2), refused.summary)
    }
  }

  @Test func `a trial of all or nothing says that nothing would come in`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    let tried = try trial.takeOne("lan.csv", "--all-or-nothing", "--dry-run", status: 1)
    #expect(tried.held_back && tried.dry_run)
    #expect((tried.new, tried.would_be_new, tried.rejected) == (0, 2, 2))
    let text = try trial.run("import", "k.thuocdo", "lan.csv", "--all-or-nothing", "--dry-run")
    #expect(text.output.contains("Lẽ ra nhận 2 phiếu, trả lại 2 dòng."), text.summary)
    #expect(text.output.contains("không dòng nào được ghi vào nghiên cứu"), text.summary)
    #expect(text.output.contains("Chỉ chạy thử"), text.summary)
    let real = try trial.takeOne("lan.csv", "--all-or-nothing", status: 1)
    #expect(real.held_back && !real.dry_run)
    #expect((real.new, real.would_be_new, real.rejected) == (0, 2, 2))
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<3))
    let good = try trial.takeOne("f.csv", "--all-or-nothing", "--dry-run", status: 0)
    #expect((good.held_back, good.new, good.would_be_new) == (false, 3, 0))
  }

  @Test(arguments: [[], ["--dry-run"]])
  func `what was held back is not counted with the batch that it continues`(
    extra: [String]
  ) throws {
    let trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    _ = try trial.takeOne("lan.csv", status: 1)
    let rejects = try trial.folder.read("lan.loi.csv")
    try trial.folder.write("sua.csv", rejects.replacing("=1+1,17,", with: "=1+1,18,"))
    let outcome = try trial.run(
      "import",
      "k.thuocdo",
      "sua.csv",
      "--all-or-nothing",
      extra: extra
    )
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.output.contains("tất cả 2 phiếu, còn 2 dòng"), outcome.summary)
    #expect(try trial.ages().n == 2)
  }
}
