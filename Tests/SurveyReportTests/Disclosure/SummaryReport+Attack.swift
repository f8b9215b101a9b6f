import SurveyAnalysis
import SurveyModel

@testable import SurveyReport

extension SummaryReport {
  /// The report of a made-up wave that an attacker gets to read.
  static func toAttack(
    _ analysis: StudyAnalysis,
    of data: Dataset,
    _ suppression: Plan.Suppression
  ) -> Report {
    SummaryReport(
      analysis,
      header: ReportHeader(
        wave: "Đợt 1",
        modes: [(mode: .importedFile, count: data.count)],
        made: Timestamp(milliseconds: 0)
      ),
      suppression: suppression,
      language: .vietnamese
    ).report()
  }
}
