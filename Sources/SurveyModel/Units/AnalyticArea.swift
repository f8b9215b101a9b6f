/// An old unit, continued for analysis as a set of new ones.
///
/// A district that was abolished has no results of its own any more; its communes' successors have.
/// The area is ``isExact`` when they are all known and hold nothing from elsewhere.
public struct AnalyticArea: Hashable, Sendable {
  /// The old unit.
  public let unit: AdministrativeUnit
  /// The new units that have a part of it, in the order of the register.
  public let members: [AdministrativeUnit]
  /// Those of them that lie wholly in it.
  public let inside: [AdministrativeUnit]
  /// Why the members together are not exactly the old unit.
  public let obstacles: [UnitObstacle]

  /// Whether the members together are exactly the old unit.
  public var isExact: Bool { obstacles.isEmpty && !members.isEmpty }

  /// How the area is called: never by the name of the old unit alone.
  public var label: LocalizedText {
    LocalizedText([
      "vi": "địa bàn \(unit.title(in: .vietnamese)) (cũ)",
      "en": "area of the former \(unit.kind.word(in: .english)) of \(unit.name)",
    ])
  }
}

extension UnitRegister {
  /// The old `unit` as a set of units of a later `day`.
  ///
  /// The set is found twice: from the communes below the unit and from the unit's own successions.
  /// Where the two differ, the register does not list all of its communes, and the area is not exact.
  public func area(of unit: AdministrativeUnit, on day: CalendarDate) -> AnalyticArea {
    func make(
      _ members: Set<String>,
      _ inside: Set<String>,
      _ obstacles: [UnitObstacle]
    )
      -> AnalyticArea
    {
      AnalyticArea(
        unit: unit,
        members: units.filter { members.contains($0.id) },
        inside: units.filter { inside.contains($0.id) },
        obstacles: obstacles.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      )
    }
    if unit.validity.contains(day) { return make([unit.id], [unit.id], []) }
    guard case .day(let last) = unit.validity.to, last < day else {
      return make([], [], [.notYet(unit)])
    }
    var obstacles: [UnitObstacle] = []
    let below = lowest(below: unit, on: last)
    var members: Set<String> = []
    for child in below {
      switch destination(of: child, on: day) {
      case .success(let member): members.insert(member.id)
      case .failure(let refusal): obstacles.append(refusal.obstacle)
      }
    }
    let own = Set(below.map(\.id))
    var inside: Set<String> = []
    for member in members.compactMap({ self[$0] }).sorted(by: { $0.id < $1.id }) {
      let origins = origins(of: member, on: last)
      let foreign = origins.units.filter { !own.contains($0.id) }
      obstacles += origins.obstacles + foreign.map { .shared(member, with: $0) }
      if origins.isExact, foreign.isEmpty { inside.insert(member.id) }
    }
    var named: Set<String> = []
    for step in successions(of: unit) {
      guard step.isConfirmed, let to = step.to.flatMap({ self[$0] }) else {
        obstacles.append(.unconfirmedSuccessor(unit))
        if let to = step.to { named.insert(to) }
        continue
      }
      if case .success(let member) = destination(of: to, on: day) { named.insert(member.id) }
    }
    if named != members || members.isEmpty { obstacles.append(.unlistedParts(unit)) }
    return make(members.union(named), inside, obstacles)
  }

  /// The units below that have none below themselves.
  private func lowest(
    below unit: AdministrativeUnit,
    on day: CalendarDate
  ) -> [AdministrativeUnit] {
    var lowest: [AdministrativeUnit] = []
    var open = children(of: unit, on: day)
    var seen: Set<String> = [unit.id]
    while let next = open.popLast() {
      guard seen.insert(next.id).inserted else { continue }
      let below = children(of: next, on: day)
      if below.isEmpty { lowest.append(next) } else { open += below }
    }
    return lowest
  }
}
