/// What a unit was made of, as far as is known.
public struct UnitOrigins: Hashable, Sendable {
  /// The units of the earlier day.
  public let units: [AdministrativeUnit]
  /// Why they are not exactly the unit; empty when they are.
  public let obstacles: [UnitObstacle]

  /// Makes origins.
  public init(units: [AdministrativeUnit], obstacles: [UnitObstacle]) {
    self.units = units
    self.obstacles = obstacles
  }

  /// Whether the units together are exactly the unit, and nothing else.
  public var isExact: Bool { obstacles.isEmpty }
}

extension UnitRegister {
  /// The unit of a later `day` in which all of `unit` lies, or why there is none.
  ///
  /// Exact: every step is confirmed and takes the whole unit. A unit that is valid on `day` is its
  /// own destination.
  public func destination(
    of unit: AdministrativeUnit,
    on day: CalendarDate
  ) -> Result<AdministrativeUnit, UnitRefusal> {
    var current = unit
    var seen: Set<String> = [unit.id]
    while !current.validity.contains(day) {
      guard current.validity.hasBegun(by: day) else { return .failure(.init(.notYet(current))) }
      let steps = successions(of: current)
      guard let step = steps.first else { return .failure(.init(.noSuccessor(current))) }
      guard steps.allSatisfy(\.isConfirmed) else {
        return .failure(.init(.unconfirmedSuccessor(current)))
      }
      guard steps.count == 1, step.isExact, let next = step.to.flatMap({ self[$0] }) else {
        return .failure(.init(.divided(current)))
      }
      guard seen.insert(next.id).inserted else { return .failure(.init(.circle(next))) }
      current = next
    }
    return .success(current)
  }

  /// The units of an earlier `day` that `unit` was made of.
  ///
  /// Only units of the same tier: a new commune is made of communes.
  public func origins(of unit: AdministrativeUnit, on day: CalendarDate) -> UnitOrigins {
    var units: [AdministrativeUnit] = []
    var obstacles: [UnitObstacle] = []
    var path: Set<String> = []
    func visit(_ unit: AdministrativeUnit) {
      if unit.validity.contains(day) {
        if !units.contains(unit) { units.append(unit) }
        return
      }
      guard path.insert(unit.id).inserted else {
        obstacles.append(.circle(unit))
        return
      }
      defer { path.remove(unit.id) }
      let steps = predecessionsOnOwnLevel(of: unit)
      if steps.isEmpty || unit.validity.hasBegun(by: day) {
        obstacles.append(.unknownPredecessor(of: unit))
        return
      }
      for step in steps {
        guard let from = step.from.flatMap({ self[$0] }) else {
          obstacles.append(.unknownPredecessor(of: unit))
          continue
        }
        if !step.isConfirmed {
          obstacles.append(.unconfirmedPredecessor(from, of: unit))
        } else if step.extent != .whole {
          obstacles.append(.partialPredecessor(from, of: unit))
        }
        visit(from)
      }
    }
    visit(unit)
    return UnitOrigins(units: units, obstacles: obstacles)
  }
}

/// A unit that cannot be carried.
public struct UnitRefusal: Error, Hashable, Sendable {
  /// Why not.
  public let obstacle: UnitObstacle

  /// Makes a refusal.
  public init(_ obstacle: UnitObstacle) { self.obstacle = obstacle }
}
