/// Which unit somebody means.
public enum UnitMatch: Hashable, Sendable {
  case one(AdministrativeUnit)
  /// Several units have the name on that day.
  case several([AdministrativeUnit])
  /// Units have the name or the code, but not on that day.
  case otherDays([AdministrativeUnit])
  /// No unit has it; the nearest name, if it may be a slip of the hand.
  case none(nearest: String?)
}

extension UnitRegister {
  /// The unit that `text` means on `day`: a name, a code or an id of the register.
  ///
  /// Names are compared by ``MatchingKey``, with or without their kind (`Phường Vĩnh Châu`,
  /// `P. Vĩnh Châu`, `Vĩnh Châu`). What stands after a comma or in brackets are units above, such as
  /// in `phường 1, thị xã Ngã Năm`; words that call data made up are passed over.
  ///
  /// - Parameters:
  ///   - text: What somebody wrote.
  ///   - day: The day of which it is asked; without it, any.
  ///   - family: Only these ids may be meant; see ``family(of:)``.
  /// - Returns: The unit, or why it is not clear which.
  public func match(
    _ text: String,
    on day: CalendarDate?,
    in family: Set<String>? = nil
  ) -> UnitMatch {
    if let unit = self[text.trimmed] {
      return day.map { unit.validity.contains($0) } ?? true ? .one(unit) : .otherDays([unit])
    }
    let parts = text.split { $0 == "," || $0 == "(" || $0 == ")" || $0 == ";" }
      .map { $0.trimmed }.filter { !$0.isEmpty }
    guard let head = parts.first else { return .none(nearest: nil) }
    let above = parts.dropFirst().filter { !Self.madeUp.contains(MatchingKey($0).text) }
      .map { UnitPhrase($0) }
    let coded = units(code: head)
    let named = coded.isEmpty ? units(meant: UnitPhrase(head)) : coded
    let possible = named.filter { unit in
      (family?.contains(unit.id) ?? true)
        && above.allSatisfy { phrase in
          ancestors(of: unit).contains { phrase.means($0) }
        }
    }
    let valid = possible.filter { unit in day.map { unit.validity.contains($0) } ?? true }
    if let unit = valid.first { return valid.count == 1 ? .one(unit) : .several(valid) }
    return possible.isEmpty ? .none(nearest: nearest(to: head)) : .otherDays(possible)
  }

  private static let madeUp: Set<String> = ["giả lập", "made up"]

  private func units(meant phrase: UnitPhrase) -> [AdministrativeUnit] {
    names.places(of: phrase).map { units[$0] }.filter { phrase.allows($0.kind) }
  }

  /// The title nearest to what was written, first by letters without marks.
  private func nearest(to text: String) -> String? {
    let key = MatchingKey(text).withoutMarks
    let titles = (units.map { $0.title(in: .vietnamese) } + units.map(\.name))
      .filter { !$0.allSatisfy(\.isNumber) }
    return titles.first { MatchingKey($0).withoutMarks == key }
      ?? nearestName(to: text, among: titles)
  }
}

extension UnitPhrase {
  /// Whether the words are a name of `unit`.
  fileprivate func means(_ unit: AdministrativeUnit) -> Bool {
    UnitNames.key(unit.name) == name && allows(unit.kind)
  }
}
