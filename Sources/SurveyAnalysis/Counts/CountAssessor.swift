package import SurveyModel

/// Holds a target on counts against the record.
///
/// A number that is reported is taken as it is: it has no sampling error. What is not known is what
/// was not entered, and what the rest of a period may bring. A period that is not over cannot fail;
/// one that failed makes the target fail whatever comes later.
package struct CountAssessor {
  private let aim: AdministrativeTarget
  private let context: CountContext

  /// Prepares to judge a target.
  package init(_ aim: AdministrativeTarget, context: CountContext) {
    self.aim = aim
    self.context = context
  }

  /// What the record says; nothing where no count of the target was entered for the days.
  package func assessment() -> CountAssessment? {
    let last = parts.map(\.days.upperBound).max() ?? context.days.upperBound
    let first = parts.map(\.days.lowerBound).min() ?? context.days.lowerBound
    let counts = context.book.counts.filter { count in
      aim.names.contains(count.subject.name)
        && count.subject.span.days.lies(in: first...max(first, last))
        && count.subject.span.lastDay <= context.days.upperBound
    }
    guard !counts.isEmpty else { return nil }
    let byPlace = Dictionary(grouping: counts, by: \.subject.place)
    return CountAssessment(
      aim: aim,
      days: context.days,
      today: context.today,
      overall: byPlace[nil].map(result),
      places: byPlace.compactMap { place, counts in
        place.map { (place: $0, result: result(counts)) }
      }.sorted { VietnameseOrder.precedes($0.place, $1.place) }
    )
  }

  /// How the target stands in the whole office, whatever was entered.
  package func standing() -> CountResult {
    result(
      context.book.counts.filter { count in
        count.subject.place == nil && aim.names.contains(count.subject.name)
          && count.subject.span.lastDay <= context.days.upperBound
      }
    )
  }

  /// The periods that are over, or the days at hand, for which a count is still to be entered.
  package func needs(of name: String) -> [CountPart] {
    standing().parts.filter { part in
      switch part.state {
      case .missing: aim.of == nil || part.absent.contains(name) || part.absent.isEmpty
      case .running: aim.of != nil && part.absent.contains(name)
      case .met, .notMet, .ahead, .nothingToDo, .contradictory: false
      }
    }
  }

  /// The parts of time that are judged.
  private var parts: [(days: ClosedRange<CalendarDate>, period: Period?)] {
    let days = context.days
    guard let kind = aim.every else {
      return [(days, Plan.ReportPeriod.allCases.lazy.compactMap { days.period($0) }.first)]
    }
    var periods: [Period] = []
    var next: Period? = Period(kind, of: days.lowerBound)
    while let period = next, period.lastDay <= days.upperBound {
      // A period that began earlier ends in these days and is judged in them.
      periods.append(period)
      next = period.next
    }
    // Days inside one longer period tell how it stands so far.
    if periods.isEmpty { periods = [Period(kind, of: days.upperBound)] }
    return periods.map { ($0.days, $0) }
  }

  private func result(_ counts: [AdministrativeCount]) -> CountResult {
    let judge = CountPartJudge(aim: aim, counts: counts, context: context)
    let parts = parts.map { judge.part($0.days, period: $0.period) }
    return CountResult(verdict: Self.verdict(parts.map(\.state)), parts: parts)
  }

  /// What follows for the whole from its parts.
  static func verdict(_ states: [CountPart.State]) -> Verdict {
    if states.contains(.notMet) { return .notMet }
    let judged = states.filter { $0 != .nothingToDo }
    return !judged.isEmpty && judged.allSatisfy { $0 == .met } ? .met : .undecided
  }
}

extension ClosedRange<CalendarDate> {
  /// The period of a kind that has exactly these days.
  fileprivate func period(_ kind: Plan.ReportPeriod) -> Period? {
    let period = Period(kind, of: lowerBound)
    return period.days == self ? period : nil
  }
}
