import Testing

/// What the ledger says of undone batches, repeated and changed rows.
@Suite struct LedgerCountsTests {
  @Test func `an undoing counts what counted, whatever was undone before`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<4))
    let first = try #require(try trial.takeOne("f.csv", status: 0).batch)
    try trial.folder.write("sua.csv", LedgerTrial.rows(3..<6, age: 50))
    let second = try trial.takeOne("sua.csv", "--on-change", "replace", status: 0)
    #expect((second.new, second.replaced) == (2, 1))
    let id = try #require(second.batch)
    let undone = try trial.run("undo", "k.thuocdo", first)
    #expect(undone.output.contains("3 phiếu không còn được tính."), undone.summary)
    #expect(try trial.ages().n == 3)
    // What the batch revised has nothing before it any more.
    let rest = try trial.run("undo", "k.thuocdo", id)
    #expect(
      rest.output == "Đã hoàn tác lô \(id) (sua.csv): 3 phiếu không còn được tính.\n",
      rest.summary
    )
    #expect(try trial.ages().n == 0)
  }

  @Test func `rows that repeat a row of the file were not there before`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("lap.csv", LedgerTrial.rows(0..<3) + "Xã 1,21,2\n")
    let outcome = try trial.run("import", "k.thuocdo", "lap.csv")
    #expect(outcome.ended(0), outcome.summary)
    #expect(!outcome.output.contains("[D01]"), outcome.summary)
    #expect(outcome.output.contains("[D03]"), outcome.summary)
    try trial.folder.write("khac.csv", LedgerTrial.rows(0..<4) + "Xã 3,23,2\n")
    let taken = try trial.takeOne("khac.csv", status: 0)
    #expect((taken.rows, taken.new, taken.same, taken.repeated) == (5, 1, 3, 1))
  }

  @Test func `a known file tells how many rows it has and what became of them`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    _ = try trial.takeOne("lan.csv", status: 1)
    let known = try trial.takeOne("lan.csv", status: 0)
    #expect((known.rows, known.new, known.same, known.rejected) == (4, 0, 2, 2))
  }

  @Test func `programs get every changed row, people ten and the way to the others`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<30))
    _ = try trial.takeOne("f.csv", status: 0)
    try trial.folder.write("khac.csv", LedgerTrial.rows(0..<30, age: 40))
    let shown = try trial.run("import", "k.thuocdo", "khac.csv", "--dry-run")
    #expect(shown.errors.matches(of: /\[D02\]/).count == 10, shown.summary)
    #expect(shown.errors.contains("… và 20 dòng nữa (xem hết: --format json)"), shown.summary)
    let taken = try trial.takeOne("khac.csv", status: 1)
    #expect(taken.changes.count == 30)
    #expect(taken.changes.last?.contains("“Xã 29”") == true)
  }

  @Test func `an interview whose batch was undone is told so`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("f.csv", LedgerTrial.rows(0..<3))
    let batch = try #require(try trial.takeOne("f.csv", status: 0).batch)
    _ = try trial.run("undo", "k.thuocdo", batch, "--why", "nhầm tệp")
    for name in ["Xã 1", "f.csv:3", "\(batch.prefix(8)):3"] {
      let why = try trial.run("why", "k.thuocdo", name)
      #expect(why.ended(2), why.summary)
      #expect(why.errors.contains("'\(name)' không còn được tính"), why.summary)
      #expect(why.errors.contains("lô \(batch.prefix(8)) của tệp 'f.csv'"), why.summary)
      #expect(why.errors.contains("nhầm tệp"), why.summary)
    }
    let unknown = try trial.run("why", "k.thuocdo", "Xã 9", language: "en")
    #expect(!unknown.errors.contains("undone"), unknown.summary)
  }

  @Test func `two files through standard input have no name in common`() throws {
    let trial = try LedgerTrial(hasKey: true)
    let rows = LedgerTrial.rows(0..<3)
    #expect(try trial.run("import", "k.thuocdo", "-", input: rows).ended(0))
    let other = try trial.run("import", "k.thuocdo", "-", input: LedgerTrial.rows(3..<6))
    #expect(other.ended(0), other.summary)
    #expect(!other.output.contains("cùng tên"), other.summary)
  }
}
