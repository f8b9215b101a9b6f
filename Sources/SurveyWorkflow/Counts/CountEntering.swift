import SurveyAnalysis
package import SurveyModel
import SurveyReport
import SurveyStore

/// A count as it was typed on the command line.
package struct CountArguments: Hashable, Sendable {
  /// The name in the plan.
  package var name: String
  /// The number.
  package var value = ""
  /// What proves it, or why it is withdrawn.
  package var evidence = ""
  /// The place; empty for the whole office.
  package var place = ""
  /// The day of `--on`.
  package var day: String?
  /// The periods that were named, by kind.
  package var periods: [Plan.ReportPeriod: String] = [:]

  /// Names a count.
  package init(name: String) { self.name = name }

  /// The texts as the reader takes them; a period becomes its full name.
  func texts() throws(UsageProblem) -> CountTexts {
    var spans: [String] = []
    if let day {
      guard let date = CalendarDate(reading: day.trimmed) else {
        throw .malformed(option: "--on", text: day, shape: "30/06/2024 | 2024-06-30")
      }
      spans.append(date.description)
    }
    for kind in Plan.ReportPeriod.allCases {
      guard let text = periods[kind] else { continue }
      guard let period = Period(reading: text, kind: kind) else {
        let shape =
          switch kind {
          case .month: "2024-03 | 3/2024"
          case .quarter: "2024-Q1 | 1/2024"
          case .halfYear: "2024-H1 | 1/2024"
          case .year: "2024"
          }
        throw .malformed(option: "--\(kind.rawValue)", text: text, shape: shape)
      }
      spans.append(period.id)
    }
    return CountTexts(name: name, value: value, spans: spans, evidence: evidence, place: place)
  }
}

extension Workflow {
  /// Enters a count, or corrects the one of the same day or period.
  ///
  /// - Returns: what was written, with warnings.
  package func enterCount(
    _ arguments: CountArguments,
    in path: String
  ) throws -> CountAnswer {
    let texts = try arguments.texts()
    let desk = try countDesk(path, forWriting: true)
    return try attempt(path) {
      defer { try? desk.study.close() }
      let (statement, faults) = desk.reader.read(texts)
      guard let statement else { throw CountProblem.refused(faults) }
      let found = CountCheck(desk.plan, book: desk.book, today: desk.today)
        .findings(in: [statement]).flatMap { $0 }
      let errors = found.filter(\.isError)
      if !errors.isEmpty { throw CountProblem.refused(errors) }
      let before = desk.book.head(of: statement.subject)
      let isSame = desk.holds(statement)
      if !isSame {
        try desk.study.file.addCounts(
          [
            NewCount(
              subject: statement.subject,
              value: statement.value,
              evidence: statement.evidence,
              supersedes: before?.id
            )
          ],
          by: operatorName,
          at: clock()
        )
      }
      return CountAnswer(
        sentence(statement, before: before, isSame: isSame, desk),
        language,
        findings: found.map { $0.text(in: language) },
        json: [
          ("format", .string("thuocdo-count-1")),
          ("written", .integer(isSame ? 0 : 1)),
          ("name", .string(statement.subject.name)),
          ("span", .string(statement.subject.span.id)),
          ("place", statement.subject.place.map { .string($0) } ?? .null),
          ("value", .integer(statement.value)),
          ("evidence", .string(statement.evidence)),
          ("replaced", before?.value.map { .integer($0) } ?? .null),
          ("warnings", .array(found.map { .string($0.code) })),
        ]
      )
    }
  }

  /// Withdraws a count; the line stays in the record.
  package func withdrawCount(
    _ arguments: CountArguments,
    in path: String
  ) throws -> CountAnswer {
    let texts = try arguments.texts()
    let desk = try countDesk(path, forWriting: true)
    return try attempt(path) {
      defer { try? desk.study.close() }
      let (subject, faults) = desk.reader.subject(texts)
      guard let subject else { throw CountProblem.refused(faults) }
      guard let head = desk.book.head(of: subject), let value = head.value else {
        let known = desk.book.counts.map(\.subject)
          .filter { $0.name == subject.name && $0.place == subject.place }.map(\.span)
        throw CountProblem.nothingToWithdraw(subject, known: known)
      }
      let why = arguments.evidence.composed.trimmed
      try desk.study.file.addCounts(
        [NewCount(subject: subject, value: nil, evidence: why, supersedes: head.id)],
        by: operatorName,
        at: clock()
      )
      let span = subject.span.text(in: language)
      return CountAnswer(
        language.choose(
          "Đã rút '\(subject.name)' = \(value) của \(span). Dòng cũ vẫn được giữ (count --history).",
          "Withdrew '\(subject.name)' = \(value) of \(span). The line is kept (count --history)."
        ),
        language,
        json: [
          ("format", .string("thuocdo-count-1")), ("withdrawn", .integer(1)),
          ("name", .string(subject.name)), ("span", .string(subject.span.id)),
          ("place", subject.place.map { .string($0) } ?? .null), ("replaced", .integer(value)),
        ]
      )
    }
  }

  private func sentence(
    _ statement: CountStatement,
    before: CountEntry?,
    isSame: Bool,
    _ desk: CountDesk
  ) -> String {
    let subject = statement.subject
    let place = subject.place.map { " (\($0))" } ?? ""
    let numbers = DecimalText(language: language)
    let value = numbers.count(statement.value)
    let what = "'\(subject.name)'\(place) = \(value)"
    let span = meaning(of: subject, desk)
    if isSame {
      return language.choose(
        "\(what), \(span): đã có như vậy, không ghi thêm.",
        "\(what), \(span): entered before, nothing to write."
      )
    }
    guard let old = before?.value else {
      return language.choose("Đã ghi \(what), \(span).", "Wrote \(what), \(span).")
    }
    if desk.confirms(statement) {
      return language.choose(
        "Đã ghi \(what), \(span): số tạm tính trước đây nay là số của cả kỳ.",
        "Wrote \(what), \(span): what was a count so far now stands for all of it."
      )
    }
    let former = numbers.count(old)
    return language.choose(
      "Đã ghi \(what), \(span), thay cho \(former); số cũ vẫn được giữ (count --history).",
      "Wrote \(what), \(span), in place of \(former), which is kept (count --history)."
    )
  }

  /// How a day is taken: shares are told as they stood on it, numbers add up.
  private func meaning(of subject: AdministrativeCount.Subject, _ desk: CountDesk) -> String {
    let span = subject.span.text(in: language)
    guard case .day = subject.span else { return span }
    let isShare = desk.plan.uses(ofCount: subject.name).contains { $0.aim.of != nil }
    return isShare
      ? language.choose("tính đến \(span)", "as of \(span)")
      : language.choose("trong \(span)", "on \(span)")
  }
}
