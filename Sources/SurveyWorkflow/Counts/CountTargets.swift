import SurveyAnalysis
import SurveyModel
import SurveyReport

extension Workflow {
  /// The targets of a study without any interview that has counts; nothing where it has none.
  func countReport(
    of study: OpenStudy,
    _ options: ReportOptions
  ) throws(WorkflowError) -> (report: CountReport, misses: Bool)? {
    let hasInterviews = study.questionnaires.contains { questionnaire in
      study.hasInterviews(of: questionnaire.id, wave: options.wave, period: options.period)
    }
    let days = options.period.flatMap { Period($0) }?.days
    guard !hasInterviews, let plan = study.plan, let counts = try counts(of: study, in: days),
      !counts.book.counts.isEmpty
    else { return nil }
    let targets = plan.targets.map { target in
      switch target.kind {
      case .count(let aim): TargetAssessment(target, aim, in: counts)
      case .survey(let id, _, _, _), .change(let id, _, _):
        TargetAssessment(target: target, outcome: .questionnaireAbsent(id))
      }
    }
    var header = ReportHeader(made: clock())
    header.office = plan.office
    header.planNote = plan.note
    return (
      CountReport(targets, header: header, language: language),
      targets.contains(where: \.isMissedSomewhere)
    )
  }
}
