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

  @Test func `a known file tells how many rows it has and what became of them`() throws {
    let trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    _ = try trial.takeOne("lan.csv", status: 1)
    let known = try trial.takeOne("lan.csv", status: 0)
    #expect((known.rows, known.new, known.same, known.rejected) == (4, 0, 2, 2))
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
