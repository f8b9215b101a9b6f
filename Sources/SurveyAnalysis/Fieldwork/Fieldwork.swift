package import SurveyModel

/// What became of the forms that were handed out, and the response rates that follow.
///
/// Rates as the American Association for Public Opinion Research defines them (Standard Definitions,
/// 10th edition, 2023), with I complete interviews, P forms that came back and do not count, R
/// refusals, NC people not reached, O others who could not be asked and U of unknown eligibility:
///
///     RR1 = I / (I + P + R + NC + O + U)
///     RR3 = I / (I + P + R + NC + O + e U)    e = (I + P + R + NC + O) / (I + P + R + NC + O + NE)
package struct Fieldwork: Hashable, Sendable {
  /// A number with the evidence for it.
  package struct Figure: Hashable, Sendable {
    package let outcome: FieldworkCounts.Outcome
    package let value: Int
    package let evidence: [String]
  }

  /// What the office counted, in the order of outcomes.
  package let figures: [Figure]
  /// Interviews that count.
  package let complete: Int
  /// Periods whose counts cannot be those of what was counted inside them.
  package let mismatches: [CountTally.Mismatch]

  /// Looks up the counts of `names` that lie within `days`; nil when none of them was entered.
  ///
  /// Counts of a period and of its parts are not added to each other, but told apart by
  /// `CountTally`, place by place.
  package init?(
    _ names: FieldworkCounts,
    complete: Int,
    in book: CountBook,
    days: ClosedRange<CalendarDate>
  ) {
    self.complete = complete
    var mismatches: [CountTally.Mismatch] = []
    figures = FieldworkCounts.Outcome.allCases.compactMap { outcome in
      guard let name = names.names[outcome] else { return nil }
      let counts = book.counts.filter { $0.subject.name == name }
      // A count for the whole is not added to those of its places.
      let whole = CountTally(counts.filter { $0.subject.place == nil }, in: days)
      let places = Set(counts.compactMap(\.subject.place)).sorted().map { place in
        CountTally(counts.filter { $0.subject.place == place }, in: days)
      }
      let used = (whole.counts.isEmpty ? places : [whole]).filter { !$0.counts.isEmpty }
      guard !used.isEmpty else { return nil }
      let sum = used.reduce(into: (value: 0, tooLarge: false)) { sum, tally in
        let (value, overflow) = sum.value.addingReportingOverflow(tally.sum)
        sum = (value, sum.tooLarge || overflow || tally.sum == .max)
      }
      guard !sum.tooLarge else { return nil }
      mismatches += used.compactMap(\.mismatch)
      return Figure(
        outcome: outcome,
        value: sum.value,
        evidence: used.flatMap(\.counts).map(\.evidence).filter { !$0.isEmpty }
      )
    }
    self.mismatches = mismatches
    if figures.isEmpty { return nil }
  }

  /// The number of an outcome.
  package subscript(_ outcome: FieldworkCounts.Outcome) -> Int? {
    figures.first { $0.outcome == outcome }?.value
  }

  /// Forms that came back and do not count.
  package var unusable: Int? {
    self[.returned].flatMap { $0 >= complete ? $0 - complete : nil }
  }

  /// People who could have answered and did not, but for those of unknown eligibility; what is not
  /// counted apart is what is missing of the forms handed out.
  private var others: Int? {
    let counted = [self[.refused], self[.notReached], self[.unable]].compactMap { $0 }
    let back = self[.returned].map { max($0, complete) } ?? complete
    if counted.isEmpty {
      guard let issued = self[.issued] else { return nil }
      let rest = issued - back - (self[.unknown] ?? 0) - (self[.ineligible] ?? 0)
      return rest >= 0 ? rest : nil
    }
    return counted.reduce(0, +)
  }

  /// The minimum response rate: everybody of unknown eligibility counts as eligible.
  package var minimumRate: (complete: Int, of: Int)? {
    guard let others else { return nil }
    let all = complete + (unusable ?? 0) + others + (self[.unknown] ?? 0)
    return all > 0 ? (complete, all) : nil
  }

  /// The response rate when as many of unknown eligibility are eligible as of the others; nil when
  /// eligibility is known of all.
  package var estimatedRate: Double? {
    guard let unknown = self[.unknown], unknown > 0, let others else { return nil }
    let eligible = Double(complete + (unusable ?? 0) + others)
    let known = eligible + Double(self[.ineligible] ?? 0)
    guard known > 0 else { return nil }
    let share = eligible / known
    return Double(complete) / (eligible + share * Double(unknown))
  }

  /// What cannot be true together.
  package enum Contradiction: Hashable, Sendable {
    /// More came back than were handed out.
    case returnedAboveIssued(returned: Int, issued: Int)
    /// More interviews count than came back.
    case completeAboveReturned(complete: Int, returned: Int)
    /// The outcomes add up to more than were handed out.
    case outcomesAboveIssued(outcomes: Int, issued: Int)
    /// The count of a period cannot be that of what was counted inside it.
    case partsDisagree(CountTally.Mismatch)
  }

  /// What cannot be true together.
  package var contradictions: [Contradiction] {
    var found = mismatches.map { Contradiction.partsDisagree($0) }
    if let issued = self[.issued], let returned = self[.returned], returned > issued {
      found.append(.returnedAboveIssued(returned: returned, issued: issued))
    }
    if let returned = self[.returned], complete > returned {
      found.append(.completeAboveReturned(complete: complete, returned: returned))
    }
    if let issued = self[.issued] {
      let outcomes: [FieldworkCounts.Outcome] = [
        .refused, .notReached, .unable, .unknown, .ineligible,
      ]
      let sum =
        outcomes.compactMap { self[$0] }.reduce(0, +) + max(self[.returned] ?? 0, complete)
      if sum > issued { found.append(.outcomesAboveIssued(outcomes: sum, issued: issued)) }
    }
    return found
  }
}
