import SurveyAnalysis
package import SurveyModel
import SurveyReport
import SurveyStatistics

/// How interviews of former units are counted in those of one day.
package struct UnitCarry: Hashable, Sendable {
  /// The question that asks for the place.
  package var question: String
  /// The folder of the register.
  package var folder: String
  /// The day whose units are meant; by default that of the reform, 1 July 2025.
  package var day = CalendarDate(year: 2025, month: 7, day: 1) ?? .epoch
  /// The name or id of a unit in and around which places are looked up.
  package var within: String?
  /// Former units that go on as areas, by name or id.
  package var areas: [String] = []
  /// How merged provinces get a result for the time before.
  package var merger = MergerRule.none.rawValue
  /// People of former provinces by the id of the unit.
  package var populations: [String: Double] = [:]

  /// Carries by `question` with the register in `folder`.
  package init(question: String, folder: String) {
    self.question = question
    self.folder = folder
  }

  /// Refuses words that mean nothing.
  package func check() throws(UsageProblem) {
    let _: MergerRule = try UsageProblem.parse(merger, "--merger")
  }
}

/// Interviews with the derived questions, and what a report says about them.
struct CarriedInterviews {
  /// The interviews, divided also by the units of the day and by areas.
  let data: Dataset
  /// The derived questions.
  let groups: [String]
  let carried: CarriedUnits
  let areas: CarriedAreas?
  let rule: MergerRule
  let populations: [String: Double]
  let digest: String

  /// A day before the merger of provinces; nil where the rule asks for no results of before.
  private var before: CalendarDate? {
    let first = carried.places.days.compactMap { $0 }.min()
    guard rule != .none, let before = first ?? carried.day.adding(days: -1), before < carried.day
    else { return nil }
    return before
  }

  /// The former provinces whose results the chapter on units tells.
  var former: GroupVariable? {
    before.flatMap { carried.formerProvinces(of: data, before: $0) }
  }

  /// The chapter on units, with merged provinces as they were before.
  func chapter(design: SampleDesign) throws(SampleDesignError) -> UnitChapter {
    var mergers: [UnitChapter.Merger] = []
    if let before {
      let question = former?.question.id
      mergers = try carried.mergers(
        of: data,
        design: design,
        rule: rule,
        populations: populations,
        before: before
      ).map { indicator, result in
        UnitChapter.Merger(
          indicator: indicator.indicator.id,
          label: indicator.indicator.label,
          unit: indicator.unit,
          result: result,
          question: question
        )
      }
    }
    return UnitChapter(carried, areas: areas, mergers: mergers, rule: rule, digest: digest)
  }
}

extension Workflow {
  /// Divides `data` by the units of a day; they are compared with the day `since`, by default that of
  /// the first interview.
  func carry(
    _ data: Dataset,
    _ carry: UnitCarry,
    since: CalendarDate? = nil
  ) throws(WorkflowError) -> CarriedInterviews {
    let files = try unitRegister(in: carry.folder)
    let family = try carry.within.map { text throws(WorkflowError) in try self.family(text, files) }
    let former = try carry.areas.map { text throws(WorkflowError) in
      try formerUnit(text, before: carry.day, files)
    }
    return try attempt {
      let places = try UnitPlaces(
        carry.question,
        in: data,
        register: files.register,
        family: family
      )
      let units = CarriedUnits(places, to: carry.day, since: since)
      let areas = former.isEmpty ? nil : CarriedAreas(former, places, on: carry.day)
      let derived = [units.derived()] + (areas.map { [$0.derived()] } ?? [])
      let named = derived.filter { !($0.question.kind.choiceList?.choices.isEmpty ?? true) }
      return CarriedInterviews(
        data: data.adding(named),
        groups: named.map(\.question.id),
        carried: units,
        areas: areas,
        rule: MergerRule(rawValue: carry.merger) ?? .none,
        populations: carry.populations,
        digest: files.digest
      )
    }
  }

  /// A unit that had ended by `day`.
  private func formerUnit(
    _ text: String,
    before day: CalendarDate,
    _ files: UnitFiles
  ) throws(WorkflowError) -> AdministrativeUnit {
    let before = day.adding(days: -1) ?? day
    switch files.register.match(text, on: before) {
    case .one(let unit): return unit
    case .several(let units), .otherDays(let units):
      throw WorkflowError(UnitProblem.several(text, units), at: files.folder)
    case .none(let nearest):
      throw WorkflowError(UnitProblem.unknown(text, nearest: nearest), at: files.folder)
    }
  }
}
