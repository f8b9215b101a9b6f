package import SurveyModel
package import SurveyStatistics

/// Everything that a report says about one questionnaire in one wave.
package struct StudyAnalysis: Sendable {
  /// The questionnaire.
  package let questionnaire: Questionnaire
  /// The number of interviews.
  package let interviews: Int
  /// The design and what must be known about it.
  package let design: StudyDesign
  /// Every question that was answered by somebody.
  package let items: [ItemProfile]
  /// The indicators of the questionnaire.
  package let indicators: [IndicatorResult]
  /// What respondents wish for, ranked.
  package let expectations: [ElementRanks]
  /// What matters against what is good, for each index of satisfaction.
  package let importance: [ImportanceResult]
  /// The plan's targets on this questionnaire, and those on counts.
  package let targets: [TargetAssessment]
  /// What changed since an earlier wave; `nil` without one, or when they cannot be compared.
  package let comparison: WaveComparison?
  /// Why they cannot be compared.
  package let comparisonProblem: WaveComparisonError?
  /// The questions, means and indicators that no table shows.
  package let keptItems: ItemSuppression
  /// The groups that no table shows.
  package let groups: GroupSuppression

  /// Analyses `data` for a `plan`, by the questions `groups` or else by those of the plan's targets.
  ///
  /// The interviews are divided by the questions `derived` as well; `other` are those by which another
  /// chapter divides them, so that it gives nothing away.
  ///
  /// The design is `sample`, else the plan's, else the questionnaire's. `keying` is how often answers
  /// were keyed wrong, where it was measured, `counts` what the office counted, `earlier` the wave
  /// to compare with, and `suppression` what keeps small numbers of either from being published, else
  /// that of the plan.
  ///
  /// - Throws: ``StudyDesignError`` when the design is incomplete, or a stratum has a single cluster
  ///   and `lonelyPSU` does not say what it contributes.
  package init(
    of data: Dataset,
    plan: Plan?,
    by groups: [String] = [],
    also derived: [String] = [],
    beside other: [GroupVariable] = [],
    sample: SampleDeclaration? = nil,
    lonelyPSU: LonelyPSU = .fail,
    keying: KeyingMeasurement? = nil,
    counts: CountContext? = nil,
    since earlier: EarlierWave? = nil,
    suppression: Plan.Suppression? = nil
  ) throws(StudyDesignError) {
    questionnaire = data.questionnaire
    interviews = data.count
    let declaration =
      sample ?? plan?.designs[data.questionnaire.id] ?? data.questionnaire.sample
    design = try StudyDesign(declaration, of: data, lonelyPSU: lonelyPSU)
    let estimator = IndicatorEstimator(data: data, design: design.design)
    let rule = suppression ?? plan?.suppression ?? Plan.Suppression()
    let names =
      (groups.isEmpty ? Self.groups(of: plan, questionnaire: data.questionnaire.id) : groups)
      + derived
    var variables: [GroupVariable] = []
    for name in names { variables.append(try GroupVariable.named(name, in: data)) }
    do throws(SampleDesignError) {
      items = try Self.items(of: estimator)
      var indicators = try Self.results(of: estimator, by: variables)
      let measured = Set(data.questionnaire.indicators.flatMap(\.items))
      let profile = data.questionnaire.questions
        .filter { $0.isProfile(measured: measured) && !names.contains($0.id) }
        .compactMap { GroupVariable($0.id, in: data) }
      let (aimed, others) = try Self.aimed(plan, estimator, indicators, by: variables)
      keptItems = ItemSuppression(rule, indicators)
      let kept = GroupSuppression(
        rule,
        dividing: variables + others + other + profile,
        answers: aimed.map { GroupSuppression.Answers($0) },
        wholly: keptItems.indicators
      )
      self.groups = kept
      for place in indicators.indices {
        estimator.addLetters(to: &indicators[place], gate: PublicationGate(rule), kept)
      }
      self.indicators = indicators
      expectations = indicators.filter { $0.indicator.measure == .expectation }
        .compactMap { ElementRanks($0, estimator) }
      // A second reading of the same items has nothing new to say.
      var placed: Set<[String]> = []
      importance = indicators.filter { placed.insert($0.indicator.items).inserted }
        .compactMap { ImportanceResult($0, estimator) }
      var comparison: WaveComparison?
      var problem: WaveComparisonError?
      if let earlier {
        do throws(WaveComparisonError) {
          comparison = try WaveComparison(
            earlier,
            data,
            design,
            declaration: declaration,
            results: indicators,
            by: names,
            keepingBack: kept,
            suppression: rule
          )
        } catch {
          problem = error
        }
      }
      self.comparison = comparison
      comparisonProblem = problem
      targets = try Self.assess(
        plan,
        estimator,
        design,
        keying,
        counts,
        comparison,
        kept,
        aimed
      )
    } catch {
      throw .statistics(error, strata: design.stratumLabels)
    }
  }

  /// The profiles of all questions with answers to count, on as many cores as there are.
  private static func items(
    of estimator: IndicatorEstimator
  ) throws(SampleDesignError) -> [ItemProfile] {
    let questions = estimator.data.questionnaire.questions
    let counted = questions.indices.filter {
      questions[$0].shape != .nothing && questions[$0].shape != .text
    }
    return try inParallel(counted.count) { place throws(SampleDesignError) in
      try ItemProfile(counted[place], in: estimator.data, design: estimator.design)
    }
  }

  /// The indicators of the questionnaire, on as many cores as there are.
  private static func results(
    of estimator: IndicatorEstimator,
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> [IndicatorResult] {
    let indicators = estimator.data.questionnaire.indicators
    return try inParallel(indicators.count) { place throws(SampleDesignError) in
      try estimator.estimate(indicators[place], by: variables)
    }
  }

  /// The indicators with the groups of targets that the report does not divide by otherwise, and the
  /// questions that make these: what targets tell of them has to be protected as well.
  private static func aimed(
    _ plan: Plan?,
    _ estimator: IndicatorEstimator,
    _ results: [IndicatorResult],
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> (results: [IndicatorResult], others: [GroupVariable]) {
    let known = Set(variables.map(\.question.id))
    let others = groups(of: plan, questionnaire: estimator.data.questionnaire.id)
      .filter { !known.contains($0) }.compactMap { GroupVariable($0, in: estimator.data) }
    if others.isEmpty { return (results, []) }
    let ids = (plan?.targets ?? []).compactMap { target in
      if case .survey(_, let id, _, _) = target.kind { id } else { String?.none }
    }
    let aimed = try inParallel(results.count) { place throws(SampleDesignError) in
      let result = results[place]
      guard ids.contains(result.indicator.id) else { return result }
      return try estimator.estimate(
        result.indicator,
        by: variables + others,
        known: result,
        isDetailed: false
      )
    }
    return (aimed, others)
  }

  private static func inParallel<Value: Sendable>(
    _ count: Int,
    _ body: @Sendable (Int) throws(SampleDesignError) -> Value
  ) throws(SampleDesignError) -> [Value] {
    let results = concurrently(count) { index in
      Result { () throws(SampleDesignError) in try body(index) }
    }
    var values: [Value] = []
    for result in results { values.append(try result.get()) }
    return values
  }

  private static func groups(of plan: Plan?, questionnaire: String) -> [String] {
    var names: [String] = []
    for target in plan?.targets ?? [] {
      guard case .survey(questionnaire, _, _, let by) = target.kind else { continue }
      for name in by where !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func assess(
    _ plan: Plan?,
    _ estimator: IndicatorEstimator,
    _ design: StudyDesign,
    _ keying: KeyingMeasurement?,
    _ counts: CountContext?,
    _ comparison: WaveComparison?,
    _ kept: GroupSuppression,
    _ results: [IndicatorResult]
  ) throws(SampleDesignError) -> [TargetAssessment] {
    guard let plan else { return [] }
    let choices = DesignChoices(design, estimator)
    var assessments: [TargetAssessment] = []
    for target in plan.targets {
      switch target.kind {
      case .count(let count):
        assessments.append(TargetAssessment(target, count, in: counts))
      case .change(let questionnaire, let id, let direction):
        let outcome: TargetAssessment.Outcome =
          if questionnaire != estimator.data.questionnaire.id {
            .questionnaireAbsent(questionnaire)
          } else if let comparison,
            let change = comparison.indicators.first(where: { $0.indicator.id == id })
          {
            .change(
              TargetAssessment.Change(
                change,
                since: comparison.label,
                direction: direction,
                decision: target.decision,
                hasCommonUnits: comparison.commonUnits > 0
              )
            )
          } else {
            .needsTwoWaves
          }
        assessments.append(TargetAssessment(target: target, outcome: outcome))
      case .survey(let questionnaire, let id, let threshold, let by):
        guard questionnaire == estimator.data.questionnaire.id,
          let indicator = estimator.data.questionnaire.indicator(id)
        else {
          let absent = TargetAssessment.Outcome.questionnaireAbsent(questionnaire)
          assessments.append(TargetAssessment(target: target, outcome: absent))
          continue
        }
        let variables = by.compactMap { GroupVariable($0, in: estimator.data) }
        let assessor = try TargetAssessor(
          target,
          indicator: indicator,
          threshold: threshold,
          by: variables,
          suppression: plan.suppression,
          estimator: estimator,
          choices: choices,
          keying: keying,
          keepingBack: kept,
          known: results.first { $0.indicator.id == id }
        )
        let survey = try assessor.survey()
        assessments.append(TargetAssessment(target: target, outcome: .survey(survey)))
      }
    }
    return assessments
  }
}
