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
    wave waveID: String?,
    _ arguments: EstimateArguments,
    width: Int
  ) throws -> (output: String, note: String) {
    let format = try arguments.outputFormat()
    var request = try arguments.request()
    request.design.adjustments = try arguments.adjustments(language)
    let questionnaire = try questionnaire(id, in: study)
    let wave = try wave(waveID, in: study)
    return try attempt(study.file.path) {
      let data = try study.file.dataset(of: questionnaire, wave: wave.id)
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
      var note = ""
      if request.design.isEmpty, data.count > 0, !arguments.ignoresDesign {
        let declared = study.plan?.designs[questionnaire.id] ?? questionnaire.sample
        let design = try StudyDesign(declared, of: data)
        request.design.weight = design.declaration.weight
        request.design.strata = design.declaration.strata
        request.design.clusters = design.declaration.clusters
        request.design.fpc = design.declaration.fpc
        request.design.nest = design.declaration.nest
        note = UsedDesign(design).text(in: language)
      }
      let output = EstimateOutput(try request.answer(from: table), language: language)
      return (output.write(format, width: width), note)
    }
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
