/// Adds up what was done in days, from counts of periods and days inside them.
///
/// Months lie in quarters and these in years, so that counts never lie across each other. A count
/// that was entered after its period stands for all that lies in it; one that was entered before is a
/// count so far, and the larger of it and its parts holds.
package struct CountTally {
  /// A period whose count cannot be that of what was counted inside it.
  ///
  /// It was counted when it was over, with less in it than inside it; or all that lies inside it was
  /// counted, and there is less of it.
  package struct Mismatch: Hashable, Sendable {
    /// The count of the whole period.
    package let whole: AdministrativeCount
    /// What was counted inside it.
    package let parts: Int
  }

  /// What was done at least.
  package private(set) var sum = 0
  /// Whether no more can have been done.
  package private(set) var isComplete = false
  /// The counts that it is made of.
  package private(set) var counts: [AdministrativeCount] = []
  /// The days that are completely counted.
  package private(set) var settled: [ClosedRange<CalendarDate>] = []
  /// What cannot be true together, so that no sum holds.
  package private(set) var mismatch: Mismatch?

  /// Adds up those of `counts` that lie inside `days`.
  package init(_ counts: [AdministrativeCount], in days: ClosedRange<CalendarDate>) {
    let inside = counts.filter { $0.subject.span.days.lies(in: days) }
    let whole = inside.first { $0.isOfPeriod && $0.subject.span.days == days }
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
        add(count.value)
        self.counts.append(count)
        continue
      }
      let part = CountTally(rest, in: count.subject.span.days)
      add(part.sum)
      self.counts += part.counts
      settled += part.settled
      mismatch = mismatch ?? part.mismatch
    }
    isComplete = settled.reduce(0) { $0 + $1.dayCount } == days.dayCount
    if let whole, whole.isFinal && sum > whole.value || isComplete && sum < whole.value {
      mismatch = Mismatch(whole: whole, parts: sum)
    }
    if let whole, whole.isFinal {
      (sum, isComplete, self.counts, settled) = (whole.value, true, [whole], [days])
      return
    }
    if let whole, whole.value >= sum {
      (sum, self.counts) = (whole.value, [whole])
    }
  }

  /// Adds without a trap; no record of an office holds so much.
  private mutating func add(_ value: Int) {
    let (total, isTooLarge) = sum.addingReportingOverflow(value)
    sum = isTooLarge ? .max : total
  }
}

extension AdministrativeCount {
  /// Whether it speaks of a period, and not of a day.
  package var isOfPeriod: Bool {
    if case .period = subject.span { true } else { false }
  }
}

extension ClosedRange<CalendarDate> {
  /// Whether all days lie in those of another range.
  package func lies(in other: Self) -> Bool {
    other.lowerBound <= lowerBound && upperBound <= other.upperBound
  }

  /// The number of days.
  package var dayCount: Int { upperBound.daysSince1970 - lowerBound.daysSince1970 + 1 }
}
