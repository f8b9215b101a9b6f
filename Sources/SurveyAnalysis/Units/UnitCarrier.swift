import SurveyModel

/// Finds, once for each former unit, where its interviews are counted on another day.
struct UnitCarrier {
  /// What becomes of one interview.
  enum Step: Hashable {
    /// Its unit is a unit of the day.
    case stays(AdministrativeUnit)
    /// Its unit went into this one.
    case goes(AdministrativeUnit)
    case left(CarriedUnits.Reason)
  }

  let register: UnitRegister
  let day: CalendarDate
  /// The ids of the units of the day that any interview concerns.
  private(set) var concerned: Set<String> = []
  private var known: [String: Step] = [:]

  init(register: UnitRegister, day: CalendarDate) {
    self.register = register
    self.day = day
  }

  mutating func step(of place: UnitPlaces.Place) -> Step {
    switch place {
    case .problem(let problem): return .left(.place(problem))
    case .unit(let unit):
      if let step = known[unit.id] { return step }
      let step = step(of: unit)
      known[unit.id] = step
      return step
    }
  }

  private mutating func step(of unit: AdministrativeUnit) -> Step {
    if unit.validity.contains(day) {
      concerned.insert(unit.id)
      return .stays(unit)
    }
    switch register.destination(of: unit, on: day) {
    case .failure(let refusal):
      concern(unit)
      return .left(.obstacle(refusal.obstacle))
    case .success(let target):
      concerned.insert(target.id)
      guard case .day(let last) = unit.validity.to else { return .left(.notComparable(target)) }
      let origins = register.origins(of: target, on: last)
      guard origins.isExact else { return .left(.notComparable(target)) }
      // The sample of each province was drawn for itself.
      let isMerged = target.kind.level == .province && origins.units.count > 1
      return isMerged ? .left(.merged(target)) : .goes(target)
    }
  }

  /// Units of the day that have a part of a former one are told although nothing is carried.
  private mutating func concern(_ unit: AdministrativeUnit) {
    for id in register.successions(of: unit).compactMap(\.to) {
      guard let next = register[id], next.kind.level == unit.kind.level,
        next.validity.contains(day)
      else { continue }
      concerned.insert(id)
    }
  }

  /// What a unit of the day was made of, looking back to the day before it began or to an earlier
  /// first interview; nothing for a unit that did not begin as far as is recorded.
  func origins(of unit: AdministrativeUnit, since first: CalendarDate?) -> UnitOrigins {
    guard case .day(let begin) = unit.validity.from, let last = begin.adding(days: -1) else {
      return UnitOrigins(units: [], obstacles: [])
    }
    return register.origins(of: unit, on: first.map { min($0, last) } ?? last)
  }
}
