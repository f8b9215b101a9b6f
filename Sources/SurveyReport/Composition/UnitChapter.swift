package import SurveyAnalysis
package import SurveyModel

/// What a report says about places that are not what they were.
package struct UnitChapter: Sendable {
  /// An indicator of merged units for the time before, by a named rule.
  package struct Merger: Sendable {
    /// The name of the indicator.
    package let indicator: String
    /// How the indicator is called.
    package let label: LocalizedText
    /// The scale on which it is read.
    package let unit: IndicatorUnit
    /// The result with its parts.
    package let result: MergedResult
    /// The question whose groups are the former units; nil where no table shows them.
    package let question: String?

    /// Names a result.
    package init(
      indicator: String,
      label: LocalizedText,
      unit: IndicatorUnit,
      result: MergedResult,
      question: String? = nil
    ) {
      self.indicator = indicator
      self.question = question
      self.label = label
      self.unit = unit
      self.result = result
    }
  }

  /// The interviews of the wave or period that is compared with, by the same units.
  package struct Before: Sendable {
    /// How the wave or period is called.
    package let label: String
    /// Its interviews by the units of the day.
    package let carried: CarriedUnits

    /// Names interviews.
    package init(label: String, carried: CarriedUnits) {
      self.label = label
      self.carried = carried
    }

    /// The units of which former ones are silent, so that the figure before is that of a part.
    package var partial: [CarriedUnits.NewUnit] { carried.units.filter { !$0.silent.isEmpty } }
  }

  /// Interviews by the units of a day.
  package var carried: CarriedUnits
  /// The interviews that are compared with; nothing where there are none.
  package var before: Before?
  /// Former units that go on as areas.
  package var areas: CarriedAreas?
  /// Merged units before their merger.
  package var mergers: [Merger]
  /// The rule for merged units.
  package var rule: MergerRule
  /// The SHA-256 of the register.
  package var digest: String?

  /// Puts a chapter together.
  package init(
    _ carried: CarriedUnits,
    areas: CarriedAreas? = nil,
    mergers: [Merger] = [],
    rule: MergerRule = .none,
    digest: String? = nil
  ) {
    self.carried = carried
    self.areas = areas
    self.mergers = mergers
    self.rule = rule
    self.digest = digest
  }

  /// Whether the figure before of a group is that of a part of the unit only.
  func isPartial(_ level: GroupVariable.Level, of question: Question) -> Bool {
    question.id == carried.questionID
      && before?.partial.contains { ($0.unit.code ?? $0.unit.id) == level.code } == true
  }
}
