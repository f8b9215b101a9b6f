import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// The estimates behind the figures that the chapters of the report show.
  var estimates: [PublishedEstimate] {
    let chapters = Set(layout.sections + layout.appendix)
    var figures: [PublishedEstimate] = []
    for result in analysis.indicators {
      let chapter: ReportSection =
        switch result.detail {
        case .none: .rates
        case .index: .indices
        case .points: .points
        case .choices: .choices
        }
      if chapters.contains(chapter) { figures += estimates(of: result) }
    }
    let keptBack = keptBackQuestions
    let shown =
      (chapters.contains(.respondents) ? profileItems : [])
      + (chapters.contains(.items) ? closedItems : [])
    for item in shown where !isTooSmall(item) {
      let isScale = item.question.kind.choiceList?.scale != nil
      if isScale, isUnreliable(item) || keptBack.contains(item.question.id) { continue }
      figures += levels(of: item, but: isScale ? [] : hiddenLevels(of: item))
    }
    if chapters.contains(.numbers) {
      figures += numericItems.compactMap { item in
        guard let mean = item.mean, !isKeptBack(item) else { return nil }
        return figure(.init(question: item.question.id), mean, by: .mean)
      }
    }
    return figures
  }

  private func figure(
    _ subject: PublishedEstimate.Subject,
    _ estimate: Estimate,
    by rule: ProportionInterval
  ) -> PublishedEstimate {
    PublishedEstimate(
      subject: subject,
      estimate: estimate,
      interval: confidenceInterval(of: estimate, by: rule).map {
        $0.lower...max($0.lower, $0.upper)
      }
    )
  }

  private func estimates(of result: IndicatorResult) -> [PublishedEstimate] {
    let id = result.indicator.id
    let rule: ProportionInterval = result.unit == .share ? .beta : .mean
    var figures: [PublishedEstimate] = []
    if let overall = result.estimates.overall, decision(result).suppression == nil {
      figures.append(figure(.init(indicator: id), overall, by: rule))
    }
    for breakdown in result.estimates.breakdowns {
      let decisions = decisions(of: breakdown, in: result)
      for (group, decision) in zip(breakdown.groups, decisions) {
        guard decision.suppression == nil, let estimate = group.estimate else { continue }
        let subject = PublishedEstimate.Subject(
          indicator: id,
          by: breakdown.question.id,
          group: group.level.code
        )
        figures.append(figure(subject, estimate, by: rule))
      }
    }
    return figures + parts(of: result)
  }

  /// The means and options that an indicator is made of.
  private func parts(of result: IndicatorResult) -> [PublishedEstimate] {
    let id = result.indicator.id
    let keptBack = keptBackMeans(of: result)
    var figures: [PublishedEstimate] = []
    func add(_ path: [String], _ estimate: Estimate?, at place: [Int]) {
      guard let estimate, !keptBack.contains(place), !smallCounts.hides(estimate.sampleSize) else {
        return
      }
      figures.append(figure(.init(indicator: id, path: path), estimate, by: .mean))
    }
    switch result.detail {
    case .none: break
    case .index(let tree):
      for (first, part) in tree.parts.enumerated() {
        if tree.parts.count > 1 { add([part.part.id], part.estimate, at: [first]) }
        for (second, element) in part.elements.enumerated() {
          let path = [part.part.id, element.element.id]
          if element.items.count > 1 { add(path, element.estimate, at: [first, second]) }
          for (third, item) in element.items.enumerated() {
            add(path + [item.question.id], item.estimate, at: [first, second, third])
          }
        }
      }
    case .points(let items):
      for (place, item) in items.enumerated() {
        add([item.question.id], item.estimate, at: [place])
      }
    case .choices(let choices):
      for (choice, estimates) in choices {
        guard let overall = estimates.overall, !smallCounts.hides(overall.sampleSize) else {
          continue
        }
        figures.append(figure(.init(indicator: id, answer: choice.code), overall, by: .beta))
      }
    }
    return figures
  }

  /// The shares of the answers to a closed question, but for those that are kept back.
  private func levels(of item: ItemProfile, but hidden: Set<Int>) -> [PublishedEstimate] {
    item.levels.enumerated().compactMap { place, level in
      guard let share = level.share, !hidden.contains(place) else { return nil }
      return figure(
        .init(question: item.question.id, answer: level.choice.code),
        share,
        by: .beta
      )
    }
  }
}
