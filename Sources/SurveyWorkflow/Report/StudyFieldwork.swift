import SurveyAnalysis
import SurveyModel
import SurveyReport
import SurveyStore

/// What an office counted of the forms behind a report, or why that is not told.
struct FieldworkReading {
  var counted: Fieldwork?
  var silence: FieldworkSilence?
}

extension Workflow {
  /// What was counted of the forms behind the interviews of `scope`.
  ///
  /// A rate divides interviews by forms, so both have to be of the same fieldwork. A period has its
  /// days. Of a wave these are the days that it was given, or else a period after which the office
  /// reports, with all of its interviews and those of no other wave.
  func fieldwork(
    of study: OpenStudy,
    _ questionnaire: String,
    _ scope: ReportScope,
    _ options: ReportOptions,
    interviews: Int
  ) throws -> FieldworkReading {
    guard let plan = study.plan, let names = plan.layout.fieldwork[questionnaire],
      let book = try counts(of: study, in: scope.days)?.book,
      book.counts.contains(where: { names.names.values.contains($0.subject.name) })
    else { return FieldworkReading() }
    guard options.version == nil else { return FieldworkReading(silence: .oneVersion) }
    let days = try FieldworkDays(of: questionnaire, scope, plan: plan, in: study.file)
    // The shortest days that tell most.
    var best: Fieldwork?
    for range in days.ranges {
      let found = Fieldwork(names, complete: interviews, in: book, days: range)
      if let found, found.figures.count > best?.figures.count ?? 0 { best = found }
    }
    return FieldworkReading(
      counted: best,
      silence: best == nil && scope.wave != nil ? days.silence : nil
    )
  }
}

/// The days whose counts of forms speak of the interviews of a report and of no others.
struct FieldworkDays {
  /// Stretches of days, the shortest first.
  let ranges: [ClosedRange<CalendarDate>]
  /// What is said where no count lies in them.
  let silence: FieldworkSilence

  init(
    of questionnaire: String,
    _ scope: ReportScope,
    plan: Plan,
    in file: StudyFile
  ) throws {
    guard let wave = scope.wave else {
      ranges = scope.days.map { [$0] } ?? []
      silence = .notOfWaveAlone
      return
    }
    let others = try file.fieldwork(of: questionnaire).map(\.wave).filter { $0.id != wave.id }
    guard let held = try Self.days(of: wave, questionnaire, in: file) else {
      // The only wave is what the plan's year has.
      ranges = others.isEmpty ? plan.days.map { [$0] } ?? [] : []
      silence = .unknownDays
      return
    }
    var candidates = wave.from != nil && wave.to != nil ? [held] : []
    candidates += Set(plan.reports).sorted { $0.months < $1.months }
      .map { Period($0, of: held.lowerBound).days }
    if let year = plan.days, !candidates.contains(year) { candidates.append(year) }
    let taken = try others.map { try Self.days(of: $0, questionnaire, in: file) }
    ranges = candidates.filter { range in
      held.lies(in: range) && taken.allSatisfy { $0.map { !$0.overlaps(range) } ?? false }
    }
    silence = .notOfWaveAlone
  }

  /// From the first to the last day of a wave; nothing where these are not known of all its
  /// interviews.
  private static func days(
    of wave: Wave,
    _ questionnaire: String,
    in file: StudyFile
  ) throws -> ClosedRange<CalendarDate>? {
    let whole = try file.overview(of: questionnaire, wave: wave.id)
    var ends = [wave.from, wave.to, whole.firstDay, whole.lastDay].compactMap { $0 }
    ends.sort()
    guard let first = ends.first, let last = ends.last else { return nil }
    if wave.from == nil || wave.to == nil {
      let dated = try file.overview(of: questionnaire, wave: wave.id, days: first...last)
      guard dated.interviews == whole.interviews else { return nil }
    }
    return first...last
  }
}
