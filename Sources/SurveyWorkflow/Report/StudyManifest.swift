import SurveyModel
import SurveyReport
import SurveyStore

extension Workflow {
  /// What a report on `data` rests on.
  func manifest(
    of study: OpenStudy,
    _ questionnaire: Questionnaire,
    _ scope: ReportScope,
    _ options: ReportOptions,
    data: Dataset
  ) throws -> ReportManifest {
    let stored = try study.file.questionnaires().last {
      $0.id == questionnaire.id && $0.version == questionnaire.version
    }
    let plan = try study.file.plan()
    var digest = DatasetDigest()
    digest.add(data)
    return ReportManifest([
      .program: Workflow.version,
      .language: language.rawValue,
      .questionnaire: questionnaire.id,
      .questionnaireVersion: questionnaire.version,
      .questionnaireDigest: stored?.sha256 ?? "",
      .plan: plan?.id ?? "",
      .planDigest: plan?.sha256 ?? "",
      .data: digest.finalize(),
      .interviews: String(data.count),
      .day: study.plan?.countNames.isEmpty == false ? clock().localDate.description : "",
      .wave: scope.wave?.id ?? "",
      .period: options.period ?? "",
      .against: options.against ?? "",
      .onlyVersion: options.version ?? "",
      .groups: options.groups.joined(separator: " "),
      .lonelyPSU: options.lonelyPSU == "fail" ? "" : options.lonelyPSU,
      .ignoresDesign: options.ignoresDesign ? "yes" : "",
      .madeUp: options.isMadeUp ? "yes" : "",
    ])
  }
}

extension ReportOptions {
  /// The options that a manifest tells.
  init(_ manifest: ReportManifest) {
    self.init()
    questionnaire = manifest[.questionnaire]
    version = manifest[.onlyVersion]
    wave = manifest[.wave]
    period = manifest[.period]
    against = manifest[.against]
    groups = manifest[.groups]?.split(separator: " ").map { String($0) } ?? []
    lonelyPSU = manifest[.lonelyPSU] ?? "fail"
    ignoresDesign = manifest[.ignoresDesign] != nil
    isMadeUp = manifest[.madeUp] != nil
  }
}
