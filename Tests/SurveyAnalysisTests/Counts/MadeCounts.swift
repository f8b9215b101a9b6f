import SurveyModel
import Testing

@testable import SurveyAnalysis

/// Counts for one test.
enum MadeCounts {
  static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? .epoch }

  /// A count that was entered on a day, by default when its day or period was over.
  static func count(
    _ name: String,
    _ value: Int,
    _ span: String,
    entered: String? = nil,
    place: String? = nil
  ) -> AdministrativeCount {
    let span = CountSpan(span) ?? .day(.epoch)
    let day = entered.map(Self.day) ?? span.lastDay
    return AdministrativeCount(
      subject: AdministrativeCount.Subject(name: name, span: span, place: place),
      value: value,
      evidence: "BC \(span.id)",
      by: "A1",
      at: Timestamp(milliseconds: Int64(day.daysSince1970) * 86_400_000 + 3_600_000)
    )
  }

  static func context(
    _ counts: [AdministrativeCount],
    today: String,
    from: String = "2024-01-01",
    to: String = "2024-12-31"
  ) -> CountContext {
    let entries = counts.enumerated().map { number, count in
      CountEntry(
        id: CountEntry.ID(station: 1, number: Int64(number + 1)),
        subject: count.subject,
        value: count.value,
        evidence: count.evidence,
        by: count.by,
        at: count.at
      )
    }
    return CountContext(book: CountBook(entries), days: day(from)...day(to), today: day(today))
  }

  static func assess(
    _ aim: AdministrativeTarget,
    _ counts: [AdministrativeCount],
    today: String,
    from: String = "2024-01-01",
    to: String = "2024-12-31"
  ) throws -> CountResult {
    let context = context(counts, today: today, from: from, to: to)
    return try #require(CountAssessor(aim, context: context).assessment()?.overall)
  }
}
