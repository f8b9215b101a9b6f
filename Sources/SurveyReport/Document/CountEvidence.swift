package import SurveyAnalysis
package import SurveyModel

/// All that a verdict on counts rests on, for programs that read the report.
package struct CountEvidence: Hashable, Sendable {
  /// The target's name in the plan.
  package let target: String
  /// What is counted, and what is to be reached.
  package let aim: AdministrativeTarget
  /// The days that are reported on.
  package let days: ClosedRange<CalendarDate>
  /// The place; nothing for the whole office.
  package let place: String?
  /// What the record says.
  package let result: CountResult

  /// The share, or the number; nothing where several periods are judged.
  package var value: Double? {
    guard result.parts.count == 1, let figure = result.parts[0].figure else { return nil }
    return figure.all == nil ? Double(figure.done) : figure.share
  }

  /// What a verdict of a target rests on.
  package init(
    _ result: CountResult,
    of target: Target,
    in assessment: CountAssessment,
    place: String?
  ) {
    self.target = target.id
    self.aim = assessment.aim
    self.days = assessment.days
    self.place = place
    self.result = result
  }
}
