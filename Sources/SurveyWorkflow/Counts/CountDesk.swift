import SurveyAnalysis
import SurveyModel
import SurveyStore

/// A study that is open for its counts, with the plan that needs them.
struct CountDesk {
  let study: OpenStudy
  let plan: Plan
  let book: CountBook
  let today: CalendarDate

  /// The reader of typed counts.
  var reader: CountReader { CountReader(plan, today: today) }

  /// What a report on the year looks at.
  var context: CountContext { context(in: nil) }

  /// What a report on `days` looks at: as much of the plan's year as lies in them.
  ///
  /// A plan promises nothing of other years, so that days outside it leave the whole year.
  func context(in days: ClosedRange<CalendarDate>?) -> CountContext {
    let year = plan.days ?? Period(.year, of: days?.upperBound ?? today).days
    let part = days.flatMap { $0.overlaps(year) ? $0.clamped(to: year) : nil }
    return CountContext(book: book, days: part ?? year, today: today)
  }

  /// Whether the record says what `statement` says, and nothing would come of saying it again.
  ///
  /// A count so far that is entered once more when its period is over is the last word on it.
  func holds(_ statement: CountStatement) -> Bool {
    guard let count = book.count(of: statement.subject), count.value == statement.value,
      count.evidence == statement.evidence
    else { return false }
    return count.isFinal || today < statement.subject.span.lastDay
  }

  /// Whether `statement` makes the last word of a count so far.
  func confirms(_ statement: CountStatement) -> Bool {
    guard let count = book.count(of: statement.subject), count.value == statement.value else {
      return false
    }
    return !count.isFinal && today >= statement.subject.span.lastDay
  }

  /// The targets on counts with what the record says about them.
  var assessments: [TargetAssessment] {
    plan.countTargets.map { TargetAssessment($0.target, $0.aim, in: context) }
  }
}

extension Workflow {
  /// Opens the counts of the study at `path`.
  ///
  /// - Throws: ``WorkflowError`` when its plan needs none.
  func countDesk(_ path: String, forWriting: Bool) throws(WorkflowError) -> CountDesk {
    let study = try open(path, forWriting: forWriting)
    do throws(WorkflowError) {
      guard let plan = study.plan else { throw WorkflowError(ReportProblem.noPlan, at: path) }
      guard !plan.countNames.isEmpty else { throw WorkflowError(CountProblem.noCounts, at: path) }
      let book = try attempt(path) { try study.file.counts() }
      return CountDesk(study: study, plan: plan, book: book, today: clock().localDate)
    } catch {
      try? study.close()
      throw error
    }
  }

  /// What a report on `study` looks at, in `days` or else in the year of its plan; nothing where
  /// that needs no count.
  func counts(
    of study: OpenStudy,
    in days: ClosedRange<CalendarDate>?
  ) throws(WorkflowError) -> CountContext? {
    guard let plan = study.plan, !plan.countNames.isEmpty else { return nil }
    let book = try attempt(study.file.path) { try study.file.counts() }
    let desk = CountDesk(study: study, plan: plan, book: book, today: clock().localDate)
    return desk.context(in: days)
  }
}

/// Why nothing can be done about counts.
enum CountProblem: Error, LocalizedMessage {
  case noCounts
  case nothingToWithdraw(AdministrativeCount.Subject, known: [CountSpan])
  /// Everything that is wrong with one count.
  case refused([CountFinding])

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.noCounts, .vietnamese):
      "kế hoạch của nghiên cứu không có chỉ tiêu nào theo số liệu hành chính ('count')"
    case (.noCounts, .english): "the study's plan has no target on a count ('count')"
    case (.nothingToWithdraw(let subject, let known), _):
      nothing(subject, known, language)
    case (.refused(let findings), _):
      findings.map { $0.text(in: language) }.joined(separator: "\n")
    }
  }

  private func nothing(
    _ subject: AdministrativeCount.Subject,
    _ known: [CountSpan],
    _ language: InterfaceLanguage
  ) -> String {
    let span = subject.span.text(in: language)
    let list = known.map { $0.text(in: language) }.joined(separator: ", ")
    return language.choose(
      "không có số liệu '\(subject.name)' của \(span) để rút"
        + (known.isEmpty ? "" : "; đang có: \(list)"),
      "there is no '\(subject.name)' of \(span) to withdraw"
        + (known.isEmpty ? "" : "; there are: \(list)")
    )
  }
}
