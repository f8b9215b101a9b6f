import Foundation
import Testing

/// What becomes of the other files when one of several is refused.
@Suite struct SeveralFilesTests {
  private func trial() throws -> LedgerTrial {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("a.csv", LedgerTrial.rows(0..<3))
    try trial.folder.write("la.csv", "x,y\n1,2\n")
    try trial.folder.write("ho.csv", LedgerTrial.rows(3..<5) + "\"Xã 6,20,1\n")
    try trial.folder.write("c.csv", LedgerTrial.rows(2..<6))
    return trial
  }

  @Test(arguments: [[], ["--dry-run"]])
  func `the files after a refused one are imported, and it is named`(extra: [String]) throws {
    let trial = try trial()
    let files = ["a.csv", "la.csv", "khong-co.csv", "ho.csv", "c.csv"]
    let outcome = try trial.run("import", "k.thuocdo", extra: files + ["--format", "json"] + extra)
    #expect(outcome.ended(2), outcome.summary)
    let imports = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
    #expect(imports.map(\.file) == files)
    #expect(imports.map(\.error?.code) == [nil, "H01", "F01", "T05", nil])
    #expect(imports.map(\.new) == [3, 0, 0, 0, 3])
    #expect(imports.map(\.same) == [0, 0, 0, 0, 1])
    for error in imports.compactMap(\.error) {
      #expect(outcome.errors.contains("lỗi: \(error.text)\n"), outcome.summary)
    }
    let named = "3/5 tệp không nhập được: la.csv, khong-co.csv, ho.csv\n"
    #expect(outcome.errors.hasSuffix(named), outcome.summary)
    #expect(try trial.ages().n == (extra.isEmpty ? 6 : 0))
  }

  @Test func `the worst of several files is the exit code`() throws {
    let trial = try trial()
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    let mixed = try trial.run("import", "k.thuocdo", "lan.csv", "a.csv", "--dry-run")
    #expect(mixed.ended(1), mixed.summary)
    #expect(!mixed.errors.contains("tệp không nhập được"), mixed.summary)
    let worse = try trial.run("import", "k.thuocdo", "lan.csv", "la.csv", "a.csv", language: "en")
    #expect(worse.ended(2), worse.summary)
    #expect(worse.errors.hasSuffix("1 of 3 files were not imported: la.csv\n"), worse.summary)
    #expect(worse.output.contains("a.csv: 3 data rows"), worse.summary)
  }

  @Test func `a single refused file is told once`() throws {
    let outcome = try trial().run("import", "k.thuocdo", "la.csv")
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.split(separator: "\n").count == 1, outcome.summary)
  }
}
