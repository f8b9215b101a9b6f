/// Holds counts that are to be kept against each other, the record and the plan.
package struct CountCheck: Sendable {
  private let plan: Plan
  private let book: CountBook
  private let today: CalendarDate

  /// Checks counts for a plan and what was entered before, on a day.
  package init(_ plan: Plan, book: CountBook, today: CalendarDate) {
    self.plan = plan
    self.book = book
    self.today = today
  }

  /// What is to be said about each of `statements`, which are kept together or not at all.
  package func findings(in statements: [CountStatement]) -> [[CountFinding]] {
    var values: [AdministrativeCount.Subject: Int] = [:]
    for count in book.counts { values[count.subject] = count.value }
    var first: [AdministrativeCount.Subject: Int] = [:]
    var findings = [[CountFinding]](repeating: [], count: statements.count)
    for (index, statement) in statements.enumerated() {
      if let other = first[statement.subject] {
        findings[index].append(.repeated(statement.subject, earlier: other))
        continue
      }
      first[statement.subject] = index
      values[statement.subject] = statement.value
    }
    let kept = statements.indices.filter { first[statements[$0].subject] == $0 }
    let counts = counts(after: kept.map { statements[$0] })
    for (index, statement) in statements.enumerated() where first[statement.subject] == index {
      findings[index] +=
        excess(statement, values) + warnings(statement) + disagreement(statement, counts)
    }
    return findings
  }

  /// The counts that hold when `statements` were kept on this day.
  private func counts(after statements: [CountStatement]) -> [AdministrativeCount] {
    let fresh = Set(statements.map(\.subject))
    let moment = Timestamp(milliseconds: Int64(today.daysSince1970) * 86_400_000, offsetMinutes: 0)
    return book.counts.filter { !fresh.contains($0.subject) }
      + statements.map { statement in
        AdministrativeCount(
          subject: statement.subject,
          value: statement.value,
          evidence: statement.evidence,
          by: "",
          at: moment
        )
      }
  }

  /// A period whose count cannot be that of what was counted inside it.
  private func disagreement(
    _ statement: CountStatement,
    _ counts: [AdministrativeCount]
  ) -> [CountFinding] {
    let subject = statement.subject
    // Of a share, days tell how things stood and do not add up.
    let isShare = plan.uses(ofCount: subject.name).contains { $0.aim.of != nil }
    let alike = counts.filter {
      $0.subject.name == subject.name && $0.subject.place == subject.place
        && ($0.isOfPeriod || !isShare)
    }
    var told: Set<CountFinding> = []
    return alike.filter { subject.span.days.lies(in: $0.subject.span.days) }.compactMap { outer in
      guard let mismatch = CountTally(alike, in: outer.subject.span.days).mismatch else {
        return nil
      }
      let finding = CountFinding.partsDisagree(
        mismatch.whole.subject,
        mismatch.whole.value,
        parts: mismatch.parts
      )
      return told.insert(finding).inserted ? finding : nil
    }
  }

  /// More was done than there was to do.
  private func excess(
    _ statement: CountStatement,
    _ values: [AdministrativeCount.Subject: Int]
  ) -> [CountFinding] {
    let subject = statement.subject
    func value(_ name: String) -> Int? {
      values[
        AdministrativeCount.Subject(name: name, span: subject.span, place: subject.place)
      ]
    }
    var told: Set<CountFinding> = []
    return plan.uses(ofCount: subject.name).compactMap { use in
      guard let of = use.aim.of, let done = value(use.aim.done), let all = value(of), done > all
      else { return nil }
      let finding = CountFinding.moreThanAll(
        done: use.aim.done,
        done,
        of: of,
        all,
        span: subject.span
      )
      return told.insert(finding).inserted ? finding : nil
    }
  }

  private func warnings(_ statement: CountStatement) -> [CountFinding] {
    var warnings: [CountFinding] = []
    let span = statement.subject.span
    if let year = plan.year, let days = plan.days, !days.overlaps(span.days) {
      warnings.append(.outsideYear(span, year: year))
    }
    guard case .period(let period) = span else { return warnings }
    if let longest = plan.longestPeriod(ofCount: statement.subject.name),
      longest.months < period.kind.months
    {
      warnings.append(.longerThanJudged(period, by: longest))
    } else if period.lastDay > today {
      warnings.append(.stillRunning(period))
    }
    return warnings
  }
}
