package import SurveyModel
package import SurveyStatistics

/// The result of a merged unit for the time before its merger, by a named rule.
package struct MergedResult: Sendable {
  /// One former unit.
  package struct Part: Sendable {
    /// The former unit.
    package let unit: AdministrativeUnit
    /// Its result; `nil` when there is none.
    package let estimate: Estimate?
    /// What it counts; `nil` when there is no result.
    package let coefficient: Double?
  }

  /// Why there is no result.
  package enum Refusal: Hashable, Sendable {
    /// The rule says so.
    case rule
    /// The unit is not exactly its former ones.
    case obstacles([UnitObstacle])
    /// Former units have no result.
    case noResult([AdministrativeUnit])
    /// The rule needs the population of these.
    case noPopulation([AdministrativeUnit])
  }

  /// The merged unit.
  package let unit: AdministrativeUnit
  /// The rule.
  package let rule: MergerRule
  /// The former units.
  package let parts: [Part]
  /// The result; `nil` when it is refused.
  package let estimate: Estimate?
  /// Why it is refused.
  package let refusal: Refusal?

  /// Combines the results of the units that `unit` was made of.
  ///
  /// The samples of former units are taken as independent, as those of separate surveys or strata
  /// are: `SE = √(Σ c² SE²)`. Sizes and populations are taken as known.
  ///
  /// - Parameters:
  ///   - unit: The merged unit.
  ///   - day: A day before the merger.
  ///   - rule: The rule.
  ///   - register: The units.
  ///   - estimates: Results by the id of the former unit.
  ///   - populations: People by the id of the former unit.
  package init(
    _ unit: AdministrativeUnit,
    before day: CalendarDate,
    rule: MergerRule,
    register: UnitRegister,
    estimates: [String: Estimate],
    populations: [String: Double] = [:]
  ) {
    self.unit = unit
    self.rule = rule
    let origins = register.origins(of: unit, on: day)
    let known = origins.units.map { estimates[$0.id] }
    let coefficients = rule.coefficients(
      sizes: known.map { $0?.sampleSize ?? 0 },
      populations: origins.units.map { populations[$0.id] }
    )
    let lacking = zip(origins.units, known)
      .filter { ($0.1?.sampleSize ?? 0) == 0 }.map { $0.0 }
    let refusal: Refusal? =
      if rule == .none {
        .rule
      } else if !origins.isExact || origins.units.isEmpty {
        .obstacles(origins.obstacles)
      } else if !lacking.isEmpty {
        .noResult(lacking)
      } else if coefficients == nil {
        .noPopulation(origins.units.filter { !((populations[$0.id] ?? 0) > 0) })
      } else {
        nil
      }
    let weights = refusal == nil ? coefficients : nil
    parts = origins.units.enumerated().map { place, unit in
      Part(unit: unit, estimate: known[place], coefficient: weights?[place])
    }
    self.refusal = refusal
    estimate = weights.flatMap { weights in
      Estimate.combination(of: known.compactMap { $0 }, coefficients: weights)
    }
  }
}

extension MergedResult.Refusal: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    func list(_ units: [AdministrativeUnit]) -> String {
      units.map { $0.title(in: language) }.joined(separator: ", ")
    }
    return switch self {
    case .rule: language.choose("quy tắc là không so sánh", "the rule is not to compare")
    case .obstacles(let obstacles):
      obstacles.isEmpty
        ? language.choose("không ghi đơn vị cũ nào", "no former unit is recorded")
        : obstacles.map { $0.text(in: language) }.joined(separator: "; ")
    case .noResult(let units):
      language.choose("chưa có kết quả của \(list(units))", "there is no result of \(list(units))")
    case .noPopulation(let units):
      language.choose(
        "chưa có dân số của \(list(units))",
        "the population of \(list(units)) is not known"
      )
    }
  }
}
