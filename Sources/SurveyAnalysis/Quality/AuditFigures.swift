import SurveyModel
import SurveyStatistics

/// The figures that are compared: verdicts of targets, overall and by group, and overall indicators.
struct AuditFigures {
  struct TargetValue {
    let target: Target
    let indicator: Indicator
    let threshold: Double
    let unit: IndicatorUnit
    let by: Question?
    let line: TargetAssessment.Line
  }

  struct IndicatorValue {
    let indicator: Indicator
    let unit: IndicatorUnit
    let estimate: Estimate?
  }

  struct Values {
    var targets: [TargetValue] = []
    var indicators: [IndicatorValue] = []
  }

  let plan: Plan?
  let design: StudyDesign
  /// The groups of each question, as all interviews make them.
  private let variables: [String: GroupVariable]

  init(plan: Plan?, data: Dataset, design: StudyDesign) {
    self.plan = plan
    self.design = design
    var variables: [String: GroupVariable] = [:]
    for target in plan?.targets ?? [] {
      guard case .survey(data.questionnaire.id, _, _, let by) = target.kind else { continue }
      for name in by where variables[name] == nil {
        variables[name] = GroupVariable(name, in: data)
      }
    }
    self.variables = variables
  }

  /// The figures of `data`, whose interviews are those of the design.
  func values(of data: Dataset) throws(SampleDesignError) -> Values {
    let estimator = IndicatorEstimator(data: data, design: design.design)
    var values = Values()
    for target in plan?.targets ?? [] {
      guard case .survey(data.questionnaire.id, let id, let threshold, let by) = target.kind,
        let indicator = data.questionnaire.indicator(id)
      else { continue }
      values.targets += try lines(
        target,
        indicator,
        threshold,
        by: by.compactMap { variables[$0] },
        estimator
      )
    }
    for indicator in data.questionnaire.indicators {
      guard let unit = Self.unit(of: indicator) else { continue }
      values.indicators.append(
        IndicatorValue(
          indicator: indicator,
          unit: unit,
          estimate: try overall(indicator, estimator)
        )
      )
    }
    return values
  }

  private func lines(
    _ target: Target,
    _ indicator: Indicator,
    _ threshold: Double,
    by variables: [GroupVariable],
    _ estimator: IndicatorEstimator
  ) throws(SampleDesignError) -> [TargetValue] {
    let result = try estimator.estimate(indicator, by: variables)
    let judge = TargetJudge(
      decision: target.decision,
      suppression: plan?.suppression ?? Plan.Suppression(),
      threshold: threshold,
      unit: result.unit,
      isFinite: estimator.design.hasFinitePopulation
    )
    let people = SimplePopulation(design, data: estimator.data)
    let scores =
      result.unit == .share ? IndicatorScores.values(of: indicator, in: estimator.data) : nil
    let open = Set(IndicatorScores.openRows(of: indicator, in: estimator.data))
    func exact(_ codes: GroupCodes?, _ count: Int) -> [FinitePopulationBounds?] {
      scores.map { people.bounds(of: $0, open: open, codes: codes, count: count) }
        ?? Array(repeating: nil, count: count)
    }
    func value(_ line: TargetAssessment.Line, _ by: Question?) -> TargetValue {
      TargetValue(
        target: target,
        indicator: indicator,
        threshold: threshold,
        unit: result.unit,
        by: by,
        line: line
      )
    }
    let overall = judge.judge(
      result.estimates.overall,
      exact: exact(nil, 1).first.flatMap { $0 }
    )
    var values = [value(overall, nil)]
    for (breakdown, variable) in zip(result.estimates.breakdowns, variables) {
      let lines = judge.judge(
        breakdown.groups,
        exact: exact(variable.codes, variable.levels.count)
      )
      values += lines.map { value($0, breakdown.question) }
    }
    return values
  }

  /// An overall figure without all that stands beside it in a report.
  private func overall(
    _ indicator: Indicator,
    _ estimator: IndicatorEstimator
  ) throws(SampleDesignError) -> Estimate? {
    guard case .index(let index) = indicator.kind else {
      return try estimator.estimate(indicator, by: []).estimates.overall
    }
    return try IndexScores(index, in: estimator.data)
      .estimate(index.parts.flatMap(\.elements), design: estimator.design, by: nil)
      .first.flatMap { $0 }
  }

  /// The unit of an indicator; nil for those that are no single figure.
  private static func unit(of indicator: Indicator) -> IndicatorUnit? {
    switch indicator.kind {
    case .share, .allPositive, .anyPositive, .atLeast, .test: .share
    case .index: .index
    case .mean, .netPromoter, .ratio: .number
    case .points(let items, _): .points(maximum: Double(items.count) * 2)
    case .countOfChoices: nil
    }
  }
}
