import SurveyModel

/// Judges one part of time by the counts of one place.
struct CountPartJudge {
  let aim: AdministrativeTarget
  let counts: [AdministrativeCount]
  let context: CountContext

  /// How a part of time stands.
  func part(_ days: ClosedRange<CalendarDate>, period: Period?) -> CountPart {
    let inside = counts.filter { $0.subject.span.days.lies(in: days) }
    let outcome =
      if let of = aim.of {
        share(
          done: inside.filter { $0.subject.name == aim.done },
          all: inside.filter { $0.subject.name == of },
          days
        )
      } else {
        number(inside, days)
      }
    let names = Set(inside.map(\.subject.name))
    let isOpen = outcome.state == .missing || outcome.state == .running
    return CountPart(
      days: days,
      period: period,
      state: outcome.state,
      figure: outcome.figure,
      missing: isOpen ? gaps(in: days, period, inside, settled: outcome.settled) : [],
      absent: aim.names.filter { !names.contains($0) },
      mismatch: outcome.mismatch
    )
  }

  private typealias Outcome = (
    state: CountPart.State, figure: CountFigure?, settled: [ClosedRange<CalendarDate>],
    mismatch: CountTally.Mismatch?
  )

  // MARK: A number

  private func number(
    _ counts: [AdministrativeCount],
    _ days: ClosedRange<CalendarDate>
  ) -> Outcome {
    let tally = CountTally(counts, in: days)
    let figure =
      tally.counts.isEmpty
      ? nil
      : CountFigure(
        done: tally.sum,
        all: nil,
        until: tally.counts.map(\.until).max() ?? days.upperBound,
        allUntil: nil,
        isComplete: tally.isComplete,
        counts: tally.counts
      )
    let state: CountPart.State =
      if tally.mismatch != nil {
        .contradictory
      } else if aim.isReached(by: tally.sum, of: nil) {
        .met
      } else if tally.isComplete, isOver(days) {
        .notMet
      } else {
        open(days)
      }
    return (state, figure, tally.settled, tally.mismatch)
  }

  // MARK: A share

  private func share(
    done: [AdministrativeCount],
    all: [AdministrativeCount],
    _ days: ClosedRange<CalendarDate>
  ) -> Outcome {
    let (flows, wholes) = (done.filter(\.isOfPeriod), all.filter(\.isOfPeriod))
    let pieces = pieces(flows, wholes, days)
    let settled = pieces.map(\.days)
    let sum = pieces.reduce(0) { $0 + $1.done }
    let whole = pieces.reduce(0) { $0 + $1.all }
    let isComplete = settled.reduce(0) { $0 + $1.dayCount } == days.dayCount
    let flow = pieces.map(\.days.upperBound).max().map { until in
      CountFigure(
        done: sum,
        all: whole,
        until: until,
        allUntil: until,
        isComplete: isComplete,
        counts: pieces.flatMap(\.counts)
      )
    }
    let mismatch = [flows, wholes].lazy.compactMap { CountTally($0, in: days).mismatch }.first
    if let mismatch { return (.contradictory, flow, settled, mismatch) }
    if isComplete, let flow { return (state(of: flow, days), flow, settled, nil) }
    if let latest = latest(done, all, days),
      latest.figure.until >= flow?.until ?? latest.figure.until
    {
      var state = state(of: latest.figure, days)
      // What there was to do has grown since, and nobody counted what was done of that.
      if state == .met, let later = latest.later,
        !aim.isReached(by: latest.figure.done, of: later.value)
      {
        state = open(days)
      }
      return (state, latest.figure, settled, nil)
    }
    guard let flow else { return (open(days), nil, settled, nil) }
    // What was not done of everything is never made good by later periods.
    if aim.atLeast >= 1, pieces.contains(where: { $0.done < $0.all && isOver($0.days) }) {
      return (.notMet, flow, settled, nil)
    }
    let hasGaps = !gaps(in: days, nil, done + all, settled: settled).isEmpty
    let isReached = aim.isReached(by: flow.done, of: flow.all)
    let isMet = isReached && !hasGaps && !isOver(days)
    return (isMet ? .met : open(days), flow, settled, nil)
  }

  /// Days in which both were completely counted.
  private struct Piece {
    let days: ClosedRange<CalendarDate>
    let done: Int
    let all: Int
    let counts: [AdministrativeCount]

