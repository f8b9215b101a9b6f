@testable import SurveyModel

/// A made-up province with two towns that were merged, divided and half recorded.
enum SmallRegister {
  static let reform = day("2030-01-01")
  static let before = day("2029-06-01")
  static let after = day("2030-06-01")

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? .epoch
  }

  static func place(_ line: Int) -> SourceLocation {
    SourceLocation(file: "units.csv", line: line, column: 1)
  }

  static func old(
    _ id: String,
    _ name: String,
    _ kind: UnitKind,
    in parent: String? = nil,
    code: String? = nil,
    line: Int = 1
  ) -> AdministrativeUnit {
    AdministrativeUnit(
      id: id,
      code: code,
      name: name,
      kind: kind,
      parent: parent,
      validity: UnitValidity(to: .day(day("2029-12-31"))),
      location: place(line)
    )
  }

  static func new(
    _ id: String,
    _ name: String,
    _ kind: UnitKind,
    in parent: String? = nil,
    code: String? = nil,
    line: Int = 1
  ) -> AdministrativeUnit {
    AdministrativeUnit(
      id: id,
      code: code,
      name: name,
      kind: kind,
      parent: parent,
      validity: UnitValidity(from: .day(reform)),
      location: place(line)
    )
  }

  static func step(
    _ from: String?,
    _ to: String?,
    _ extent: UnitSuccession.Extent? = .whole,
    confirmed: Bool = true,
    line: Int = 1
  ) -> UnitSuccession {
    UnitSuccession(
      from: from,
      to: to,
      date: reform,
      extent: extent,
      isConfirmed: confirmed,
      location: SourceLocation(file: "successions.csv", line: line, column: 1)
    )
  }

  /// Two towns: `a` becomes `n1` and `n2` exactly; `b` shares `n3` with a commune of `a district`,
  /// is divided in `b4`, and has a new unit of which nothing is known.
  static let units: [AdministrativeUnit] = [
    AdministrativeUnit(id: "tinh", name: "Hòa Bình", kind: .province, location: place(1)),
    old("a", "Bắc", .town, in: "tinh"), old("b", "Nam", .town, in: "tinh"),
    old("c", "Đông", .ruralDistrict, in: "tinh"),
    old("a1", "1", .ward, in: "a"), old("a2", "2", .ward, in: "a"),
    old("a3", "Thoả Mãn", .commune, in: "a", code: "00001"),
    old("b1", "1", .ward, in: "b"), old("b2", "Bình An", .commune, in: "b"),
    old("b3", "Bình Minh", .commune, in: "b"), old("b4", "Bình Yên", .commune, in: "b"),
    old("c1", "Cù Lao", .commune, in: "c"),
    new("n1", "Bắc", .ward, in: "tinh", code: "00001"),
    new("n2", "Thỏa Mãn", .commune, in: "tinh"), new("n3", "Nam", .ward, in: "tinh"),
    new("n4", "Bình An", .commune, in: "tinh"), new("n5", "Mới", .commune, in: "tinh"),
    new("n6", "Đảo", .specialZone, in: "tinh"), new("n7", "Ven", .commune, in: "tinh"),
  ]

  static let successions: [UnitSuccession] = [
    step("a", "n1", .part), step("a", "n2", .part), step("b", "n3", .part),
    step("b", "n4", .part), step("b", "n5", .part), step("b", "n7", .part),
    step("c", "n3", .part), step("c", nil, .part, confirmed: false),
    step("a1", "n1"), step("a2", "n1"), step("a3", "n2"), step("b1", "n3"), step("c1", "n3"),
    step("b2", "n4"), step("b4", "n4", .part), step("b4", "n5", .part),
    step("b3", "n7", confirmed: false), step(nil, "n6", nil, confirmed: false),
  ]

  static let register = UnitRegister(units: units, successions: successions)

  static func unit(_ id: String) -> AdministrativeUnit {
    register[id]
      ?? AdministrativeUnit(id: "?", name: "?", kind: .commune, location: place(0))
  }
}
