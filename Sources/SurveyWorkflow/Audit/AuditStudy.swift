import SurveyAnalysis
import SurveyModel
import SurveyReport
import SurveyStatistics
import SurveyStore

/// Which interviews are looked at, and by which rules.
package struct AuditOptions: Hashable, Sendable {
  /// The questionnaire, when the study has several.
  package var questionnaire: String?
  /// Only the interviews of this version of the questionnaire; those of all otherwise.
  package var version: String?
  /// The wave; the only open one otherwise.
  package var wave: String?
  /// A quarter, half-year or year such as `2024-Q1`, in place of a wave.
  package var period: String?
  /// The names of the rules; all of the plan's otherwise.
  package var rules: [String] = []
  /// The question that holds the operator's code.
  package var operatorQuestion: String?
  /// What a stratum with a single cluster contributes to a variance.
  package var lonelyPSU = "fail"
  /// Whether weights, strata and clusters are left aside: every interview the same.
  package var ignoresDesign = false

  /// The defaults.
  package init() {}

  /// Refuses words that mean nothing.
  package func check() throws(UsageProblem) {
    let _: LonelyPSU = try UsageProblem.parse(lonelyPSU, "--lonely-psu")
    try ReportScope.check(wave: wave, period: period)
    for rule in rules { let _: QualityRule = try UsageProblem.parse(rule, "--rule") }
  }
}

/// What `audit` gives back.
package struct AuditOutput: Sendable {
  /// The bytes of the page in the format that was asked for.
  package let content: [UInt8]
  /// Whether anything is told.
  package let hasFindings: Bool
}

extension Workflow {
  /// What the rules say about the quality and integrity of the interviews of one questionnaire.
  ///
  /// The study is not changed.
  package func audit(
    of study: OpenStudy,
    options: AuditOptions,
    format: ReportFormat,
    look: TextLook
  ) throws(WorkflowError) -> AuditOutput {
    let questionnaire = try questionnaire(
      options.questionnaire,
      version: options.version,
      in: study
    )
    let scope = try scope(wave: options.wave, period: options.period, in: study)
    if let name = options.operatorQuestion, questionnaire.index(of: name) == nil {
      throw WorkflowError(
        AuditProblem.unknownOperatorQuestion(
          name,
          closest: nearestName(to: name, among: questionnaire.questions.map(\.id))
        ),
        at: study.file.path
      )
    }
    return try attempt(study.file.path) {
      let onlyOwn = options.version != nil
      let data = try study.file.dataset(
        of: questionnaire,
        wave: scope.wave?.id,
        days: scope.days,
        onlyOwn: onlyOwn
      )
      guard data.count > 0 else {
        throw WorkflowError(scope.nothing(questionnaire.id, in: language), at: study.file.path)
      }
      let plan = study.plan(for: questionnaire)
      let declaration =
        options.ignoresDesign
        ? SampleDeclaration() : plan?.designs[questionnaire.id] ?? questionnaire.sample
      let design = try StudyDesign(
        declaration,
        of: data,
        lonelyPSU: LonelyPSU(rawValue: options.lonelyPSU) ?? .fail
      )
      var rules = QualityRules()
      if !options.rules.isEmpty {
        rules.rules = Set(options.rules.compactMap { QualityRule(rawValue: $0) })
      }
      if let question = options.operatorQuestion { rules.operatorQuestion = question }
      let (result, ids) = try study.audit(
        data,
        wave: scope.wave?.id,
        days: scope.days,
        onlyOwn: onlyOwn,
        design: design,
        plan: plan,
        rules: rules
      )
      func number(_ row: Int) -> String {
        ids.indices.contains(row)
          ? VerificationKeeper.number(of: ids[row], at: study.file.station) : "\(row + 1)"
      }
      let page = AuditReport(
        result,
        questionnaire: questionnaire,
        suppression: plan?.suppression ?? Plan.Suppression(),
        language: language
      )
      return AuditOutput(
        content: try write(page, scope, format, look, number),
        hasFindings: result.audit.hasFindings
      )
    }
  }

  private func write(
    _ page: AuditReport,
    _ scope: ReportScope,
    _ format: ReportFormat,
    _ look: TextLook,
    _ number: (Int) -> String
  ) throws -> [UInt8] {
    if format == .json {
      let span =
        switch scope {
        case .wave(let wave): (name: "wave", id: wave.id)
        case .period(let period): (name: "period", id: period.id)
        }
      return Array((JSONText.write(.object(page.json(span: span, number: number))) + "\n").utf8)
    }
    let label = scope.label(language)
    let line =
      scope.wave == nil
      ? language.choose("Kỳ báo cáo: \(label)", "Period: \(label)")
      : language.choose("Đợt khảo sát: \(label)", "Wave: \(label)")
    return try render(page.report(subtitle: [line], number: number), format, look)
  }
}

/// Why there is nothing to look at.
enum AuditProblem: LocalizedMessage {
  case unknownOperatorQuestion(String, closest: String?)

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.unknownOperatorQuestion(let id, let closest), .vietnamese):
      "--operator: phiếu không có câu '\(id)'; "
        + (closest.map { "có phải là '\($0)'?" } ?? "ghi mã của một câu hỏi trong phiếu")
    case (.unknownOperatorQuestion(let id, let closest), .english):
      "--operator: the questionnaire has no question '\(id)'; "
        + (closest.map { "did you mean '\($0)'?" } ?? "give the id of one of its questions")
    }
  }
}
