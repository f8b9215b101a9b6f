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
    try Golden.expect(TextRenderer(width: 100).render(report), "composition-targets-vi.txt")
  }
}
