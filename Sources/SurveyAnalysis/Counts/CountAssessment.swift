package import SurveyModel

/// What a report looks at: the record of counts, its days, and the day on which it is made.
package struct CountContext: Sendable {
  /// The record.
  package let book: CountBook
  /// The days that are reported on: a year, or a quarter of it.
  package let days: ClosedRange<CalendarDate>
  /// The day on which the report is made.
  package let today: CalendarDate

  /// Makes a context.
  package init(book: CountBook, days: ClosedRange<CalendarDate>, today: CalendarDate) {
    self.book = book
    self.days = days
    self.today = today
  }
}

/// A target on a count with what the record says about it.
package struct CountAssessment: Sendable {
  /// The target.
  package let aim: AdministrativeTarget
  /// The days that are reported on.
  package let days: ClosedRange<CalendarDate>
  /// The day on which the report is made.
  package let today: CalendarDate
  /// What holds for the whole office; nothing where only places were counted.
  package let overall: CountResult?
  /// What holds for each place that was counted apart, by name.
  package let places: [(place: String, result: CountResult)]

  /// All results, that of the whole office first.
  package var results: [CountResult] { (overall.map { [$0] } ?? []) + places.map(\.result) }
}

/// What the record says about one target in one place.
package struct CountResult: Hashable, Sendable {
  /// What follows for the target.
  package let verdict: Verdict
  /// The parts of time that are judged: one for each period of `every`, else one in all.
  package let parts: [CountPart]

  /// The periods that are over and have no count, or an incomplete one.
  package var missing: [Period] { parts.flatMap(\.missing) }
}

/// A part of time, with what was counted in it.
package struct CountPart: Hashable, Sendable {
  /// How it stands.
  package enum State: Hashable, Sendable {
    case met
    case notMet
    /// It is over, and what was entered does not tell.
    case missing
    /// It is not over, and what was entered so far does not reach the target.
    case running
    /// It has not begun.
    case ahead
    /// There was nothing to do, so that there is no share.
    case nothingToDo
    /// More was done than there was to do, by counts of different days, or the count of a period cannot
    /// be that of what was counted inside it.
    case contradictory
  }

  /// Its days.
  package let days: ClosedRange<CalendarDate>
  /// The period that it is; nothing for other days.
  package let period: Period?
  /// How it stands.
  package let state: State
  /// What was counted; nothing where no figure can be made.
  package let figure: CountFigure?
  /// The periods in it that are over and not completely counted.
  package let missing: [Period]
  /// The counts of the target that nothing was entered for in these days.
  package let absent: [String]
  /// A period whose count cannot be that of what was counted inside it.
  package let mismatch: CountTally.Mismatch?
}

/// A count, or what was done of what there was to do.
package struct CountFigure: Hashable, Sendable {
  /// What was done.
  package let done: Int
  /// What there was to do, for a share.
  package let all: Int?
  /// The last day that it speaks of; for a share, what was done.
  package let until: CalendarDate
  /// The last day that what there was to do speaks of, which may be another one.
  package let allUntil: CalendarDate?
  /// Whether it speaks of all days of its part and was entered when they were over.
  package let isComplete: Bool
  /// The counts that it is made of.
  package let counts: [AdministrativeCount]

  /// What was done of 1.
  package var share: Double? {
    all.flatMap { $0 > 0 ? Double(done) / Double($0) : nil }
  }
}
