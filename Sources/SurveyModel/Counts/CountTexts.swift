/// A count as it was typed: on the command line or in a line of a file.
package struct CountTexts: Hashable, Sendable {
  /// The name in the plan.
  package var name: String
  /// The number.
  package var value: String
  /// The day or period, in as many places as were filled in.
  package var spans: [String]
  /// What proves it.
  package var evidence: String
  /// The place; empty for the whole office.
  package var place: String
  /// The header of the column that the span stands in, where that is one of periods alone.
  package var periodColumn: String?

  /// Keeps texts as they were typed.
  package init(
    name: String,
    value: String,
    spans: [String],
    evidence: String,
    place: String = "",
    periodColumn: String? = nil
  ) {
    self.name = name
    self.value = value
    self.spans = spans
    self.evidence = evidence
    self.place = place
    self.periodColumn = periodColumn
  }
}

/// A count that was understood and not kept yet.
package struct CountStatement: Hashable, Sendable {
  /// What it speaks of.
  package let subject: AdministrativeCount.Subject
  /// The number.
  package let value: Int
  /// What proves it.
  package let evidence: String

  /// Makes a statement.
  package init(subject: AdministrativeCount.Subject, value: Int, evidence: String) {
    self.subject = subject
    self.value = value
    self.evidence = evidence
  }
}

/// Understands counts as they were typed.
package struct CountReader: Sendable {
  private let names: [String]
  private let today: CalendarDate

  /// Reads counts for a plan, on a day.
  package init(_ plan: Plan, today: CalendarDate) {
    names = plan.countNames
    self.today = today
  }

  /// Reads a count.
  ///
  /// - Returns: the count, or everything that is wrong with it.
  package func read(_ texts: CountTexts) -> (statement: CountStatement?, findings: [CountFinding]) {
    var findings: [CountFinding] = []
    let name = name(texts.name, &findings)
    var value: Int?
    do throws(CountNumber.Fault) {
      value = try CountNumber.parse(texts.value)
    } catch {
      findings.append(.badValue(texts.value, error))
    }
    let span = span(texts, &findings)
    let evidence = texts.evidence.composed.trimmed
    if evidence.isEmpty { findings.append(.noEvidence) }
    guard findings.isEmpty, let name, let value, let span else { return (nil, findings) }
    let subject = subject(name, span, place: texts.place)
    return (CountStatement(subject: subject, value: value, evidence: evidence), [])
  }

  /// Reads what a count speaks of, and nothing about its value.
  package func subject(
    _ texts: CountTexts
  ) -> (subject: AdministrativeCount.Subject?, findings: [CountFinding]) {
    var findings: [CountFinding] = []
    let name = name(texts.name, &findings)
    let span = span(texts, &findings)
    guard let name, let span, findings.isEmpty else { return (nil, findings) }
    return (subject(name, span, place: texts.place), [])
  }

  private func subject(
    _ name: String,
    _ span: CountSpan,
    place: String
  ) -> AdministrativeCount.Subject {
    let place = place.composed.trimmed
    return AdministrativeCount.Subject(name: name, span: span, place: place.isEmpty ? nil : place)
  }

  /// The name as the plan writes it; case does not matter.
  package func name(_ text: String, _ findings: inout [CountFinding]) -> String? {
    let text = text.composed.trimmed
    if names.contains(text) { return text }
    let alike = names.filter { $0.lowercased() == text.lowercased() }
    if alike.count == 1 { return alike[0] }
    findings.append(
      .unknownName(text, nearest: nearestName(to: text, among: names), known: names)
    )
    return nil
  }

  private func span(_ typed: CountTexts, _ findings: inout [CountFinding]) -> CountSpan? {
    let texts = typed.spans.map { $0.composed.trimmed }.filter { !$0.isEmpty }
    guard let text = texts.first else {
      findings.append(.noSpan)
      return nil
    }
    guard texts.count == 1 else {
      findings.append(.severalSpans(texts))
      return nil
    }
    guard let span = CountSpan(reading: text) else {
      findings.append(.badSpan(text))
      return nil
    }
    // A workbook makes a day of a month that is typed, which would say something else.
    if case .day(let day) = span, let column = typed.periodColumn {
      findings.append(.dayAsPeriod(day, column: column))
      return nil
    }
    guard span.firstDay <= today else {
      findings.append(.future(span, today: today))
      return nil
    }
    return span
  }
}
