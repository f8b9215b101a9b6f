import Foundation
import Testing

/// Undoing an import together with the mended rows that continue it; all answers are made up.
@Suite struct UndoContinuedTests {
  private let trial: LedgerTrial

  init() throws { trial = try LedgerTrial(hasKey: true) }

  private func batch(_ imported: Imports.One) throws -> String { try #require(imported.batch) }

  @Test func `what is refused undoes no part`() throws {
    try trial.folder.write("a.csv", LedgerTrial.rows(0..<4))
    _ = try trial.takeOne("a.csv", status: 0)
    try trial.folder.write("b.csv", LedgerTrial.rows(0..<2, age: 30) + "Xã 9,17,1\n")
    let second = try batch(trial.takeOne("b.csv", "--on-change", "replace", status: 1))
    let rejects = try trial.folder.read("b.loi.csv")
    try trial.folder.write("b.loi.csv", rejects.replacing(",17,1", with: ",19,1"))
    #expect(try trial.takeOne("b.loi.csv", status: 0).new == 1)
    try trial.folder.write("c.csv", LedgerTrial.rows(0..<2, age: 40))
    let third = try batch(trial.takeOne("c.csv", "--on-change", "replace", status: 0))
    let ages = (40.0 + 41 + 22 + 23 + 19) / 5
    #expect(try trial.ages() == (5, ages))

    let refused = try trial.run("undo", "k.thuocdo", second, "--continued")
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains(third), refused.summary)
    #expect(try trial.ages() == (5, ages))
    let list = try trial.run("batches", "k.thuocdo", "--format", "json")
    #expect(!list.output.contains("\"state\": \"undone\""), list.summary)

    #expect(try trial.run("undo", "k.thuocdo", third).ended(0))
    let undone = try trial.run("undo", "k.thuocdo", second, "--continued")
    #expect(undone.ended(0), undone.summary)
    #expect(undone.output.contains("b.loi.csv"), undone.summary)
    #expect(try trial.ages() == (4, 21.5))
  }
}
