package import SurveyModel

/// Interviews divided by the units of one day, also those of former units.
///
/// An interview is counted in the unit of the day that its own unit went into as a whole, when that
/// unit is exactly made of former ones that are all recorded and confirmed. Other interviews are
/// counted nowhere, and ``left`` says why.
package struct CarriedUnits: Sendable {
  /// One unit of the day and how far it can be compared with the time before.
  package struct NewUnit: Hashable, Sendable {
    /// The unit.
    package let unit: AdministrativeUnit
    /// What it was made of, as far as that is recorded.
    package let former: [AdministrativeUnit]
    /// Why these are not exactly the unit; empty when they are.
    package let obstacles: [UnitObstacle]
    /// Interviews of former units that were carried to it.
    package let carried: Int
    /// Interviews of the unit itself.
    package let own: Int
    /// Former units that nobody was interviewed in, when somebody was in others.
    package let silent: [AdministrativeUnit]

    /// Whether the time before can be compared: always when the unit is no new one.
    package var isComparable: Bool { obstacles.isEmpty }
  }

  /// Why an interview is counted in no unit.
  package enum Reason: Hashable, Sendable {
    case place(UnitPlaces.Problem)
    /// Its unit did not go into one unit as a whole.
    case obstacle(UnitObstacle)
    /// The unit that it went into cannot be compared with the time before.
    case notComparable(AdministrativeUnit)
    /// Provinces that were merged have an earlier result by a rule only; see ``MergerRule``.
    case merged(AdministrativeUnit)
  }

  /// The day whose units are meant.
  package let day: CalendarDate
  /// The units of the interviews on their own days.
  package let places: UnitPlaces
  /// The units of the day, in the order of the register.
  package let units: [NewUnit]
  /// Interviews that are counted nowhere, the most frequent reason first.
  package let left: [(reason: Reason, count: Int)]
  /// For each interview its place in ``units``; −1 for none.
  package let codes: [Int]

  /// Carries interviews to the units of `day`.
  ///
  /// `since` is the day with which units are to be compared, by default that of the first interview.
  package init(_ places: UnitPlaces, to day: CalendarDate, since: CalendarDate? = nil) {
    self.places = places
    self.day = day
    var carrier = UnitCarrier(register: places.register, day: day)
    let steps = places.places.map { carrier.step(of: $0) }
    var reasons: [Reason: Int] = [:]
    var order: [Reason] = []
    var own: [String: Int] = [:]
    var carried: [String: Int] = [:]
    var asked: Set<String> = []
    for (place, step) in zip(places.places, steps) {
      if case .unit(let unit) = place { asked.insert(unit.id) }
      switch step {
      case .stays(let unit): own[unit.id, default: 0] += 1
      case .goes(let unit): carried[unit.id, default: 0] += 1
      case .left(let reason):
        if reasons[reason] == nil { order.append(reason) }
        reasons[reason, default: 0] += 1
      }
    }
    let concerned = carrier.concerned
    let shown = places.register.units.filter { concerned.contains($0.id) }
    let first = since ?? places.days.compactMap { $0 }.min()
    units = shown.map { unit in
      let origins = carrier.origins(of: unit, since: first)
      let hasCarried = carried[unit.id] != nil
      return NewUnit(
        unit: unit,
        former: origins.units,
        obstacles: origins.obstacles,
        carried: carried[unit.id] ?? 0,
        own: own[unit.id] ?? 0,
        silent: hasCarried ? origins.units.filter { !asked.contains($0.id) } : []
      )
    }
    let positions = Dictionary(
      uniqueKeysWithValues: shown.enumerated().map { ($1.id, $0) }
    )
    codes = steps.map { step in
      switch step {
      case .stays(let unit), .goes(let unit): positions[unit.id] ?? -1
      case .left: -1
      }
    }
    left = order.enumerated()
      .sorted {
        (-(reasons[$0.element] ?? 0), $0.offset) < (-(reasons[$1.element] ?? 0), $1.offset)
      }
      .map { ($0.element, reasons[$0.element] ?? 0) }
  }

  /// Interviews that are counted in a unit.
  package var placed: Int { codes.count { $0 >= 0 } }

  /// Whether any interview was carried or could not be.
  package var concernsReform: Bool {
    units.contains { $0.carried > 0 || !$0.isComparable }
      || left.contains { if case .place = $0.reason { false } else { true } }
  }
}

extension CarriedUnits.Reason: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .place(let problem): problem.text(in: language)
    case .obstacle(let obstacle): obstacle.text(in: language)
    case .notComparable(let unit):
      language.choose(
        "\(unit.title(in: .vietnamese)) không so sánh được với trước",
        "\(unit.title(in: .english)) is not comparable with before"
      )
    case .merged(let unit):
      language.choose(
        "\(unit.title(in: .vietnamese)) do nhiều tỉnh hợp lại, kết quả trước đó chỉ tính theo quy tắc có tên",
        "\(unit.title(in: .english)) was merged from several provinces and has an earlier result by a named rule only"
      )
    }
  }
}
