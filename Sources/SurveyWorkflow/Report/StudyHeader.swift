import SurveyModel
import SurveyReport
import SurveyStore

extension Workflow {
  /// Who made a report, when, and of which interviews.
  func header(
    of study: OpenStudy,
    _ questionnaire: Questionnaire,
    _ scope: ReportScope,
    _ options: ReportOptions
  ) throws -> ReportHeader {
    let overview = try study.file.overview(
      of: questionnaire.id,
      version: options.version,
      wave: scope.wave?.id,
      days: scope.days
    )
    var header = ReportHeader(made: clock())
    header.office = study.plan?.office
    header.planNote = study.plan?.note
    header.wave = scope.wave?.label
    header.period = scope.period
    if let first = overview.firstDay, let last = overview.lastDay, first <= last {
      header.fieldwork = first...last
    }
    header.modes = Mode.allCases.compactMap { mode in
      overview.interviewsByMode[mode].map { (mode, $0) }
    }
    // Rows that were not taken have no date.
    if let wave = scope.wave {
      header.rejectedRows = try study.file.batches()
        .filter { batch in
          batch.questionnaire == questionnaire.id && batch.wave == wave.id
            && batch.state == .complete
        }
        .reduce(0) { $0 + $1.rejectedRows }
    }
    if options.version == nil {
      header.versionNotes = try versionNotes(questionnaire, scope: scope, in: study)
    }
    header.versionNotes += try undated(
      questionnaire.id,
      version: options.version,
      scope,
      in: study
    )
    let forms = try fieldwork(
      of: study,
      questionnaire.id,
      scope,
      options,
      interviews: overview.interviews
    )
    header.counted = forms.counted
    header.uncounted = forms.silence
    header.isMadeUp = options.isMadeUp
    header.truth = options.truth
    return header
  }
}
