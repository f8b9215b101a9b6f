package import SurveyModel
package import SurveyStatistics

/// Estimates indicators of one dataset under one design.
package struct IndicatorEstimator: Sendable {
  /// The interviews.
  package let data: Dataset
  /// How they came into the sample.
  package let design: SampleDesign
  /// Prepares to estimate.
  package init(data: Dataset, design: SampleDesign) {
    self.data = data
    self.design = design
  }

  /// Estimates `indicator` overall and in the groups of `variables`.
  package func estimate(
    _ indicator: Indicator,
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> IndicatorResult {
    switch indicator.kind {
    case .index(let index):
      return try estimateIndex(indicator, index, by: variables)
    case .points(let items, _):
      return try estimatePoints(indicator, items, by: variables)
    case .countOfChoices(let item):
      return try estimateChoices(indicator, item, by: variables)
    case .ratio(let numerator, let denominator):
      let above = IndicatorScores.numbers(of: numerator, in: data)
      let below = IndicatorScores.numbers(of: denominator, in: data)
      let estimates = try DomainEstimates(by: variables) { groups throws(SampleDesignError) in
        try design.ratios(of: above, to: below, by: groups)
      }
      return IndicatorResult(
        indicator: indicator,
        unit: .number,
        estimates: estimates,
        detail: .none
      )
    case .share, .allPositive, .anyPositive, .atLeast, .test, .mean, .netPromoter:
      let values = IndicatorScores.values(of: indicator, in: data) ?? []
      let estimates = try means(of: values, by: variables)
      let unit = unit(of: indicator)
      return IndicatorResult(
        indicator: indicator,
        unit: unit,
        estimates: estimates,
        detail: .none
      )
    }
  }

  private func unit(of indicator: Indicator) -> IndicatorUnit {
    switch indicator.kind {
    case .share, .allPositive, .anyPositive, .atLeast, .test, .countOfChoices: .share
    case .index: .index
    case .mean, .netPromoter, .ratio: .number
    case .points(let items, _): .points(maximum: Double(items.count) * 2)
    }
  }

  private func means(
    of values: [Double],
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> DomainEstimates {
    try DomainEstimates(by: variables) { groups throws(SampleDesignError) in
      try design.means(of: values, by: groups)
    }
  }

  private func estimateIndex(
    _ indicator: Indicator,
    _ index: Index,
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> IndicatorResult {
    let scores = IndexScores(index, in: data)
    func one(_ elements: [Index.Element]) throws(SampleDesignError) -> Estimate? {
      try scores.estimate(elements, design: design, by: nil).first.flatMap { $0 }
    }
    var parts: [IndexResult.Part] = []
    for part in index.parts {
      var elements: [IndexResult.Element] = []
      for element in part.elements {
        var items: [IndexResult.Item] = []
        for item in element.items {
          guard let position = data.questionnaire.index(of: item) else { continue }
          let alone = Index.Element(id: item, label: element.label, items: [item])
          items.append(
            .init(question: data.questionnaire.questions[position], estimate: try one([alone]))
          )
        }
        elements.append(.init(element: element, estimate: try one([element]), items: items))
      }
      parts.append(.init(part: part, estimate: try one(part.elements), elements: elements))
    }
    let all = index.parts.flatMap(\.elements)
    let estimates = try DomainEstimates(by: variables) { groups throws(SampleDesignError) in
      try scores.estimate(all, design: design, by: groups)
    }
    return IndicatorResult(
      indicator: indicator,
      unit: .index,
      estimates: estimates,
      detail: .index(IndexResult(index: index, parts: parts))
    )
  }

  private func estimatePoints(
    _ indicator: Indicator,
    _ items: [String],
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> IndicatorResult {
    let columns = items.map { IndicatorScores.points(of: $0, in: data) }
    let ones = items.map { _ in 1.0 }
    let estimates = try DomainEstimates(by: variables) { groups throws(SampleDesignError) in
      try design.linearCombination(of: columns, coefficients: ones, by: groups)
    }
    var details: [(question: Question, estimate: Estimate?)] = []
    var maximum = 0.0
    for (item, column) in zip(items, columns) {
      guard let position = data.questionnaire.index(of: item) else { continue }
      let question = data.questionnaire.questions[position]
      maximum += question.kind.choiceList?.choices.compactMap(\.points).max() ?? 0
      details.append((question, try design.mean(of: column)))
    }
    return IndicatorResult(
      indicator: indicator,
      unit: .points(maximum: maximum),
      estimates: estimates,
      detail: .points(items: details)
    )
  }

  private func estimateChoices(
    _ indicator: Indicator,
    _ item: String,
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> IndicatorResult {
    var choices: [(choice: Choice, estimates: DomainEstimates)] = []
    if let position = data.questionnaire.index(of: item),
      let list = data.questionnaire.questions[position].kind.choiceList
    {
      for choice in list.choices {
        let values = IndicatorScores.positive(item, codes: [choice.code], in: data)
        choices.append((choice, try means(of: values, by: variables)))
      }
    }
    let nobody = try DomainEstimates(by: []) { _ throws(SampleDesignError) in [] }
    return IndicatorResult(
      indicator: indicator,
      unit: .share,
      estimates: nobody,
      detail: .choices(choices)
    )
  }
}
