import SurveyModel
import SurveyReport

extension UnitAnswer {
  /// The answer for programs.
  var json: JSONValue {
    .object([
      ("format", .string("thuocdo-units-1")), ("name", .string(text)),
      ("day", .string(day.description)), ("today", .string(today.description)),
      ("on_that_day", .bool(!isOfOtherDays && !units.isEmpty)),
      ("nearest", nearest.map { .string($0) } ?? .null),
      ("units", .array(units.map { json($0) })),
    ])
  }

  private func json(_ unit: AdministrativeUnit) -> JSONValue {
    let area = unit.validity.hasEnded(before: today) ? register.area(of: unit, on: today) : nil
    let now = try? register.destination(of: unit, on: today).get()
    var before: UnitOrigins?
    if case .day(let first) = unit.validity.from, let last = first.adding(days: -1) {
      before = register.origins(of: unit, on: last)
    }
    return .object([
      ("id", .string(unit.id)), ("code", unit.code.map { .string($0) } ?? .null),
      ("name", .string(unit.name)), ("kind", .string(unit.kind.rawValue)),
      ("parent", unit.parent.map { .string($0) } ?? .null),
      ("valid_from", json(unit.validity.from)), ("valid_to", json(unit.validity.to)),
      ("confirmed", .bool(unit.isConfirmed)), ("source", .string(unit.source)),
      ("now", now.map { .string($0.id) } ?? .null),
      ("area", area.map { json($0.members, $0.obstacles) } ?? .null),
      ("before", before.map { json($0.units, $0.obstacles) } ?? .null),
    ])
  }

  private func json(_ units: [AdministrativeUnit], _ obstacles: [UnitObstacle]) -> JSONValue {
    .object([
      ("units", .array(units.map { .string($0.id) })), ("exact", .bool(obstacles.isEmpty)),
      ("reasons", .array(obstacles.map { .string($0.text(in: language)) })),
    ])
  }

  private func json(_ bound: UnitValidity.Bound) -> JSONValue {
    switch bound {
    case .open: .null
    case .day(let day): .string(day.description)
    case .unknown: .string("?")
    }
  }
}
