import SurveyAnalysis
import SurveyModel
import SurveyStore

/// The interviews that a report is about: those of a wave, or those of a period in all waves.
enum ReportScope {
  case wave(Wave)
  case period(Period)

  /// The wave, when it is one.
  var wave: Wave? {
    if case .wave(let wave) = self { wave } else { nil }
  }

  /// The period, when it is one.
  var period: Period? {
    if case .period(let period) = self { period } else { nil }
  }

  /// The days of the period.
  var days: ClosedRange<CalendarDate>? { period?.days }

  /// How it is called.
  func label(_ language: InterfaceLanguage) -> String {
    switch self {
    case .wave(let wave): wave.label
    case .period(let period): period.text(in: language)
    }
  }

  /// Why there is nothing to report.
  func nothing(_ questionnaire: String, in language: InterfaceLanguage) -> ReportProblem {
    switch self {
    case .wave(let wave): .noInterviews(questionnaire, wave: wave.label)
    case .period(let period): .nothingInPeriod(questionnaire, period.text(in: language))
    }
  }

  /// Refuses options that mean nothing, or not together.
  static func check(
    wave: String?,
    period: String?,
    against: String? = nil
  ) throws(UsageProblem) {
    if wave != nil, period != nil { throw .excludes("--wave", "--period") }
    let shape = "2024-Q1, 2024-H1, 2024-03, 2024"
    if let period, Period(period) == nil {
      throw .malformed(option: "--period", text: period, shape: shape)
    }
    if period != nil, let against, Period(against) == nil {
      throw .malformed(option: "--against", text: against, shape: shape)
    }
  }
}

extension Workflow {
  /// The period that is named, or else the wave or the only open one.
  func scope(
    wave: String?,
    period: String?,
    in study: OpenStudy
  ) throws(WorkflowError) -> ReportScope {
    if let period = period.flatMap({ Period($0) }) { return .period(period) }
    return .wave(try self.wave(wave, in: study))
  }

  /// The interviews to compare with: those that are asked for, or else those of the wave or period
  /// before; `nil` where there are none.
  func earlier(
    than scope: ReportScope,
    _ questionnaire: Questionnaire,
    _ options: ReportOptions,
    in study: OpenStudy
  ) throws -> EarlierWave? {
    let other: ReportScope?
    switch scope {
    case .wave(let wave):
      if let against = options.against {
        other = .wave(try self.wave(against, in: study))
      } else {
        let waves = try study.file.fieldwork(of: questionnaire.id, version: options.version)
        let place = waves.firstIndex { $0.wave.id == wave.id } ?? 0
        other = place > 0 ? .wave(waves[place - 1].wave) : nil
      }
      if other?.wave?.id == wave.id {
        throw WorkflowError(ReportProblem.againstItself(wave.label), at: study.file.path)
      }
    case .period(let period):
      other = (options.against.flatMap { Period($0) } ?? period.previous).map { .period($0) }
      if let other = other?.period, other.days.overlaps(period.days) {
        let label = other.text(in: language)
        throw WorkflowError(ReportProblem.againstItself(label), at: study.file.path)
      }
    }
    guard let other else { return nil }
    let data = try study.file.dataset(
      of: questionnaire,
      wave: other.wave?.id,
      days: other.days,
      onlyOwn: options.version != nil
    )
    if data.count == 0 {
      guard options.against != nil else { return nil }
      throw WorkflowError(other.nothing(questionnaire.id, in: language), at: study.file.path)
    }
    return EarlierWave(label: other.label(language), data: data)
  }

  /// How many interviews lie in no period, because nobody knows when they were conducted.
  func undated(
    _ id: String,
    version: String?,
    _ scope: ReportScope,
    in study: OpenStudy
  ) throws -> [String] {
    guard scope.period != nil else { return [] }
    let count = try study.file.undatedInterviews(of: id, version: version)
    guard count > 0 else { return [] }
    return [
      language.choose(
        "\(count) phiếu không có ngày trả lời nên không thuộc kỳ nào và không được tính.",
        "\(count) interviews have no date, lie in no period and are not counted."
      )
    ]
  }
}

extension Plan {
  /// Whether a target on the questionnaire `id` is a change between waves.
  func comparesWaves(of id: String) -> Bool {
    targets.contains { target in
      if case .change(let questionnaire, _, _) = target.kind { questionnaire == id } else { false }
    }
  }
}
