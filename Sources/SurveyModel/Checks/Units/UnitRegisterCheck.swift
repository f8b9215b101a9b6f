extension UnitRegister {
  /// Everything that keeps the register from answering exactly, and what it does not say.
  public func check() -> [Diagnostic] {
    let found = units.flatMap { unit in
      findings(of: unit).map { Diagnostic($0, at: unit.location) }
    }
    return (repeatedUnits + sharedCodes + found + successionFindings).sortedByPlace
  }

  private var repeatedUnits: [Diagnostic] {
    var first: [String: SourceLocation] = [:]
    return units.compactMap { unit in
      guard let earlier = first[unit.id] else {
        first[unit.id] = unit.location
        return nil
      }
      return Diagnostic(UnitFinding.unitTwice(unit.id, earlier: earlier), at: unit.location)
    }
  }

  private var sharedCodes: [Diagnostic] {
    var earlier: [String: [AdministrativeUnit]] = [:]
    var found: [Diagnostic] = []
    for unit in units {
      guard let code = unit.code else { continue }
      let other = earlier[code, default: []].first { $0.validity.overlaps(unit.validity) }
      if let other {
        found.append(Diagnostic(UnitFinding.codeTwice(code, with: other), at: unit.location))
      }
      earlier[code, default: []].append(unit)
    }
    return found
  }

  private func findings(of unit: AdministrativeUnit) -> [UnitFinding] {
    var found: [UnitFinding] = []
    if case .day(let first) = unit.validity.from, case .day(let last) = unit.validity.to,
      last < first
    {
      found.append(.daysReversed(unit))
    }
    if let id = unit.parent {
      if let parent = self[id] {
        if parent.kind.level >= unit.kind.level {
          found.append(.parentLevel(unit, parent: parent))
        } else if !parent.validity.covers(unit.validity) {
          found.append(.parentDays(unit, parent: parent))
        }
      } else {
        found.append(.unknownParent(id, nearest: nearestName(to: id, among: units.map(\.id))))
      }
    }
    if case .day = unit.validity.to, successions(of: unit).isEmpty {
      found.append(.noSuccessor(unit))
    }
    if case .day = unit.validity.from, predecessionsOnOwnLevel(of: unit).isEmpty {
      found.append(.noPredecessor(unit))
    }
    return found
  }

  private var successionFindings: [Diagnostic] {
    var first: [[String?]: SourceLocation] = [:]
    var found: [Diagnostic] = []
    for succession in successions {
      let sides = [succession.from, succession.to]
      func report(_ finding: UnitFinding) {
        found.append(Diagnostic(finding, at: succession.location))
      }
      if let earlier = first[sides] { report(.successionTwice(earlier: earlier)) }
      first[sides] = first[sides] ?? succession.location
      for finding in findings(of: succession) { report(finding) }
    }
    return found
  }

  private func findings(of succession: UnitSuccession) -> [UnitFinding] {
    if succession.from == nil, succession.to == nil { return [.bothSidesEmpty] }
    var found: [UnitFinding] = []
    for id in [succession.from, succession.to].compactMap({ $0 }) where self[id] == nil {
      found.append(.unknownSide(id, nearest: nearestName(to: id, among: units.map(\.id))))
    }
    let from = succession.from.flatMap { self[$0] }
    let to = succession.to.flatMap { self[$0] }
    if succession.isConfirmed,
      succession.from == nil || succession.to == nil || succession.date == nil
        || succession.extent == nil
    {
      found.append(.confirmedIncomplete)
    }
    let dayBefore = succession.date.flatMap { $0.adding(days: -1) }
    if let from, from.validity.to != dayBefore.map({ .day($0) }) ?? .unknown {
      found.append(.endsOtherwise(from))
    }
    if let to, to.validity.from != succession.date.map({ .day($0) }) ?? .unknown {
      found.append(.beginsOtherwise(to))
    }
    if let from, succession.extent == .whole, successions(of: from).count > 1 {
      found.append(.wholeAndMore(from))
    }
    if let from, let to, leads(from: to, to: from) { found.append(.circle(from)) }
    if let from, let to, let district = missingDistrict(of: from, into: to) {
      found.append(.districtDisagrees(district, into: to, child: from))
    }
    return found
  }

  private func leads(from start: AdministrativeUnit, to goal: AdministrativeUnit) -> Bool {
    var open = [start]
    var seen: Set<String> = [start.id]
    while let unit = open.popLast() {
      if unit.id == goal.id { return true }
      for id in successions(of: unit).compactMap(\.to) where seen.insert(id).inserted {
        if let next = self[id] { open.append(next) }
      }
    }
    return false
  }

  /// The district above an old unit, when its own successions leave out where the unit went.
  private func missingDistrict(
    of unit: AdministrativeUnit,
    into: AdministrativeUnit
  ) -> AdministrativeUnit? {
    guard let district = parent(of: unit), district.kind.level == .district,
      district.validity.to == unit.validity.to
    else { return nil }
    let rows = successions(of: district)
    guard !rows.isEmpty, !rows.contains(where: { $0.to == into.id }) else { return nil }
    return district
  }
}
