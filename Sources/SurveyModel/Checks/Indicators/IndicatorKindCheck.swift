/// The questions that an indicator reads are such that it can be computed from them.
struct IndicatorKindCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    questionnaire.indicators.flatMap { indicator in
      var items: [Question] = []
      var seen: Set<String> = []
      for id in indicator.items where seen.insert(id).inserted {
        if let question = questionnaire.question(id) { items.append(question) }
      }
      return (findings(of: indicator.kind, items) + ownFindings(of: indicator.kind))
        .map { Diagnostic($0, at: indicator.location) }
    }
  }

  /// What is wrong with the questions.
  private func findings(
    of kind: Indicator.Kind,
    _ items: [Question]
  ) -> [IndicatorFinding] {
    items.flatMap { item -> [IndicatorFinding] in
      switch kind {
      case .share(_, let codes?): codeFindings(item, codes)
      case .share(_, nil): ItemRule.positive.findings(item)
      case .allPositive, .anyPositive, .atLeast: ItemRule.positive.findings(item)
      case .test(let answers, _): testFindings(item, answers)
      case .mean: ItemRule.numberOrLevel.findings(item)
      case .index(let index):
        switch index.itemFormula {
        case .topLevels: ItemRule.positive.findings(item)
        case .meanOverMaximum, .rescaledMean: ItemRule.numericLevels.findings(item)
        }
      case .points: ItemRule.points.findings(item)
      case .netPromoter: ItemRule.zeroToTen.findings(item)
      case .ratio: ItemRule.number.findings(item)
      case .countOfChoices: ItemRule.multiple.findings(item)
      }
    }
  }

  private func codeFindings(_ item: Question, _ codes: [String]) -> [IndicatorFinding] {
    guard let list = item.kind.choiceList else {
      return [.wrongItemType(item: item.id, type: item.kind.name, needs: .closed)]
    }
    return codes.filter { list.index(of: $0) == nil }
      .map { .unknownItemCode($0, item: item.id, known: list.choices.map(\.code)) }
  }

  private func testFindings(_ item: Question, _ answers: [TestItem]) -> [IndicatorFinding] {
    guard case .selectOne = item.kind else {
      return [.wrongItemType(item: item.id, type: item.kind.name, needs: .selectOne)]
    }
    return codeFindings(item, answers.filter { $0.item == item.id }.map(\.right))
  }

  /// What is wrong with the numbers and names of the indicator itself.
  private func ownFindings(of kind: Indicator.Kind) -> [IndicatorFinding] {
    switch kind {
    case .atLeast(let minimum, let items):
      return (1...max(1, items.count)).contains(minimum)
        ? [] : [.minimumOutOfRange(minimum, items: items.count)]
    case .points(_, let classes):
      let bounds = classes.map { $0.atLeast ?? -.infinity }
      let falls = zip(bounds, bounds.dropFirst()).allSatisfy { $0 > $1 }
      return falls && bounds.last == -.infinity ? [] : [.classesOutOfOrder]
    case .index(let index): return Self.findings(inTreeOf: index)
    case .share, .allPositive, .anyPositive, .test, .mean, .netPromoter, .ratio, .countOfChoices:
      return []
    }
  }

  private static func findings(inTreeOf index: Index) -> [IndicatorFinding] {
    let elements = index.parts.flatMap(\.elements)
    let isFull =
      !index.parts.isEmpty && index.parts.allSatisfy { !$0.elements.isEmpty }
      && elements.allSatisfy { !$0.items.isEmpty }
    var findings: [IndicatorFinding] = isFull ? [] : [.emptyIndex]
    for ids in [index.parts.map(\.id), elements.map(\.id)] {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id.lowercased()).inserted {
        findings.append(.repeatedPart(id))
      }
    }
    return findings
  }
}
