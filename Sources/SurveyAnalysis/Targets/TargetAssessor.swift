import SurveyModel
import SurveyStatistics

/// Holds one indicator against its target, overall and by group, with all that bears on it.
struct TargetAssessor {
  /// Pairs of more groups are not compared: their number grows with the square.
  private static let mostRanked = 30

  private let indicator: Indicator
  private let variables: [GroupVariable]
  private let choices: DesignChoices
  private let people: SimplePopulation
  private let judge: TargetJudge
  private let estimator: IndicatorEstimator
  private let base: IndicatorResult
  private let error: Double
  private let threshold: Double
  private let keying: KeyingMeasurement?
  private let groups: GroupSuppression

  init(
    _ target: Target,
    indicator: Indicator,
    threshold: Double,
    by variables: [GroupVariable],
    suppression: Plan.Suppression,
    estimator: IndicatorEstimator,
    choices: DesignChoices,
    keying: KeyingMeasurement? = nil,
    keepingBack groups: GroupSuppression = GroupSuppression(),
    known: IndicatorResult? = nil
  ) throws(SampleDesignError) {
    self.indicator = indicator
    self.variables = variables
    self.choices = choices
    self.estimator = estimator
    self.threshold = threshold
    self.keying = keying
    self.groups = groups
    error = target.decision.error
    people = SimplePopulation(choices.study, data: estimator.data)
    base = try estimator.estimate(indicator, by: variables, known: known, isDetailed: false)
    judge = TargetJudge(
      decision: target.decision,
      suppression: suppression,
      threshold: threshold,
      unit: base.unit,
      isFinite: estimator.design.hasFinitePopulation
    )
  }

  func survey() throws(SampleDesignError) -> TargetAssessment.Survey {
    let exact = exact(of: indicator)
    var overall = [
      judge.judge(
        base.estimates.overall,
        exact: exact.overall,
        isKeptBack: groups.keepsBack(indicator.id)
      )
    ]
    var lines = base.estimates.breakdowns.indices.map { index in
      let breakdown = base.estimates.breakdowns[index]
      return judge.judge(
        breakdown.groups,
        exact: exact.breakdowns[index],
        keptBack: groups.keptBack(
          breakdown.question.id,
          in: indicator.id,
          among: breakdown.groups.map(\.level)
        )
      )
    }
    try tip(&overall, nil)
    for index in lines.indices { try tip(&lines[index], variables[index].grouping) }
    addRobustness(&overall, &lines)
    let weights = estimator.design.weights
    let isWeighted = weights.contains { $0 != weights[0] }
    addKeying(to: &overall, isWhole: !isWeighted)
    for index in lines.indices { addKeying(to: &lines[index], isWhole: false) }
    var ranks: [RankIntervals?] = []
    for index in lines.indices { ranks.append(try rank(lines[index], variables[index])) }
    return TargetAssessment.Survey(
      indicator: indicator,
      threshold: threshold,
      unit: base.unit,
      overall: overall[0],
      breakdowns: zip(base.estimates.breakdowns, lines).map { ($0.question, $1) },
      ranks: ranks
    )
  }

  private func exact(
    of indicator: Indicator
  ) -> (overall: FinitePopulationBounds?, breakdowns: [[FinitePopulationBounds?]]) {
    let nothing = variables.map {
      [FinitePopulationBounds?](repeating: nil, count: $0.levels.count)
    }
    guard base.unit == .share,
      let values = IndicatorScores.values(of: indicator, in: estimator.data)
    else { return (nil, nothing) }
    let open = Set(IndicatorScores.openRows(of: indicator, in: estimator.data))
    let overall = people.bounds(of: values, open: open, codes: nil, count: 1).first.flatMap { $0 }
    return (
      overall,
      variables.map {
        people.bounds(of: values, open: open, codes: $0.codes, count: $0.levels.count)
      }
    )
  }

  // MARK: People without an answer

  /// Finds for each decided line how many of the people without an answer would change it.
  ///
  /// Whoever weighs most goes first, so that no smaller number could do it; the others stay out.
  private func tip(
    _ lines: inout [TargetAssessment.Line],
    _ groups: Grouping?
  ) throws(SampleDesignError) {
    guard base.unit == .share,
      let values = IndicatorScores.values(of: indicator, in: estimator.data)
    else { return }
    let weights = estimator.design.weights
    var open = [[Int]](repeating: [], count: lines.count)
    let rows = IndicatorScores.openRows(of: indicator, in: estimator.data)
      .filter { weights[$0] > 0 }
      .sorted { (weights[$0], $1) > (weights[$1], $0) }
    for row in rows {
      let group = groups.map { $0.codes[row] } ?? 0
      if open.indices.contains(group) { open[group].append(row) }
    }
    let decided = lines.indices.filter { index in
      let isDecided = lines[index].verdict == .met || lines[index].verdict == .notMet
      return isDecided && lines[index].exact == nil && !open[index].isEmpty
    }
    guard !decided.isEmpty else { return }
    let fixed = lines
    func flips(_ counts: [Int]) throws(SampleDesignError) -> [Bool] {
      var values = values
      for index in decided {
        let value: Double = fixed[index].verdict == .met ? 0 : 1
        for row in open[index].prefix(counts[index]) { values[row] = value }
      }
      let estimates = try estimator.design.means(of: values, by: groups)
      return fixed.indices.map { index in
        guard let estimate = estimates[index] else { return false }
        let outcome = judge.decide(estimate, exact: nil, error: fixed[index].error).outcome
        return outcome != (fixed[index].verdict == .met ? .met : .missed)
      }
    }
    var high = open.map(\.count)
    var low = [Int](repeating: 0, count: lines.count)
    let reachable = try flips(high)
    while decided.contains(where: { reachable[$0] && high[$0] - low[$0] > 1 }) {
      let middle = zip(low, high).map { $0 + ($1 - $0) / 2 }
      let flipped = try flips(middle)
      for index in decided where high[index] - low[index] > 1 {
        if flipped[index] { high[index] = middle[index] } else { low[index] = middle[index] }
      }
    }
    for index in decided {
      lines[index].tipping = TippingPoint(
        missing: open[index].count,
        enough: reachable[index] ? high[index] : nil,
        positive: lines[index].verdict == .notMet
      )
    }
  }

