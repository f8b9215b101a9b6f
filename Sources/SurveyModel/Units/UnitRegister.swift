/// Administrative units with the days on which they were valid, and what became of them.
///
/// Nothing is looked up by a code or a name alone: the day belongs to the question.
public struct UnitRegister: Sendable {
  /// The units in the order of their file.
  public let units: [AdministrativeUnit]
  /// The successions in the order of their file.
  public let successions: [UnitSuccession]

  private let places: [String: Int]
  private let placesByCode: [String: [Int]]
  private let childrenOf: [String: [Int]]
  private let successionsFrom: [String: [Int]]
  private let successionsTo: [String: [Int]]
  let names: UnitNames

  /// Makes a register; of units with the same id the first one counts.
  public init(units: [AdministrativeUnit], successions: [UnitSuccession]) {
    self.units = units
    self.successions = successions
    var places: [String: Int] = [:]
    for (place, unit) in units.enumerated() where places[unit.id] == nil { places[unit.id] = place }
    self.places = places
    func index<Key: Hashable>(_ keys: some Sequence<Key?>) -> [Key: [Int]] {
      var index: [Key: [Int]] = [:]
      for (place, key) in keys.enumerated() {
        if let key { index[key, default: []].append(place) }
      }
      return index
    }
    placesByCode = index(units.map(\.code))
    childrenOf = index(units.map(\.parent))
    successionsFrom = index(successions.map(\.from))
    successionsTo = index(successions.map(\.to))
    names = UnitNames(units)
  }

  /// The unit `id`.
  public subscript(id: String) -> AdministrativeUnit? { places[id].map { units[$0] } }

  /// All units that ever had `code`, in the order of the file.
  public func units(code: String) -> [AdministrativeUnit] {
    placesByCode[code, default: []].map { units[$0] }
  }

  /// The unit that had `code` on `day`.
  public func unit(code: String, on day: CalendarDate) -> AdministrativeUnit? {
    units(code: code).first { $0.validity.contains(day) }
  }

  /// The next unit above.
  public func parent(of unit: AdministrativeUnit) -> AdministrativeUnit? {
    unit.parent.flatMap { self[$0] }
  }

  /// All units above, the nearest first.
  public func ancestors(of unit: AdministrativeUnit) -> [AdministrativeUnit] {
    var chain: [AdministrativeUnit] = []
    var seen: Set<String> = [unit.id]
    var current = unit
    while let parent = parent(of: current), seen.insert(parent.id).inserted {
      chain.append(parent)
      current = parent
    }
    return chain
  }

  /// The units right below, on `day` or at any time.
  public func children(
    of unit: AdministrativeUnit,
    on day: CalendarDate? = nil
  ) -> [AdministrativeUnit] {
    childrenOf[unit.id, default: []].map { units[$0] }
      .filter { child in day.map { child.validity.contains($0) } ?? true }
  }

  /// What became of a unit: the successions in which it is the earlier one.
  public func successions(of unit: AdministrativeUnit) -> [UnitSuccession] {
    successionsFrom[unit.id, default: []].map { successions[$0] }
  }

  /// What a unit was made of: the successions in which it is the later one.
  public func predecessions(of unit: AdministrativeUnit) -> [UnitSuccession] {
    successionsTo[unit.id, default: []].map { successions[$0] }
  }

  /// What a unit was made of, without units of another tier: a district says nothing of which of
  /// its communes a new commune was made.
  public func predecessionsOnOwnLevel(of unit: AdministrativeUnit) -> [UnitSuccession] {
    predecessions(of: unit).filter { succession in
      guard let id = succession.from, let from = self[id] else { return true }
      return from.kind.level == unit.kind.level
    }
  }

  /// A unit, all that was ever below it, and what these were made of or became.
  ///
  /// Restricts names such as `phường 1`, which many towns have.
  public func family(of unit: AdministrativeUnit) -> Set<String> {
    var family: Set<String> = [unit.id]
    var open = [unit]
    while let next = open.popLast() {
      for child in children(of: next) where family.insert(child.id).inserted { open.append(child) }
    }
    func follow(_ step: (AdministrativeUnit) -> [String?], from ids: Set<String>) {
      var open = ids.compactMap { self[$0] }
      var seen = ids
      while let next = open.popLast() {
        for id in step(next).compactMap({ $0 }) where seen.insert(id).inserted {
          if let unit = self[id] { open.append(unit) }
        }
      }
      family.formUnion(seen)
    }
    let own = family
    follow({ self.successions(of: $0).map(\.to) }, from: own)
    follow({ self.predecessions(of: $0).map(\.from) }, from: own)
    return family
  }
}
