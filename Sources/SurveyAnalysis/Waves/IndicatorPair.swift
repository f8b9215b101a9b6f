import SurveyModel
import SurveyStatistics

/// Compares one indicator in two waves, with all that it is made of.
struct IndicatorPair {
  let before: IndicatorResult
  let after: IndicatorResult
  let series: WaveSeries
  let estimators: [IndicatorEstimator]
  let judge: ChangeJudge
  /// What the tables of either wave keep back.
  let groups: [GroupSuppression]

  /// The statistics of one of the two waves.
  private typealias Statistics =
    (_ wave: Int, Grouping?) throws(SampleDesignError) -> LinearisedStatistics?

  /// Whether no sampling unit is in both waves.
  private let isIndependent: Bool

  init(
    before: IndicatorResult,
    after: IndicatorResult,
    series: WaveSeries,
    estimators: [IndicatorEstimator],
    judge: ChangeJudge,
    keepingBack groups: [GroupSuppression] = []
  ) {
    self.before = before
    self.after = after
    self.series = series
    self.estimators = estimators
    self.judge = judge
    self.groups = groups
    isIndependent = series.commonPrimaryUnits(of: 0, and: 1) == 0
  }

  /// The changes of the whole, of groups and of parts.
  func change(by groups: [JointGroups]) throws(SampleDesignError) -> IndicatorChange {
    let indicator = after.indicator
    let incomparable = incomparable(indicator.items)
    let whole: Statistics = { wave, grouping throws(SampleDesignError) in
      try estimators[wave].linearised(indicator, by: grouping)
    }
    let overall = try change(
      (before.estimates.overall, after.estimates.overall),
      whole,
      isComparable: incomparable.isEmpty
    )
    return IndicatorChange(
      before: before,
      after: after,
      incomparable: incomparable.compactMap { id in
        estimators[1].data.questionnaire.questions.first { $0.id == id }
      },
      overall: judge.judge(
        overall,
        isKeptBack: self.groups.contains { $0.keepsBack(indicator.id) }
      ),
      breakdowns: try breakdowns(groups, whole, isComparable: incomparable.isEmpty),
      parts: try parts
    )
  }

  /// The changes of the groups of each question that both waves were divided by.
  private func breakdowns(
    _ groups: [JointGroups],
    _ whole: Statistics,
    isComparable: Bool
  ) throws(SampleDesignError) -> [IndicatorChange.Breakdown] {
    var breakdowns: [IndicatorChange.Breakdown] = []
    for joint in groups {
      func estimates(_ result: IndicatorResult, _ wave: Int) -> [Estimate?]? {
        let own = result.estimates.breakdowns.first { $0.question.id == joint.question.id }
        return own.map { own in
          joint.places[wave].map { place in
            place.flatMap { own.groups.indices.contains($0) ? own.groups[$0].estimate : nil }
          }
        }
      }
      guard let first = estimates(before, 0), let second = estimates(after, 1) else { continue }
      let changes =
        isComparable ? try differences((first, second), whole, joint.groupings) : []
      let raw = joint.levels.indices.map { group in
        RawChange(
          before: first[group],
          after: second[group],
          difference: changes.indices.contains(group) ? changes[group] : nil
        )
      }
      let keptBack = self.groups.reduce(into: Set<Int>()) { keptBack, wave in
        keptBack.formUnion(
          wave.keptBack(joint.question.id, in: after.indicator.id, among: joint.levels)
        )
      }
      breakdowns.append(
        IndicatorChange.Breakdown(
          question: joint.question,
          groups: Array(zip(joint.levels, judge.judge(raw, keptBack: keptBack)))
        )
      )
    }
    return breakdowns
  }

  /// One figure in both waves.
  private func change(
    _ estimates: (before: Estimate?, after: Estimate?),
    _ statistics: Statistics,
    isComparable: Bool
  ) throws(SampleDesignError) -> RawChange {
    let changes =
      isComparable
      ? try differences(([estimates.before], [estimates.after]), statistics, nil) : []
    return RawChange(
      before: estimates.before,
      after: estimates.after,
      difference: changes.first.flatMap { $0 }
    )
  }

  /// The changes from the first wave to the second, of all or of each group.
  private func differences(
    _ estimates: (before: [Estimate?], after: [Estimate?]),
    _ statistics: Statistics,
    _ groupings: [Grouping]?
  ) throws(SampleDesignError) -> [Estimate?] {
    if isIndependent { return zip(estimates.before, estimates.after).map(Self.independent) }
    var both: [LinearisedStatistics] = []
    for wave in estimators.indices {
      guard let one = try statistics(wave, groupings.map { $0[wave] }) else { return [] }
      both.append(one)
    }
    do throws(WaveError) {
      return try series.changes(in: both, from: 0, to: 1)
    } catch {
      if case .design(let error, _) = error { throw error }
      return []
    }
  }