  // MARK: Other choices

  /// The indicator as it is, and with "do not know" treated the other way where that matters.
  private var indicators: [Indicator] {
    guard let values = IndicatorScores.values(of: indicator, in: estimator.data) else {
      return [indicator]
    }
    let other = indicator.counting(indicator.countedMissing.symmetricDifference([.doNotKnow]))
    guard let changed = IndicatorScores.values(of: other, in: estimator.data) else {
      return [indicator]
    }
    let isSame = zip(values, changed).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    return isSame ? [indicator] : [indicator, other]
  }

  private func addRobustness(
    _ overall: inout [TargetAssessment.Line],
    _ breakdowns: inout [[TargetAssessment.Line]]
  ) {
    var cells: [[[Robustness.Cell]]] = ([overall] + breakdowns).map { $0.map { _ in [] } }
    let families = [overall] + breakdowns
    for indicator in indicators {
      let exact = exact(of: indicator)
      for design in choices.all {
        let isKnown = design.isOwn && indicator.countedMissing == base.indicator.countedMissing
        let result =
          isKnown
          ? base
          : try? design.estimator.estimate(indicator, by: variables, isDetailed: false)
        guard let result else { continue }
        let estimates =
          [[result.estimates.overall]]
          + result.estimates.breakdowns.map { $0.groups.map(\.estimate) }
        let bounds = [[exact.overall]] + exact.breakdowns
        for method in judge.methods {
          for family in families.indices {
            let outcomes = judge.outcomes(
              families[family],
              estimates[family],
              exact: bounds[family],
              method: method,
              isFamily: family > 0
            )
            for (line, outcome) in outcomes.enumerated() {
              guard let outcome, let estimate = estimates[family][line] else { continue }
              let isExact = families[family][line].exact != nil
              if isExact, method != judge.methods.first { continue }
              let choice = Robustness.Choice(
                method: isExact ? nil : method,
                countsDoNotKnow: indicator.countedMissing.contains(.doNotKnow),
                usesWeights: design.usesWeights,
                lonelyPSU: design.lonelyPSU
              )
              cells[family][line].append(
                Robustness.Cell(choice: choice, value: estimate.value, outcome: outcome)
              )
            }
          }
        }
      }
    }
    for index in overall.indices { overall[index].robustness = Self.grid(cells[0][index]) }
    for family in breakdowns.indices {
      for line in breakdowns[family].indices {
        breakdowns[family][line].robustness = Self.grid(cells[family + 1][line])
      }
    }
  }

  private static func grid(_ cells: [Robustness.Cell]) -> Robustness? {
    cells.count > 1 ? Robustness(cells: cells) : nil
  }

  // MARK: Keying

  private func addKeying(to lines: inout [TargetAssessment.Line], isWhole: Bool) {
    guard let keying, base.unit == .share else { return }
    for index in lines.indices {
      lines[index].keying = KeyingOutlook(
        lines[index],
        of: indicator,
        threshold: threshold,
        measured: keying,
        isWhole: isWhole
      )
    }
  }

  // MARK: Ranks

  /// The ranks of the groups that are published.
  private func rank(
    _ lines: [TargetAssessment.Line],
    _ variable: GroupVariable
  ) throws(SampleDesignError) -> RankIntervals? {
    let published = lines.indices.filter { index in
      if case .suppressed = lines[index].verdict { false } else { true }
    }
    guard (2...Self.mostRanked).contains(published.count),
      let values = IndicatorScores.values(of: indicator, in: estimator.data)
    else { return nil }
    let among = try estimator.design.covariances(
      of: values,
      by: variable.grouping,
      among: published
    )
    var matrix = lines.map { _ in [Double](repeating: 0, count: lines.count) }
    for (row, i) in published.enumerated() {
      for (column, j) in published.enumerated() { matrix[i][j] = among[row][column] }
    }
    let estimates = lines.indices.map { published.contains($0) ? lines[$0].estimate : nil }
    return RankIntervals(
      estimates,
      covariances: matrix,
      alpha: error,
      isProportion: base.unit == .share
    )
  }
}

extension Indicator {
  /// The same with other reasons in the denominator.
  fileprivate func counting(_ missing: Set<MissingReason>) -> Indicator {
    Indicator(
      id: id,
      label: label,
      kind: kind,
      measure: measure,
      countedMissing: missing,
      note: note,
      location: location
    )
  }
}
