import SurveyAnalysis
import SurveyModel
import SurveyStore

extension OpenStudy {
  /// What `rules` say about `data`, which is what the study holds of its questionnaire in `wave` and
  /// of `days`, with the identities of its interviews.
  func audit(
    _ data: Dataset,
    wave: String?,
    days: ClosedRange<CalendarDate>? = nil,
    onlyOwn: Bool = false,
    design: StudyDesign,
    plan: Plan?,
    rules: QualityRules = QualityRules()
  ) throws -> (result: AuditResult, ids: [InterviewID]) {
    let (course, ids) = try course(of: data, wave: wave, days: days, onlyOwn: onlyOwn)
    let result = try AuditResult(data, course: course, design: design, plan: plan, rules: rules)
    return (result, ids)
  }

  /// How the interviews of `data` were conducted, and their identities; `data` is what the study holds
  /// of its questionnaire in `wave` and of `days`.
  ///
  /// Where the study knows no instants and no operator, as with imports, what the form recorded about
  /// itself counts: `start`, `end` and `username`.
  func course(
    of data: Dataset,
    wave: String?,
    days: ClosedRange<CalendarDate>? = nil,
    onlyOwn: Bool = false
  ) throws -> (course: InterviewCourse, ids: [InterviewID]) {
    let known = try file.courses(of: data.questionnaire, wave: wave, days: days, onlyOwn: onlyOwn)
    var course = InterviewCourse(count: data.count)
    guard known.ids.count == data.count else { return (course, known.ids) }
    course.modes = known.modes
    let starts = Self.texts(.start, in: data)
    let ends = Self.texts(.end, in: data)
    var stations: [UInt64: Int32] = [:]
    for row in 0..<data.count {
      let next = Int32(stations.count)
      course.stations[row] = stations[known.ids[row].station] ?? next
      stations[known.ids[row].station] = course.stations[row]
      if let start = known.started[row] ?? Self.instant(starts, row) {
        course.started[row] = start.milliseconds
        course.offsets[row] = Int32(start.offsetMinutes)
      }
      if let end = known.finished[row] ?? Self.instant(ends, row) {
        course.finished[row] = end.milliseconds
      }
    }
    course.setOperators(known.operators)
    if course.operators.isEmpty, let names = Self.texts(.username, in: data) {
      course.setOperators(names.map { $0 ?? "" })
    }
    return (course, known.ids)
  }

  private static func texts(_ metadata: FormMetadata, in data: Dataset) -> TextAnswers? {
    let place = data.questionnaire.questions.firstIndex { $0.kind == .metadata(metadata) }
    guard let place, case .text(let texts) = data.columns[place].values,
      texts.count == data.count
    else { return nil }
    return texts
  }

  private static func instant(_ texts: TextAnswers?, _ row: Int) -> Timestamp? {
    texts?[row].flatMap { Timestamp(iso: $0, offsetMinutes: Timestamp.vietnamOffset) }
  }
}
