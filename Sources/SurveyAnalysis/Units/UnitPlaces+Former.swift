package import SurveyModel
package import SurveyStatistics

extension UnitPlaces {
  /// A question whose options are the given units, as interviews were on their own days.
  ///
  /// An interview belongs to the unit itself or to the one above its own.
  package func derived(
    _ id: String,
    among units: [AdministrativeUnit]
  ) -> (question: Question, column: Dataset.Column) {
    let positions = Dictionary(
      units.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var known: [String: Int] = [:]
    let codes = places.map { place -> Int in
      guard case .unit(let unit) = place else { return -1 }
      if let code = known[unit.id] { return code }
      let chain = [unit] + register.ancestors(of: unit)
      let code = chain.lazy.compactMap { positions[$0.id] }.first ?? -1
      known[unit.id] = code
      return code
    }
    return UnitQuestion.make(
      id,
      label: question.label,
      list: ChoiceList(id: id, choices: units.map { Choice(code: $0.id, label: $0.label) }),
      positions: codes,
      of: question
    )
  }
}

extension CarriedUnits {
  /// The former units of provinces that were merged, as groups of interviews; nil where there are
  /// none.
  package func formerProvinces(of data: Dataset, before: CalendarDate) -> GroupVariable? {
    former(in: data, before: before)?.variable
  }

  private func former(
    in data: Dataset,
    before: CalendarDate
  ) -> (data: Dataset, variable: GroupVariable)? {
    let former = mergedProvinces(before: before)
      .flatMap { places.register.origins(of: $0, on: before).units }
    guard !former.isEmpty else { return nil }
    let derived = places.derived("\(places.question.id)_former", among: former)
    let grown = data.adding([derived])
    return GroupVariable(derived.question.id, in: grown).map { (grown, $0) }
  }

  /// The results of merged provinces for the time before, one for each indicator.
  ///
  /// Provinces are merged by a rule and never by putting their interviews together: the sample of
  /// each was drawn for itself.
  package func mergers(
    of data: Dataset,
    design: SampleDesign,
    rule: MergerRule,
    populations: [String: Double] = [:],
    before: CalendarDate
  ) throws(SampleDesignError) -> [(indicator: IndicatorResult, result: MergedResult)] {
    guard let (grown, variable) = former(in: data, before: before) else { return [] }
    let merged = mergedProvinces(before: before)
    let estimator = IndicatorEstimator(data: grown, design: design)
    var results: [(indicator: IndicatorResult, result: MergedResult)] = []
    for indicator in data.questionnaire.indicators {
      let result = try estimator.estimate(indicator, by: [variable])
      var estimates: [String: Estimate] = [:]
      for group in result.estimates.breakdowns.first?.groups ?? [] {
        estimates[group.level.code] = group.estimate
      }
      for unit in merged {
        let merger = MergedResult(
          unit,
          before: before,
          rule: rule,
          register: places.register,
          estimates: estimates,
          populations: populations
        )
        results.append((result, merger))
      }
    }
    return results
  }

  /// Provinces of the day that were made of several former ones with interviews.
  private func mergedProvinces(before: CalendarDate) -> [AdministrativeUnit] {
    var asked: Set<String> = []
    for case .unit(let unit) in Set(places.places) {
      for one in [unit] + places.register.ancestors(of: unit) { asked.insert(one.id) }
    }
    return places.register.units.filter { unit in
      guard unit.kind.level == .province, unit.validity.contains(day),
        !unit.validity.contains(before)
      else { return false }
      let former = places.register.origins(of: unit, on: before).units
      return former.count > 1 && former.contains { asked.contains($0.id) }
    }
  }
}
