import SurveyModel

/// Reads the targets of a plan.
struct TargetReader {
  let context: ReadingContext
  /// How the plan decides where a target does not say.
  let decision: Target.Decision

  /// Reads one target.
  func read(_ node: YAMLNode) -> Target? {
    node.map(context) { map in
      let id = map.requiredID("id")
      let promise = map.requiredText("promise") ?? LocalizedText([:])
      let source = map.string("source")
      let population = map.text("population")
      let kind = self.kind(map)
      if case .count = kind, map.has("decide") {
        context.report(TargetFinding.needlessDecision, at: map.location(of: "decide"))
      }
      let decision = map.decision("decide", base: self.decision)
      guard let id, let kind else { return nil }
      return Target(
        id: id,
        promise: promise,
        source: source,
        population: population,
        kind: kind,
        decision: decision,
        location: map.location
      )
    }
  }

  private func kind(_ map: MapReader) -> Target.Kind? {
    let isCount = map.has("count")
    let isSurvey = map.has("questionnaire") || map.has("indicator")
    let isChange = map.has("change")
    let mixed =
      isCount
      ? ["count"] + ["questionnaire", "indicator", "change", "by"].filter(map.has)
      : isChange && map.has("at_least") ? ["change", "at_least"] : []
    if mixed.count > 1 {
      context.report(TargetFinding.mixedKinds(mixed), at: map.location(of: mixed[0]))
      map.allow(["questionnaire", "indicator", "change", "by", "count", "at_least"])
      return nil
    }
    if isCount { return count(map) }
    guard isSurvey || isChange else {
      context.report(TargetFinding.noKind, at: map.location)
      map.allow(["at_least", "by"])
      return nil
    }
    let questionnaire = map.requiredID("questionnaire", allowsHyphen: true)
    let indicator = map.requiredString("indicator")
    if isChange {
      let direction = map.requiredWord("change", .change, Target.ChangeDirection.allCases)
      guard let questionnaire, let indicator, let direction else { return nil }
      return .change(questionnaire: questionnaire, indicator: indicator, direction: direction)
    }
    let atLeast = map.threshold("at_least")
    let by = map.strings("by")?.map(\.text) ?? []
    guard let questionnaire, let indicator, let atLeast else { return nil }
    return .survey(questionnaire: questionnaire, indicator: indicator, atLeast: atLeast, by: by)
  }

  private func count(_ map: MapReader) -> Target.Kind? {
    let atLeast = map.threshold("at_least")
    let count: (done: String, of: String?, every: Plan.ReportPeriod?)? =
      map.required("count")?.map(context) { map in
        let done = map.requiredID("done")
        let of = map.has("of") ? map.requiredID("of") : nil
        let every = map.word("every", .period, Plan.ReportPeriod.allCases)
        return done.map { ($0, of, every) }
      }
    guard let atLeast, let count else { return nil }
    return .count(
      AdministrativeTarget(done: count.done, of: count.of, every: count.every, atLeast: atLeast)
    )
  }
}

extension MapReader {
  /// How targets are decided; what is not written is as in `base`.
  func decision(_ key: String, base: Target.Decision) -> Target.Decision {
    let read: Target.Decision? = node(key)?.map(context) { map in
      Target.Decision(
        error: map.percentage("error") ?? base.error,
        method: map.word("method", .method, Target.Decision.Method.allCases) ?? base.method,
        adjustment: map.word("adjust", .adjustment, Target.Decision.Adjustment.allCases)
          ?? base.adjustment
      )
    }
    return read ?? base
  }
}
