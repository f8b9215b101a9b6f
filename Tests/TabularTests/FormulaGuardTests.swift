import Testing

@testable import Tabular

@Suite struct FormulaGuardTests {
  @Test(arguments: [
    "=1", "=", "@SUM(A1)", "\tx", "\rx", "+", "-", "+84 912 345 678", "-x", "--1", "-1-1", "-1.",
    "-.5", "-1,", "-1e", "-5%x", "=cmd|' /C calc'!A0", "+ 5",
    "+1 – =2", "+1 – A1", "-1 –2", "-1 - 2", "-1 – 2 – 3", "-1 – ", "+1–2", "-1.2.", "+1 – 2+3",
    "-1 – @SUM(A1)",
  ])
  func `formulas are guarded`(text: String) {
    let isNeeded = FormulaGuard.isNeeded(Array(text.utf8).span)
    #expect(isNeeded)
    #expect(FormulaGuard.removed(from: "'" + text) == text)
  }

  @Test(arguments: [
    "", "a", "5", "-5", "+3.2", "-4,5", "-1e-07", "-2.5E+3", "-2,1%", " =1", "'=1", "1-1", "–5",
    "-0,13 – 2,75", "+26,40 – +35,11", "-1,00% – +2,00%", "-1.234,50", "-12,345.60 – -1,000",
  ])
  func `plain text and numbers are not`(text: String) {
    let isNeeded = FormulaGuard.isNeeded(Array(text.utf8).span)
    #expect(!isNeeded)
    #expect(FormulaGuard.removed(from: "'" + text) == nil)
  }

  @Test func `only an apostrophe before a formula is taken away`() {
    #expect(FormulaGuard.removed(from: "=1") == nil)
    #expect(FormulaGuard.removed(from: "'tis") == nil)
    #expect(FormulaGuard.removed(from: "") == nil)
  }
}
