import SurveyModel

/// Adds up what was done in days, from counts of periods and days inside them.
///
/// Months lie in quarters and these in years, so that counts never lie across each other. A count
/// that was entered after its period stands for all that lies in it; one that was entered before is a
/// count so far, and the larger of it and its parts holds.
struct CountTally {
  /// What was done at least.
  private(set) var sum = 0
  /// Whether no more can have been done.
  private(set) var isComplete = false
  /// The counts that it is made of.
  private(set) var counts: [AdministrativeCount] = []
  /// The days that are completely counted.
  private(set) var settled: [ClosedRange<CalendarDate>] = []

  /// Adds up those of `counts` that lie inside `days`.
  init(_ counts: [AdministrativeCount], in days: ClosedRange<CalendarDate>) {
    let inside = counts.filter { $0.subject.span.days.lies(in: days) }
    let whole = inside.first { $0.isOfPeriod && $0.subject.span.days == days }
    if let whole, whole.isFinal {
      (sum, isComplete, self.counts, settled) = (whole.value, true, [whole], [days])
      return
    }
    let rest = inside.filter { $0 != whole }
    let outer = rest.filter { count in
      !rest.contains { other in
        other.isOfPeriod && other.subject.span.days != count.subject.span.days
          && count.subject.span.days.lies(in: other.subject.span.days)
      }
    }
    for count in outer.sorted(by: { $0.subject.span < $1.subject.span }) {
      guard count.isOfPeriod else {
        // Something done on a day says nothing about the other days.
        sum += count.value
        self.counts.append(count)
        continue
      }
      let part = CountTally(rest, in: count.subject.span.days)
      sum += part.sum
      self.counts += part.counts
      settled += part.settled
    }
    isComplete = settled.reduce(0) { $0 + $1.dayCount } == days.dayCount
    if let whole, whole.value >= sum {
      (sum, self.counts) = (whole.value, [whole])
    }
  }
}

extension AdministrativeCount {
  /// Whether it speaks of a period, and not of a day.
  var isOfPeriod: Bool {
    if case .period = subject.span { true } else { false }
  }
}

extension ClosedRange<CalendarDate> {
  /// Whether all days lie in those of another range.
  func lies(in other: Self) -> Bool {
    other.lowerBound <= lowerBound && upperBound <= other.upperBound
  }

  /// The number of days.
  var dayCount: Int { upperBound.daysSince1970 - lowerBound.daysSince1970 + 1 }
}
