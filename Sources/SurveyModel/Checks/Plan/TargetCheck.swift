/// A target can be evaluated: its indicator exists, and its numbers mean something.
struct TargetCheck {
  /// The given questionnaires by name.
  let questionnaires: [String: Questionnaire]

  /// What is wrong with `target`.
  func findings(in target: Target) -> [PlanFinding] {
    let isErrorUsable = target.decision.error > 0 && target.decision.error < 0.5
    return (isErrorUsable ? [] : [.errorOutOfRange]) + findings(of: target.kind)
  }

  private func findings(of kind: Target.Kind) -> [PlanFinding] {
    switch kind {
    case .survey(let id, let indicatorID, let atLeast, let by):
      guard let questionnaire = questionnaires[id] else { return [] }
      guard let indicator = questionnaire.indicator(indicatorID) else {
        return [unknown(indicatorID, questionnaire)] + groupFindings(by, questionnaire)
      }
      return thresholdFindings(indicator, atLeast, questionnaire)
        + groupFindings(by, questionnaire)
    case .change(let id, let indicatorID, _):
      guard let questionnaire = questionnaires[id] else { return [] }
      guard let indicator = questionnaire.indicator(indicatorID) else {
        return [unknown(indicatorID, questionnaire)]
      }
      if case .countOfChoices = indicator.kind { return [.indicatorOfManyValues(indicatorID)] }
      return []
    case .count(let count):
      let isInRange = count.atLeast >= 0 && (count.of == nil || count.atLeast <= 1)
      let isOfItself = count.of == count.done
      return (isInRange ? [] : [.countOutOfRange])
        + (isOfItself ? [.countOfItself(count.done)] : [])
    }
  }

  private func unknown(_ id: String, _ questionnaire: Questionnaire) -> PlanFinding {
    let nearest = nearestName(to: id, among: questionnaire.indicators.map(\.id))
    return .unknownIndicator(id, questionnaire: questionnaire.id, nearest: nearest)
  }

  private func groupFindings(_ by: [String], _ questionnaire: Questionnaire) -> [PlanFinding] {
    by.compactMap { GroupQuestionCheck.finding(for: $0, in: questionnaire) }
  }

  private func thresholdFindings(
    _ indicator: Indicator,
    _ atLeast: Double,
    _ questionnaire: Questionnaire
  ) -> [PlanFinding] {
    switch indicator.kind {
    case .countOfChoices: return [.indicatorOfManyValues(indicator.id)]
    case .share, .allPositive, .anyPositive, .atLeast, .test:
      return range(0...1, indicator, atLeast)
    case .index:
      // No index is promised at one of a hundred: that is 80% written for 80.
      return atLeast > 1 ? range(0...100, indicator, atLeast) : outside(0...100, indicator)
    case .netPromoter: return range(-100...100, indicator, atLeast)
    case .mean(let item):
      guard let codes = questionnaire.question(item)?.kind.choiceList?.numericCodes,
        let low = codes.min(), let high = codes.max()
      else { return [] }
      return range(low...high, indicator, atLeast)
    case .points, .ratio: return []
    }
  }

  private func range(
    _ range: ClosedRange<Double>,
    _ indicator: Indicator,
    _ atLeast: Double
  ) -> [PlanFinding] {
    range.contains(atLeast) ? [] : outside(range, indicator)
  }

  private func outside(_ range: ClosedRange<Double>, _ indicator: Indicator) -> [PlanFinding] {
    [.thresholdOutOfRange(indicator: indicator.id, low: range.lowerBound, high: range.upperBound)]
  }
}
