package import SurveyAnalysis
package import SurveyModel

/// What a report says about the study before its results.
package struct ReportHeader: Sendable {
  /// The office, from the plan.
  package var office: LocalizedText?
  /// What the reader must know about the plan.
  package var planNote: LocalizedText?
  /// The round of collection.
  package var wave: String?
  /// The period, where the report is on one in place of a wave.
  package var period: Period?
  /// The first and last interview date.
  package var fieldwork: ClosedRange<CalendarDate>?
  /// Interviews by mode.
  package var modes: [(mode: Mode, count: Int)]
  /// What of interviews with other versions of the form is not in the figures.
  package var versionNotes: [String] = []
  /// Places that are not what they were; nothing when nobody asked.
  package var units: UnitChapter?
  /// Rows that imports did not take.
  package var rejectedRows: Int
  /// What the office counted of the fieldwork.
  package var counted: Fieldwork?
  /// Why nothing is told of that, although something was counted.
  package var uncounted: FieldworkSilence?
  /// When the report was made.
  package var made: Timestamp
  /// Whether the answers are made up.
  package var isMadeUp: Bool
  /// Known true values of made-up data by indicator, in the indicator's unit.
  package var truth: [String: Double]

  /// Makes a header.
  package init(
    office: LocalizedText? = nil,
    planNote: LocalizedText? = nil,
    wave: String? = nil,
    fieldwork: ClosedRange<CalendarDate>? = nil,
    modes: [(mode: Mode, count: Int)] = [],
    rejectedRows: Int = 0,
    made: Timestamp,
    isMadeUp: Bool = false,
    truth: [String: Double] = [:]
  ) {
    self.office = office
    self.planNote = planNote
    self.wave = wave
    self.fieldwork = fieldwork
    self.modes = modes
    self.rejectedRows = rejectedRows
    self.made = made
    self.isMadeUp = isMadeUp
    self.truth = truth
  }
}
