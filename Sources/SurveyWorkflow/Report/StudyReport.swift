import SurveyAnalysis
import SurveyModel
import SurveyReport
import SurveyStatistics
import SurveyStore

/// Which interviews a report is about.
package struct ReportOptions: Hashable, Sendable {
  /// The questionnaire, when the study has several.
  package var questionnaire: String?
  /// Only the interviews of this version of the questionnaire; those of all otherwise.
  package var version: String?
  /// The wave; the only open one otherwise.
  package var wave: String?
  /// A quarter, half-year or year such as `2024-Q1`, in place of a wave.
  package var period: String?
  /// The wave or period to compare with; the one before otherwise.
  package var against: String?
  /// Questions to report by; those of the plan's targets otherwise.
  package var groups: [String] = []
  /// What a stratum with a single cluster contributes to a variance.
  package var lonelyPSU = "fail"
  /// Whether weights, strata and clusters are left aside: every interview the same.
  package var ignoresDesign = false
  /// Set for made-up data: true values of indicators.
  package var truth: [String: Double] = [:]
  /// Whether `targets` prints p values, every way to compute, tables and charts.
  package var showsDetails = false
  /// Whether the answers are made up.
  package var isMadeUp = false
  /// Whether `targets` ends with what no interview of this questionnaire answers.
  package var showsRest = true
  /// Questionnaires of the study whose targets are told beside this one's.
  package var told: Set<String> = []

  /// Whether and how places are carried to the units of one day.
  package var units: UnitCarry?

  /// The defaults.
  package init() {}

  /// Refuses words that mean nothing.
  package func check() throws(UsageProblem) {
    try units?.check()
    let _: LonelyPSU = try UsageProblem.parse(lonelyPSU, "--lonely-psu")
    try ReportScope.check(wave: wave, period: period, against: against)
  }
}

/// How text is drawn.
package struct TextLook: Hashable, Sendable {
  /// Columns of the terminal.
  package var width: Int
  /// Whether colour may be used.
  package var isColoured: Bool

  /// Makes a look.
  package init(width: Int, isColoured: Bool) {
    self.width = width
    self.isColoured = isColoured
  }
}

/// What `targets` and `report` give back.
package struct ReportOutput: Sendable {
  /// The bytes of the report in the format that was asked for.
  package let content: [UInt8]
  /// Whether any published figure is surely below its target.
  package let missesTarget: Bool

  /// The report as text, for formats that are text.
  package var text: String { String(decoding: content, as: UTF8.self) }
}

extension Workflow {
  /// The SIPAS-style summary of one questionnaire in each of `formats`, computed once.
  package func reports(
    on study: OpenStudy,
    options: ReportOptions,
    formats: [ReportFormat] = ReportFormat.allCases,
    look: TextLook
  ) throws(WorkflowError) -> [(format: ReportFormat, output: ReportOutput)] {
    let (document, misses) = try document(of: study, options)
    return try attempt(study.file.path) {
      try formats.map { format in
        let content = try render(document, as: format, look)
        return (format, ReportOutput(content: content, missesTarget: misses))
      }
    }
  }

  /// The whole summary as a document, and whether a target is surely missed.
  func document(
    of study: OpenStudy,
    _ options: ReportOptions
  ) throws(WorkflowError) -> (document: Report, misses: Bool) {
    let (summary, misses) = try summary(of: study, options)
    return (summary.report(), misses)
  }

  /// A document in one format, which its manifest tells.
  func render(
    _ document: Report,
    as format: ReportFormat,
    _ look: TextLook
  ) throws -> [UInt8] {
    var document = document
    document.manifest?[.format] = format.rawValue
    if format == .text { document.manifest?[.width] = String(look.width) }
    return try render(document, format, look)
  }

  /// The plan's targets with their verdicts.
  package func targets(
    of study: OpenStudy,
    options: ReportOptions,
    format: ReportFormat,
    look: TextLook
  ) throws(WorkflowError) -> ReportOutput {
    guard study.plan != nil else { throw WorkflowError(ReportProblem.noPlan, at: study.file.path) }
    let questionnaire = try questionnaire(
      options.questionnaire,
      version: options.version,
      in: study
    )
    guard study.plan(for: questionnaire) != nil else {
      throw WorkflowError(ReportProblem.otherPlan(questionnaire.version), at: study.file.path)
    }
    if let counts = try countReport(of: study, options) {
      return try attempt(study.file.path) {
        ReportOutput(
          content: try render(counts.report.report(), format, look),
          missesTarget: counts.misses
        )
      }
    }
    let (summary, misses) = try summary(
      of: study,
      options,
      isWhole: false
    )
    return try attempt(study.file.path) {
      // Only a terminal is drowned by too much.
      let report = summary.targetsReport(
        details: options.showsDetails || format != .text,
        rest: options.showsRest,
        told: options.told
      )
      return ReportOutput(content: try render(report, format, look), missesTarget: misses)
    }
  }

  func render(
    _ report: Report,
    _ format: ReportFormat,
    _ look: TextLook
  ) throws -> [UInt8] {
    switch format {
    case .text:
      Array(TextRenderer(width: look.width, coloured: look.isColoured).render(report).utf8)
    case .html: Array(try HTMLRenderer().render(report).utf8)
    case .md: Array(MarkdownRenderer().render(report).utf8)
    case .csv: CSVReportRenderer().render(report)
    case .xlsx: try XLSXRenderer().render(report)
    case .json: Array(JSONRenderer().render(report).utf8)
    case .docx: try WordReport().render(report)
    }
  }

