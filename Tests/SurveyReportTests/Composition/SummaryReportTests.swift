import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyReport

@Suite struct SummaryReportTests {
  @Test func `the summary of a small study in Vietnamese`() throws {
    let report = try SmallStudy().summary(.vietnamese).report()
    try Golden.expect(TextRenderer(width: 100).render(report), "composition-vi.txt")
  }

  @Test func `the summary of a small study in English`() throws {
    let report = try SmallStudy().summary(.english).report()
    try Golden.expect(TextRenderer(width: 100).render(report), "composition-en.txt")
  }

  @Test func `only the targets`() throws {
    let report = try SmallStudy().summary(.vietnamese).targetsReport()
    try Golden.expect(TextRenderer(width: 80).render(report), "composition-targets-vi.txt")
  }

  @Test func `only the targets, with all that specialists ask for`() throws {
    let report = try SmallStudy().summary(.english).targetsReport(details: true)
    try Golden.expect(TextRenderer(width: 80).render(report), "composition-targets-en.txt")
  }

  @Test func `no line of a verdict has more than three reasons`() throws {
    for language in [InterfaceLanguage.vietnamese, .english] {
      for block in try SmallStudy().summary(language).targetsReport().blocks {
        guard case .verdict(let verdict) = block else { continue }
        #expect(verdict.reasons.count <= 3)
        #expect(verdict.details.isEmpty)
        if verdict.tone == .suppressed {
          #expect(verdict.reasons.count <= 1)
          #expect(verdict.evidence?.value == nil)
          #expect(verdict.evidence?.robustness == nil)
        }
      }
    }
  }

  @Test func `groups with the same ranks are told together`() {
    let groups = [
      (label: "A", ranks: 2...3), (label: "B", ranks: 1...1), (label: "C", ranks: 2...3),
      (label: "D", ranks: 2...2),
    ]
    let list = SummaryReport.byRank(groups, .vietnamese)
    #expect(list == ["hạng 1: B", "hạng 2: D", "hạng 2–3: A, C"])
    #expect(SummaryReport.byRank(groups, .english).last == "rank 2–3: A, C")
  }

  @Test func `what other questionnaires answer is left out beside them`() throws {
    let summary = try SmallStudy().summary(.vietnamese)
    let whole = summary.targetsReport()
    let brief = summary.targetsReport(rest: false)
    #expect(whole.subtitle.first == summary.report().title)
    #expect(brief.blocks.count < whole.blocks.count)
    #expect(Array(whole.blocks.prefix(brief.blocks.count)) == brief.blocks)
  }

  @Test func `every symbol is explained in both languages`() {
    for language in [InterfaceLanguage.vietnamese, .english] {
      let texts = Set(PublicationSymbol.allCases.map { $0.text(in: language) })
      #expect(texts.count == 5)
    }
    #expect(PublicationSymbol.allCases.map(\.text) == ["[c]", "[u]", "[x]", "[z]", "[low]"])
  }
}
