import SurveyAnalysis
import SurveyModel
import SurveyReport
import SurveyStore

extension Workflow {
  /// What a report on interviews rests on whose answers have this digest.
  func manifest(
    of study: OpenStudy,
    _ questionnaire: Questionnaire,
    _ scope: ReportScope,
    _ options: ReportOptions,
    answers: PendingDigest,
    interviews: Int
  ) throws -> ReportManifest {
    let stored = try study.file.questionnaires().last {
      $0.id == questionnaire.id && $0.version == questionnaire.version
    }
    let plan = try study.file.plan()
    var manifest = ReportManifest([
      .program: Workflow.version,
      .language: language.rawValue,
      .questionnaire: questionnaire.id,
      .questionnaireVersion: questionnaire.version,
      .questionnaireDigest: stored?.sha256 ?? "",
      .plan: plan?.id ?? "",
      .planDigest: plan?.sha256 ?? "",
      .data: answers.value,
      .interviews: String(interviews),
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
    guard let units = options.units else { return manifest }
    manifest[.carry] = units.question
    manifest[.unitsOn] = units.day.description
    manifest[.within] = units.within
    manifest[.areas] = units.areas.joined(separator: "\n")
    manifest[.merger] = units.merger
    manifest[.populations] = units.populations.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    manifest[.register] = try unitRegister(in: units.folder).digest
    return manifest
  }
}

extension Workflow {
  /// Adds what a report draws on beside the answers that it counts.
  func add(
    _ digests: ReportDigests,
    to manifest: inout ReportManifest,
    _ header: ReportHeader,
    _ audit: AuditResult?,
    _ keying: KeyingMeasurement?,
    _ scope: ReportScope,
    of study: OpenStudy
  ) throws {
    let salt = study.file.station
    let forms = study.plan?.layout.fieldwork[manifest[.questionnaire] ?? ""]
    manifest[.counts] = try counts(of: study, in: scope.days)?
      .digest(with: Set(forms?.names.values.map { $0 } ?? []))
    manifest[.earlier] = digests.earlierDigest(salt: salt)
    manifest[.series] = digests.series?.finalize()
    manifest[.record] = ReportDigests.ofRecord(
      header,
      keying,
      audit?.audit.course,
      salt: salt
    )
  }
}

extension ReportOptions {
  /// The options that a manifest tells, with the register of units in `register`.
  init(_ manifest: ReportManifest, register: String) {
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
    guard let question = manifest[.carry] else { return }
    var units = UnitCarry(question: question, folder: register)
    if let day = manifest[.unitsOn].flatMap({ CalendarDate(iso: $0) }) { units.day = day }
    units.within = manifest[.within]
    units.areas = manifest[.areas]?.split(separator: "\n").map { String($0) } ?? []
    if let merger = manifest[.merger] { units.merger = merger }
    for line in manifest[.populations]?.split(separator: "\n") ?? [] {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2, let people = Double(parts[1]) {
        units.populations[String(parts[0])] = people
      }
    }
    self.units = units
  }
}
