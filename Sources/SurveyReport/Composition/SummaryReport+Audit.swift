import SurveyAnalysis
import SurveyModel

extension SummaryReport {
  /// The chapter on the quality of the interviews: a short table and whether verdicts flip; nothing
  /// where nobody looked.
  var quality: [Report.Block] {
    guard let audit else { return [] }
    return AuditReport(
      audit,
      questionnaire: analysis.questionnaire,
      suppression: suppression,
      language: language,
      keepingBack: analysis.groups
    ).chapter
  }
}