    init?(done: CountTally, all: CountTally, days: ClosedRange<CalendarDate>) {
      guard done.isComplete, all.isComplete else { return nil }
      self.days = days
      self.done = done.sum
      self.all = all.sum
      counts = done.counts + all.counts
    }
  }

  /// The longest stretches of `days` in which both were completely counted, in order.
  private func pieces(
    _ done: [AdministrativeCount],
    _ all: [AdministrativeCount],
    _ days: ClosedRange<CalendarDate>
  ) -> [Piece] {
    let settled = CountTally(done, in: days).settled + CountTally(all, in: days).settled
    let pieces = Set(settled + [days]).compactMap { days in
      Piece(done: CountTally(done, in: days), all: CountTally(all, in: days), days: days)
    }
    return pieces.filter { piece in
      !pieces.contains { $0.days != piece.days && piece.days.lies(in: $0.days) }
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
  }

  /// How things stood when what was done was last counted, and a count of all that came later.
  ///
  /// What there was to do is that of the same day, else of the last day before, else of the first
  /// day on which it was counted: two days are told where they are two.
  private func latest(
    _ done: [AdministrativeCount],
    _ all: [AdministrativeCount],
    _ days: ClosedRange<CalendarDate>
  ) -> (figure: CountFigure, later: AdministrativeCount?)? {
    // A count of the whole period that was entered while it ran says how it stood on that day.
    func states(_ counts: [AdministrativeCount]) -> [AdministrativeCount] {
      counts.filter { !$0.isOfPeriod || ($0.subject.span.days == days && !$0.isFinal) }
        .sorted { ($0.until, $0.at.milliseconds) < ($1.until, $1.at.milliseconds) }
    }
    let wholes = states(all)
    guard let done = states(done).last,
      let whole = wholes.last(where: { $0.until <= done.until }) ?? wholes.first
    else { return nil }
    let figure = CountFigure(
      done: done.value,
      all: whole.value,
      until: done.until,
      allUntil: whole.until,
      isComplete: done.until == days.upperBound,
      counts: [done, whole]
    )
    return (figure, wholes.last { $0.until > max(done.until, whole.until) })
  }

  /// What the last word on a share says.
  private func state(
    of figure: CountFigure,
    _ days: ClosedRange<CalendarDate>
  ) -> CountPart.State {
    guard let all = figure.all, figure.done <= all else { return .contradictory }
    if all == 0 { return isOver(days) ? .nothingToDo : .running }
    if aim.isReached(by: figure.done, of: all) { return .met }
    return isOver(days) ? .notMet : .running
  }

  // MARK: Time

  /// Whether nothing more can be done in `days`.
  private func isOver(_ days: ClosedRange<CalendarDate>) -> Bool {
    days.upperBound < context.today && days.upperBound <= context.days.upperBound
  }

  /// How days stand of which the counts tell too little.
  private func open(_ days: ClosedRange<CalendarDate>) -> CountPart.State {
    if isOver(days) { return .missing }
    return days.lowerBound > min(context.today, context.days.upperBound) ? .ahead : .running
  }

  /// The periods that are over and not settled, as short as those that were entered.
  private func gaps(
    in days: ClosedRange<CalendarDate>,
    _ period: Period?,
    _ counts: [AdministrativeCount],
    settled: [ClosedRange<CalendarDate>]
  ) -> [Period] {
    let kinds = counts.compactMap { count -> Plan.ReportPeriod? in
      guard case .period(let period) = count.subject.span, period.days != days else { return nil }
      return period.kind
    }
    guard let finest = kinds.min(by: { $0.months < $1.months }) else {
      return period.map { isOver($0.days) ? [$0] : [] } ?? []
    }
    var gaps: [Period] = []
    var next: Period? = Period(finest, of: days.lowerBound)
    while let period = next, period.lastDay <= days.upperBound {
      let isSettled = settled.contains { period.days.lies(in: $0) }
      if period.firstDay >= days.lowerBound, !isSettled, isOver(period.days) {
        gaps.append(period)
      }
      next = period.next
    }
    return gaps
  }
}

extension AdministrativeCount {
  /// The last day that it speaks of: of a period that ran when it was entered, that day.
  var until: CalendarDate { min(subject.span.lastDay, max(subject.span.firstDay, at.localDate)) }
}