  /// The change of figures of two samples that have no unit in common: variances add.
  private static func independent(_ before: Estimate?, _ after: Estimate?) -> Estimate? {
    guard let before, let after else { return nil }
    return Estimate(
      value: after.value - before.value,
      standardError: (before.variance + after.variance).squareRoot(),
      degreesOfFreedom: before.degreesOfFreedom + after.degreesOfFreedom,
      sampleSize: before.sampleSize + after.sampleSize,
      weightedSize: before.weightedSize + after.weightedSize,
      isCensus: before.isCensus && after.isCensus
    )
  }

  // MARK: Parts

  private var parts: [IndicatorChange.Part] {
    get throws(SampleDesignError) {
      switch (before.detail, after.detail) {
      case (.index(let first), .index(let second)): try parts(first, second)
      case (.points(let first), .points(let second)): try parts(first, second)
      case (.choices(let first), .choices(let second)): try parts(first, second)
      case (.none, _), (.index, _), (.points, _), (.choices, _): []
      }
    }
  }

  private func part(
    _ path: [Int],
    _ label: LocalizedText,
    _ items: [String],
    _ estimates: (before: Estimate?, after: Estimate?),
    _ statistics: Statistics
  ) throws(SampleDesignError) -> IndicatorChange.Part {
    let raw = try change(estimates, statistics, isComparable: incomparable(items).isEmpty)
    return IndicatorChange.Part(path: path, label: label, change: judge.judge(raw))
  }

  private func parts(
    _ first: IndexResult,
    _ second: IndexResult
  ) throws(SampleDesignError) -> [IndicatorChange.Part] {
    let scores = estimators.map { IndexScores(second.index, in: $0.data) }
    var parts: [IndicatorChange.Part] = []
    func add(
      _ path: [Int],
      _ label: LocalizedText,
      _ elements: [Index.Element],
      _ estimates: (before: Estimate?, after: Estimate?)
    ) throws(SampleDesignError) {
      let items = elements.flatMap(\.items)
      let statistics: Statistics = { wave, grouping throws(SampleDesignError) in
        let design = estimators[wave].design
        return try scores[wave].linearised(elements, design: design, by: grouping)
      }
      parts.append(try part(path, label, items, estimates, statistics))
    }
    for (one, pair) in zip(first.parts, second.parts).enumerated() {
      let (old, new) = pair
      if second.parts.count > 1 {
        try add([one], new.part.label, new.part.elements, (old.estimate, new.estimate))
      }
      for (two, pair) in zip(old.elements, new.elements).enumerated() {
        let (old, new) = pair
        if new.items.count > 1 {
          try add([one, two], new.element.label, [new.element], (old.estimate, new.estimate))
        }
        for (three, pair) in zip(old.items, new.items).enumerated() {
          let (old, new) = pair
          let alone = Index.Element(
            id: new.question.id,
            label: new.question.label,
            items: [new.question.id]
          )
          try add([one, two, three], new.question.label, [alone], (old.estimate, new.estimate))
        }
      }
    }
    return parts
  }

  private func parts(
    _ first: [(question: Question, estimate: Estimate?)],
    _ second: [(question: Question, estimate: Estimate?)]
  ) throws(SampleDesignError) -> [IndicatorChange.Part] {
    var parts: [IndicatorChange.Part] = []
    for (place, pair) in zip(first, second).enumerated() {
      let question = pair.1.question
      let statistics: Statistics = { wave, grouping throws(SampleDesignError) in
        try estimators[wave].design.linearisedMeans(
          of: IndicatorScores.points(of: question.id, in: estimators[wave].data),
          by: grouping
        )
      }
      parts.append(
        try part(
          [place],
          question.label,
          [question.id],
          (pair.0.estimate, pair.1.estimate),
          statistics
        )
      )
    }
    return parts
  }

  private func parts(
    _ first: [(choice: Choice, estimates: DomainEstimates)],
    _ second: [(choice: Choice, estimates: DomainEstimates)]
  ) throws(SampleDesignError) -> [IndicatorChange.Part] {
    var parts: [IndicatorChange.Part] = []
    for (place, pair) in zip(first, second).enumerated() {
      let (item, choice) = (after.indicator.items.first ?? "", pair.1.choice)
      let statistics: Statistics = { wave, grouping throws(SampleDesignError) in
        try estimators[wave].design.linearisedMeans(
          of: IndicatorScores.positive(item, codes: [choice.code], in: estimators[wave].data),
          by: grouping
        )
      }
      parts.append(
        try part(
          [place],
          choice.label,
          [item],
          (pair.0.estimates.overall, pair.1.estimates.overall),
          statistics
        )
      )
    }
    return parts
  }

  // MARK: What only one wave asked

  /// The questions that exactly one of the waves has answers to.
  private func incomparable(_ items: [String]) -> [String] {
    items.filter { item in
      Set(estimators.map { $0.data.column(item)?.hasAnswers ?? false }).count > 1
    }
  }
}

extension Dataset.Column {
  /// Whether anybody gave an answer.
  var hasAnswers: Bool {
    switch values {
    case .choice(let codes): codes.contains { $0 >= 0 }
    case .choices(let options): options.contains { $0.contains { $0 >= 0 } }
    case .number(let numbers): numbers.contains { !$0.isNaN }
    case .text(let texts): texts.contains { $0 != nil }
    }
  }
}
