import SurveyAnalysis
import SurveyModel
import SurveyReport
import SurveyStore

extension Workflow {
  /// Estimates from the interviews of a study.
  ///
  /// The design is that of the plan, else of the questionnaire, unless the request names one.
  /// Indicators are asked for by their id, as if they were columns of 0 and 1 or of numbers.
  ///
  /// The output comes with a note on which design was used.
  ///
  /// - Throws: ``UsageProblem`` for an argument that means nothing, else ``WorkflowError``.
  package func estimate(
    study: OpenStudy,
    questionnaire id: String?,
    version: String? = nil,
    wave waveID: String?,
    period: String? = nil,
    _ arguments: EstimateArguments,
    width: Int
  ) throws -> (output: String, note: String) {
    let format = try arguments.outputFormat()
    try ReportScope.check(wave: waveID, period: period)
    var request = try arguments.request()
    request.design.adjustments = try arguments.adjustments(language)
    let questionnaire = try questionnaire(id, version: version, in: study)
    let scope = try scope(wave: waveID, period: period, in: study)
    return try attempt(study.file.path) {
      let data = try study.file.dataset(
        of: questionnaire,
        wave: scope.wave?.id,
        days: scope.days,
        onlyOwn: version != nil
      )
      var table = TextTable(data)
      for name in arguments.indicators {
        guard let indicator = questionnaire.indicator(name),
          let values = IndicatorScores.values(of: indicator, in: data)
        else {
          throw WorkflowError(
            IndicatorChoice(name, known: questionnaire.indicators.map(\.id)),
            at: study.file.path
          )
        }
        table = table.adding(name, values)
        if indicator.kind.isShare, let condition = EstimateRequest.Condition("\(name)=1") {
          request.statistics.append(.proportion(condition))
        } else {
          request.statistics.append(.mean(name))
        }
      }
      let versions =
        version == nil
        ? try versionNotes(
          questionnaire,
          about: questions(of: request, arguments, questionnaire),
          scope: scope,
          in: study
        ) : []
      let undated = try undated(questionnaire.id, version: version, scope, in: study)
      var note = ""
      if request.design.isEmpty, data.count > 0, !arguments.ignoresDesign {
        let declared =
          study.plan(for: questionnaire)?.designs[questionnaire.id] ?? questionnaire.sample
        let design = try StudyDesign(declared, of: data)
        request.design.weight = design.declaration.weight
        request.design.strata = design.declaration.strata
        request.design.clusters = design.declaration.clusters
        request.design.fpc = design.declaration.fpc
        request.design.nest = design.declaration.nest
        note = UsedDesign(design).text(in: language)
        if let pooled = design.pooled {
          table = table.adding(
            &request.design,
            strata: pooled.strata,
            units: pooled.units,
            language
          )
        }
      }
      let output = EstimateOutput(
        try request.answer(from: table),
        language: language,
        notes: versions + undated
      )
      let notes = (versions + undated + [note]).filter { !$0.isEmpty }.joined(separator: "\n")
      return (output.write(format, width: width), notes)
    }
  }

  /// The questions that a request and its indicators read, in the order of the form.
  private func questions(
    of request: EstimateRequest,
    _ arguments: EstimateArguments,
    _ questionnaire: Questionnaire
  ) -> [String] {
    let needs = request.needs(among: [])
    var names = needs.texts.union(needs.numbers)
    names.formUnion(arguments.indicators.flatMap { questionnaire.indicator($0)?.items ?? [] })
    return questionnaire.questions.filter { question in
      names.contains(question.id)
        || (question.kind.choiceList?.choices.contains {
          names.contains("\(question.id)__\($0.code)")
        }
          ?? false)
    }.map(\.id)
  }
}

/// Which design an estimate used.
struct UsedDesign: LocalizedMessage {
  private let design: StudyDesign

  init(_ design: StudyDesign) { self.design = design }

  func text(in language: InterfaceLanguage) -> String {
    let declaration = design.declaration
    func list(_ names: [String]) -> String {
      names.isEmpty ? language.choose("không", "none") : names.joined(separator: ", ")
    }
    let weight = declaration.weight ?? language.choose("như nhau", "equal")
    let line = language.choose(
      "Thiết kế mẫu: quyền số \(weight); tầng \(list(declaration.strata)); cụm \(list(declaration.clusters)).",
      "Sample design: weight \(weight); strata \(list(declaration.strata)); clusters \(list(declaration.clusters))."
    )
    return ([line] + design.notes.map { $0.text(in: language) }).joined(separator: "\n")
  }
}

/// An indicator that the questionnaire does not have, or that is no mean of one value.
struct IndicatorChoice: LocalizedMessage {
  private let name: String
  private let known: [String]

  init(_ name: String, known: [String]) {
    self.name = name
    self.known = known
  }

  func text(in language: InterfaceLanguage) -> String {
    let list = known.map { "'\($0)'" }.joined(separator: ", ")
    return language.choose(
      "không ước lượng được chỉ số '\(name)' ở đây; phiếu có: \(list) (chỉ số tổng hợp và điểm xem trong report)",
      "indicator '\(name)' cannot be estimated here; there are: \(list) (see report for indices and points)"
    )
  }
}

extension EstimateRequest.Design {
  /// Whether nothing was named.
  fileprivate var isEmpty: Bool {
    weight == nil && probability == nil && strata.isEmpty && clusters.isEmpty && fpc.isEmpty
      && replicates == nil
  }
}

extension Indicator.Kind {
  /// Whether its values are 0 and 1, whatever the data happen to be.
  fileprivate var isShare: Bool {
    switch self {
    case .share, .allPositive, .anyPositive, .atLeast, .test: true
    case .index, .points, .countOfChoices, .ratio, .mean, .netPromoter: false
    }
  }
}

extension TextTable {
  /// The table with the strata and units of pooled waves, which the design then uses.
  fileprivate func adding(
    _ design: inout EstimateRequest.Design,
    strata: [Int],
    units: [Int]?,
    _ language: InterfaceLanguage
  ) -> TextTable {
    // No question has a space in its id.
    let stratum = language.choose("tầng của các đợt", "strata of waves")
    let unit = language.choose("đơn vị của các đợt", "units of waves")
    var table = adding(stratum, strata.map(Double.init))
    design.strata = [stratum] + design.strata.dropFirst()
    if let units {
      table = table.adding(unit, units.map(Double.init))
      design.clusters = [unit] + design.clusters.dropFirst()
    }
    return table
  }

  /// The table with one more column of numbers, in place of a question of the same name.
  fileprivate func adding(_ name: String, _ values: [Double]) -> TextTable {
    let cells = values.map { $0.isNaN ? "" : Answer.decimal($0).text }
    let others = zip(names, columns).filter { $0.0 != name }
    return TextTable(
      names: [name] + others.map { $0.0 },
      columns: [cells] + others.map { $0.1 }
    )
  }
}
