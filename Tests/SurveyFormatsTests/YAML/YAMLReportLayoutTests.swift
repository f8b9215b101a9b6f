import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: the report of a plan")
struct YAMLReportLayoutTests {
  private func read(_ report: String) throws -> (ReportLayout, [Diagnostic]) {
    let text = "plan: p\noffice: {vi: Ủy ban, en: Office}\nreport:\n\(report)\n"
    let (plan, findings) = YAMLPlanReader().read(text, file: "p.yaml")
    return (try #require(plan).layout, findings)
  }

  private func text(_ words: String) -> LocalizedText { LocalizedText(["vi": words, "en": words]) }

  @Test func `every key is read field by field`() throws {
    let (layout, findings) = try read(
      """
        title: {vi: T, en: T}
        sections: [method, summary]
        appendix: [items]
        groups: {sipas-2023: [don_vi, gioi_tinh]}
        headings: {method: {vi: H, en: H}}
        texts: {assessment: {vi: A, en: A}}
        letterhead:
          parent: {vi: C, en: C}
          issuer: {vi: I, en: I}
          symbol: BC-UBND
          place: {vi: N, en: N}
          kind: {vi: K, en: K}
          bases: [{vi: B, en: B}]
          authority: {vi: U, en: U}
          position: {vi: S, en: S}
          recipients: [{vi: R, en: R}, {vi: L, en: L}]
      """
    )
    #expect(findings.isEmpty)
    #expect(
      layout
        == ReportLayout(
          title: text("T"),
          sections: [.method, .summary],
          appendix: [.items],
          groups: ["sipas-2023": ["don_vi", "gioi_tinh"]],
          headings: [.method: text("H")],
          texts: [.assessment: text("A")],
          letterhead: LetterheadText(
            parent: text("C"),
            issuer: text("I"),
            symbol: "BC-UBND",
            place: text("N"),
            kind: text("K"),
            bases: [text("B")],
            authority: text("U"),
            position: text("S"),
            recipients: [text("R"), text("L")]
          )
        )
    )
  }

  @Test func `a plan that says nothing has the usual chapters and no head`() throws {
    let (layout, findings) = try read("  suppress: {below: 6}")
    #expect(findings.isEmpty)
    #expect(layout == ReportLayout())
    #expect(layout.sections == ReportSection.usual)
  }

  @Test(arguments: [
    ("  sections: [sumary]", "unknown-report-section", 4),
    ("  sections: [items, method, items]", "repeated-item", 4),
    ("  headings: {itemz: {vi: H, en: H}}", "unknown-report-section", 4),
    ("  letterhead: {symbol: BC-UBND}", "missing-key", 4),
    ("  letterhead: {place: {vi: N, en: N}}", "missing-key", 4),
    ("  letterhead: {symbol: S, place: {vi: N, en: N}, signer: A}", "unknown-key", 4),
  ])
  func `what is wrong is told with its place`(report: String, code: String, line: Int) throws {
    let (_, findings) = try read(report)
    #expect(findings.map(\.code) == [code])
    #expect(findings.map(\.location.line) == [line])
  }
}
