package import SurveyModel

/// Interviews divided by former units that go on as areas, before and after.
package struct CarriedAreas: Sendable {
  /// The day whose units make up the areas.
  package let day: CalendarDate
  /// The areas that were asked for, also those that are not exact.
  package let areas: [AnalyticArea]
  /// For each interview its place in ``areas``; −1 for none.
  ///
  /// Nobody is counted in an area that is not exact: before and after it would hold other people.
  package let codes: [Int]
  private let source: Question

  /// Divides interviews by the areas of former `units` as they are on `day`.
  ///
  /// An interview before the reform belongs to an area when its unit was the former unit or below
  /// it, one after it when its unit is one of the area. Of areas that overlap the first one counts.
  package init(_ units: [AdministrativeUnit], _ places: UnitPlaces, on day: CalendarDate) {
    self.day = day
    source = places.question
    let register = places.register
    let areas = units.map { register.area(of: $0, on: day) }
    self.areas = areas
    var known: [String: Int] = [:]
    codes = places.places.map { place in
      guard case .unit(let unit) = place else { return -1 }
      if let code = known[unit.id] { return code }
      let above = Set(([unit] + register.ancestors(of: unit)).map(\.id))
      let code = areas.firstIndex { area in
        guard area.isExact else { return false }
        return above.contains(area.unit.id) || area.members.contains { above.contains($0.id) }
      }
      known[unit.id] = code ?? -1
      return code ?? -1
    }
  }

  /// A question whose options are the exact areas, and its answers.
  package func derived(_ id: String? = nil) -> (question: Question, column: Dataset.Column) {
    let exact = areas.indices.filter { areas[$0].isExact }
    return UnitQuestion.make(
      id ?? "\(source.id)_cu",
      label: source.label.adding(vietnamese: "theo địa bàn cũ", english: "by former areas"),
      list: ChoiceList(
        id: "areas",
        choices: exact.map { Choice(code: areas[$0].unit.id, label: areas[$0].label) }
      ),
      positions: UnitQuestion.positions(of: codes, among: exact),
      of: source
    )
  }
}