  private func summary(
    of study: OpenStudy,
    _ options: ReportOptions,
    isWhole: Bool = true
  ) throws(WorkflowError) -> (report: SummaryReport, misses: Bool) {
    let questionnaire = try questionnaire(
      options.questionnaire,
      version: options.version,
      in: study
    )
    let scope = try scope(wave: options.wave, period: options.period, in: study)
    let lonely = LonelyPSU(rawValue: options.lonelyPSU) ?? .fail
    for group in options.groups where questionnaire.index(of: group) == nil {
      throw WorkflowError(
        ReportProblem.unknownGroup(
          group,
          closest: nearestName(to: group, among: questionnaire.questions.map(\.id))
        ),
        at: study.file.path
      )
    }
    return try attempt(study.file.path) {
      let data = try study.file.dataset(
        of: questionnaire,
        wave: scope.wave?.id,
        days: scope.days,
        onlyOwn: options.version != nil
      )
      guard data.count > 0 else {
        throw WorkflowError(
          scope.nothing(questionnaire.id, in: language),
          at: study.file.path
        )
      }
      // The truth of made-up answers is known to nobody who verifies.
      let answers =
        isWhole && options.truth.isEmpty
        ? PendingDigest(of: data, salt: study.file.station) : nil
      let carried = try options.units.map { try carry(data, $0) }
      let groups =
        options.groups.isEmpty
        ? study.plan?.layout.groups[questionnaire.id] ?? [] : options.groups
      let wave =
        isWhole || options.against != nil
          || study.plan?.comparesWaves(of: questionnaire.id) == true
        ? try earlier(than: scope, questionnaire, options, in: study) : nil
      let formerly = try wave.flatMap { wave in
        try options.units.map { try carry(wave.data, $0) }
      }
      let before = wave.map { wave in
        EarlierWave(key: wave.key, label: wave.label, data: formerly?.data ?? wave.data)
      }
      var digests = ReportDigests(earlier: wave?.data)
      let keying = try keying(
        of: study,
        options.version == nil
          ? study.versions.filter { $0.id == questionnaire.id } : [questionnaire],
        scope,
        interviews: data.count
      )
      let analysis = try StudyAnalysis(
        of: carried?.data ?? data,
        plan: study.plan(for: questionnaire),
        by: groups,
        also: carried?.groups ?? [],
        beside: carried?.former.map { [$0] } ?? [],
        sample: options.ignoresDesign ? SampleDeclaration() : nil,
        lonelyPSU: lonely,
        keying: keying,
        counts: try counts(of: study, in: scope.days),
        since: before,
        suppression: study.plan?.suppression
      )
      if options.against != nil, let problem = analysis.comparisonProblem { throw problem }
      var header = try header(of: study, questionnaire, scope, options)
      header.units = try carried?.chapter(design: analysis.design.design)
      if let wave, let formerly {
        header.units?.before = UnitChapter.Before(label: wave.label, carried: formerly.carried)
      }
      let series =
        isWhole
        ? try series(
          of: questionnaire,
          upTo: scope,
          options,
          known: known(scope, data, analysis, wave),
          &digests,
          in: study
        ) : []
      var report = SummaryReport(
        analysis,
        header: header,
        suppression: study.plan?.suppression ?? Plan.Suppression(),
        layout: study.plan?.layout ?? ReportLayout(),
        series: series,
        language: language
      )
      if isWhole {
        report.audit = try quality(of: study, data, scope, options, analysis)
        if let answers {
          var manifest = try manifest(
            of: study,
            questionnaire,
            scope,
            options,
            answers: answers,
            interviews: data.count
          )
          try add(digests, to: &manifest, header, report.audit, keying, scope, of: study)
          report.manifest = manifest
        }
      }
      return (report, analysis.targets.contains(where: \.isMissedSomewhere))
    }
  }

  /// The most interviews whose quality a report looks at without being asked.
  private static let mostAuditedUnasked = 200_000

  /// What the rules of quality say about the interviews, where the report tells it.
  private func quality(
    of study: OpenStudy,
    _ data: Dataset,
    _ scope: ReportScope,
    _ options: ReportOptions,
    _ analysis: StudyAnalysis
  ) throws -> AuditResult? {
    let layout = study.plan?.layout ?? ReportLayout()
    // Of a large study only when the plan asks: it takes longer than all the rest.
    let isAsked = layout.sections != ReportSection.usual || layout.appendix.contains(.quality)
    guard (layout.sections + layout.appendix).contains(.quality),
      isAsked || data.count <= Self.mostAuditedUnasked
    else { return nil }
    return try study.audit(
      data,
      wave: scope.wave?.id,
      days: scope.days,
      onlyOwn: options.version != nil,
      design: analysis.design,
      plan: study.plan(for: data.questionnaire),
      rules: QualityRules()
    ).result
  }

  /// How often answers were keyed wrong; nil where no form was verified.
  private func keying(
    of study: OpenStudy,
    _ versions: [Questionnaire],
    _ scope: ReportScope,
    interviews: Int
  ) throws -> KeyingMeasurement? {
    let all = try study.file.verifications().filter {
      $0.isFirst && $0.questionnaire == versions.first?.id
    }
    if all.isEmpty { return nil }
    var open = 0
    var forms: Set<InterviewID> = []
    for version in versions {
      let those = try study.file.verifiableForms(
        of: version,
        wave: scope.wave?.id,
        days: scope.days
      )
      open += those.count { !$0.isVerified }
      forms.formUnion(those.map(\.id))
    }
    let verified = all.filter { one in
      scope.wave.map { one.wave == $0.id } ?? forms.contains(one.interview)
    }
    let counts = verified.map { (fields: $0.fields, errors: $0.keyerErrors) }
    guard let rate = KeyingErrorRate(counts) else { return nil }
    return KeyingMeasurement(rate: rate, unverified: open, interviews: interviews)
  }
}
