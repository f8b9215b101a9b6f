extension FormExaminer {
  /// Claims about indicators of which a rule decides who is counted.
  var indicatorClaims: [FormClaim] {
    plan.questionnaire.indicators.indices.flatMap { number -> [FormClaim] in
      let indicator = plan.questionnaire.indicators[number]
      let items = indicator.items.compactMap { plan.index(of: $0) }
      guard items.count == indicator.items.count, !items.isEmpty else { return [] }
      let governed = items.filter { isGoverned($0) }
      if governed.isEmpty { return [] }
      switch indicator.kind {
      // Each item has its own denominator.
      case .index, .points:
        return Set(governed).sorted().map { .isCounted(indicator: number, item: $0) }
      case .share, .allPositive, .anyPositive, .atLeast, .test, .mean, .netPromoter, .ratio,
        .countOfChoices:
        return [
          .isCounted(indicator: number, item: nil), .everybodyCounted(indicator: number),
        ]
      }
    }
  }

  private func isJudged(_ question: Int) -> Bool { plan.steps[question].rules.mayRefuseAnswers }

  private func isGoverned(_ question: Int) -> Bool {
    plan.steps[question].rules.governsPath || isJudged(question)
  }

  /// Whether all items have to be answered by one person to be counted, or one of them is enough.
  private func needsAll(_ indicator: Indicator) -> Bool {
    if case .test = indicator.kind { false } else { true }
  }

  private func items(_ indicator: Indicator) -> Set<Int> {
    Set(indicator.items.compactMap { plan.index(of: $0) })
  }

  /// Whether somebody is counted.
  ///
  /// Whoever has answered all items surely is, and whoever was not asked one of them surely is not;
  /// knowledge tests count whoever was asked at all. Between the two nothing is said.
  func isCounted(_ number: Int, _ item: Int?, _ budget: ExaminationBudget) -> ClaimVerdict {
    let indicator = plan.questionnaire.indicators[number]
    let items = item.map { [$0] } ?? self.items(indicator)
    let needsAll = item != nil || needsAll(indicator)
    let answered = exists(items, needsAll: needsAll, answered: needsAll, budget)
    guard case .never = answered, needsAll else { return answered.asClaim }
    let counted = indicator.countedMissing.subtracting([.notApplicable])
    if counted.isEmpty, items.count == 1 { return .refuted(nil) }
    // Nobody answers all: it is refuted where nobody is even asked all.
    switch exists(items, needsAll: true, answered: false, budget) {
    case .never where !indicator.countedMissing.contains(.notApplicable): return .refuted(nil)
    case .unknown(let doubt): return .undecided(doubt)
    case .witness, .never: return .undecided(.unconfirmed)
    }
  }

  /// Looks for a form in which all items, or one of them, are asked, and answered if wanted.
  private func exists(
    _ items: Set<Int>,
    needsAll: Bool,
    answered: Bool,
    _ budget: ExaminationBudget
  ) -> Existence {
    // Items without a rule that others read are answered by themselves.
    let space = SearchSpace(
      plan,
      map,
      targets: items,
      answersTargets: answered && items.contains { isJudged($0) },
      judgesTargets: answered
    )
    let variables = Set(space.variables)
    func isGood(_ item: Int, _ form: FormState) -> Bool {
      guard form.relevant[item] else { return false }
      guard answered, !map.isAnswered[item] || variables.contains(item) else { return true }
      return form.isAnswered(item)
    }
    let goal = PathSearch.Goal(isPromising: { form in
      needsAll
        ? items.allSatisfy { isGood($0, form) } : items.contains { isGood($0, form) }
    })
    return search(space, goal, budget) { session in
      needsAll
        ? items.allSatisfy { isGood($0, session.form) }
        : items.contains { isGood($0, session.form) }
    }
  }

  /// Whether nobody falls outside the indicator by the path alone.
  func everybodyCounted(_ number: Int, _ budget: ExaminationBudget) -> ClaimVerdict {
    let indicator = plan.questionnaire.indicators[number]
    let items = items(indicator)
    let needsAll = needsAll(indicator)
    let space = SearchSpace(
      plan,
      map,
      targets: items,
      answersTargets: false,
      judgesTargets: false
    )
    func isOutside(_ form: FormState) -> Bool {
      needsAll ? items.contains { !form.relevant[$0] } : items.allSatisfy { !form.relevant[$0] }
    }
    let goal = PathSearch.Goal(isPromising: isOutside)
    return search(space, goal, budget) { isOutside($0.form) }.asCounterexample
  }
}
