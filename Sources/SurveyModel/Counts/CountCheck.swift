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
    for (index, statement) in statements.enumerated() where first[statement.subject] == index {
      findings[index] += excess(statement, values) + warnings(statement)
    }
    return findings
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
    if case .period(let period) = span, period.lastDay > today {
      warnings.append(.stillRunning(period))
    }
    return warnings
  }
}
