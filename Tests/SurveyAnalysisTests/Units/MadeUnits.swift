import SurveyModel
import SurveyStatistics

@testable import SurveyAnalysis

/// A made-up reform in which each new commune is made of some former ones.
struct MadeUnits {
  static let reform = CalendarDate(year: 2030, month: 1, day: 1) ?? .epoch
  static let before = CalendarDate(year: 2029, month: 6, day: 1) ?? .epoch
  static let after = CalendarDate(year: 2030, month: 6, day: 1) ?? .epoch

  /// How a former commune went.
  enum Way: Hashable {
    case whole
    case part
    case unconfirmed
  }

  /// For each former commune the new one that it went to, and how.
  let ways: [(new: Int, way: Way)]
  let register: UnitRegister

  init(_ ways: [(new: Int, way: Way)]) {
    self.ways = ways
    let last = Self.reform.adding(days: -1) ?? Self.reform
    let place = SourceLocation(file: "units.csv", line: 1, column: 1)
    var units = [AdministrativeUnit(id: "tinh", name: "Tỉnh", kind: .province, location: place)]
    var steps: [UnitSuccession] = []
    for new in Set(ways.map(\.new)).sorted() {
      units.append(
        AdministrativeUnit(
          id: "m\(new)",
          code: "0000\(new)",
          name: "Mới \(new)",
          kind: .commune,
          parent: "tinh",
          validity: UnitValidity(from: .day(Self.reform)),
          location: place
        )
      )
    }
    for (old, way) in ways.enumerated() {
      units.append(
        AdministrativeUnit(
          id: "c\(old)",
          name: "Cũ \(old)",
          kind: .commune,
          parent: "tinh",
          validity: UnitValidity(to: .day(last)),
          location: place
        )
      )
      steps.append(
        UnitSuccession(
          from: "c\(old)",
          to: "m\(way.new)",
          date: Self.reform,
          extent: way.way == .part ? .part : .whole,
          isConfirmed: way.way != .unconfirmed,
          location: place
        )
      )
    }
    register = UnitRegister(units: units, successions: steps)
  }

  /// Interviews with place, day and a yes or no.
  static func data(_ rows: [(place: String, day: CalendarDate, yes: Bool)]) -> Dataset {
    var date = Made.question("ngay", .date)
    date.role = .interviewDate
    let questionnaire = Made.questionnaire(
      [
        Made.question("don_vi", .text), date,
        Made.question("y", .selectOne(Made.choices(["0", "1"]))),
      ],
      indicators: [Made.indicator("share", .share(item: "y", codes: ["1"]))]
    )
    return Made.data(
      questionnaire,
      [rows.map(\.place), rows.map(\.day.description), rows.map { $0.yes ? "1" : "0" }]
    )
  }
}
