package import SurveyModel
package import SurveyStatistics

/// Estimates indicators of one dataset under one design.
package struct IndicatorEstimator: Sendable {
  /// The interviews.
  package let data: Dataset
  /// How they came into the sample.
  package let design: SampleDesign
  private let answers: PackedAnswers

  /// Prepares to estimate.
  package init(data: Dataset, design: SampleDesign) {
    self.data = data
    self.design = design
    answers = PackedAnswers(data)
  }

  private init(_ other: IndicatorEstimator, design: SampleDesign) {
    data = other.data
    self.design = design
    answers = other.answers
  }

  /// The same interviews under another design.
  func under(_ design: SampleDesign) -> IndicatorEstimator {
    IndicatorEstimator(self, design: design)
  }

  func scores(of index: Index) -> IndexScores { IndexScores(index, in: data, known: answers) }

  /// Estimates `indicator` overall and in the groups of `variables`.
  ///
  /// What is `known` of the same indicator under the same design is not estimated again. Without
  /// `isDetailed` the parts of an index and the items of points are left out.
  package func estimate(
    _ indicator: Indicator,
    by variables: [GroupVariable],
    known: IndicatorResult? = nil,
    isDetailed: Bool = true
  ) throws(SampleDesignError) -> IndicatorResult {
    switch indicator.kind {
    case .index(let index):
      let scores = scores(of: index)
      let all = index.parts.flatMap(\.elements)
      let estimates = try DomainEstimates(by: variables, known: known?.estimates) {
        groups throws(SampleDesignError) in
        try scores.statistics(of: [all], design: design, by: groups)[0]
      }
      return IndicatorResult(
        indicator: indicator,
        unit: .index,
        estimates: estimates,
        detail: isDetailed ? .index(try tree(of: index, scores)) : .none
      )
    case .points(let items, _):
      return try estimatePoints(indicator, items, by: variables, known, isDetailed: isDetailed)
    case .countOfChoices(let item):
      return try estimateChoices(indicator, item, by: variables)
    case .ratio:
      let estimates = try DomainEstimates(by: variables, known: known?.estimates) {
        groups throws(SampleDesignError) in
        guard let ratios = try linearised(indicator, by: groups) else { return DomainStatistics() }
        return try design.statistics(of: ratios)
      }
      return IndicatorResult(
        indicator: indicator,
        unit: .number,
        estimates: estimates,
        detail: .none
      )
    case .share, .allPositive, .anyPositive, .atLeast, .test, .mean, .netPromoter:
      let estimates: DomainEstimates
      if let coded = IndicatorScores.coded(indicator, in: data) {
        estimates = try means(of: coded, by: variables, known)
      } else {
        let values = IndicatorScores.values(of: indicator, in: data) ?? []
        estimates = try DomainEstimates(by: variables, known: known?.estimates) {
          groups throws(SampleDesignError) in
          try design.statistics(ofMeans: values, by: groups)
        }
      }
      return IndicatorResult(
        indicator: indicator,
        unit: unit(of: indicator),
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
    of column: CodedColumn,
    by variables: [GroupVariable],
    _ known: IndicatorResult? = nil
  ) throws(SampleDesignError) -> DomainEstimates {
    try DomainEstimates(by: variables, known: known?.estimates) {
      groups throws(SampleDesignError) in
      try design.statistics(ofMeans: column, by: groups)
    }
  }

  /// The index of every item, element and part.
  private func tree(
    of index: Index,
    _ scores: IndexScores
  ) throws(SampleDesignError) -> IndexResult {
    let elements = index.parts.flatMap(\.elements)
    let items = elements.flatMap { element in
      element.items.map { Index.Element(id: $0, label: element.label, items: [$0]) }
    }
    let nodes = items.map { [$0] } + elements.map { [$0] } + index.parts.map(\.elements)
    var found = try scores.statistics(of: nodes, design: design, by: nil)[...]
    func next(_ count: Int) -> [DomainStatistics] {
      defer { found = found.dropFirst(count) }
      return Array(found.prefix(count))
    }
    var itemOf = next(items.count)[...]
    var elementOf = next(elements.count)[...]
    let parts = zip(index.parts, next(index.parts.count)).map { part, whole in
      let elements = part.elements.map { element in
        let items = zip(element.items, itemOf.prefix(element.items.count)).compactMap { item, one in
          data.questionnaire.index(of: item).map { position in
            IndexResult.Item(
              question: data.questionnaire.questions[position],
              estimate: one.estimates.first.flatMap { $0 }
            )
          }
        }
        itemOf = itemOf.dropFirst(element.items.count)
        defer { elementOf = elementOf.dropFirst() }
        return IndexResult.Element(element: element, statistics: elementOf.first, items: items)
      }
      return IndexResult.Part(
        part: part,
        estimate: whole.estimates.first.flatMap { $0 },
        elements: elements
      )
    }
    return IndexResult(index: index, parts: parts)
  }

  private func estimatePoints(
    _ indicator: Indicator,
    _ items: [String],
    by variables: [GroupVariable],
    _ known: IndicatorResult?,
    isDetailed: Bool
  ) throws(SampleDesignError) -> IndicatorResult {
    let columns = items.map { IndicatorScores.points(of: $0, in: data) }
    let ones = items.map { _ in 1.0 }
    let estimates = try DomainEstimates(by: variables, known: known?.estimates) {
      groups throws(SampleDesignError) in
      try design.statistics(
        of: design.linearisedCombination(of: columns, coefficients: ones, by: groups)
      )
    }
    var details: [(question: Question, estimate: Estimate?)] = []
    var maximum = 0.0
    for (item, column) in zip(items, columns) {
      guard let position = data.questionnaire.index(of: item) else { continue }
      let question = data.questionnaire.questions[position]
      maximum += question.kind.choiceList?.choices.compactMap(\.points).max() ?? 0
      if isDetailed { details.append((question, try design.mean(of: column))) }
    }
    return IndicatorResult(
      indicator: indicator,
      unit: .points(maximum: maximum),
      estimates: estimates,
      detail: isDetailed ? .points(items: details) : .none
    )
  }

  private func estimateChoices(
    _ indicator: Indicator,
    _ item: String,
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> IndicatorResult {
    if let choices = try packedChoices(item, by: variables) {
      return IndicatorResult(
        indicator: indicator,
        unit: .share,
        estimates: .nothing,
        detail: .choices(choices)
      )
    }
    var choices: [(choice: Choice, estimates: DomainEstimates)] = []
    if let position = data.questionnaire.index(of: item),
      let list = data.questionnaire.questions[position].kind.choiceList
    {
      for choice in list.choices {
        let column = IndicatorScores.coded(item, choice: choice.code, in: data)
        choices.append((choice, try means(of: column, by: variables)))
      }
    }
    return IndicatorResult(
      indicator: indicator,
      unit: .share,
      estimates: .nothing,
      detail: .choices(choices)
    )
  }
}
