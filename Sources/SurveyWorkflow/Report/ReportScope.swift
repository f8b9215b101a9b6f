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

  /// What tells it from every other one; labels may be alike.
  var key: String {
    switch self {
    case .wave(let wave): "w:\(wave.id)"
    case .period(let period): "p:\(period.id)"
    }
  }

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
    return .wave(try apart(try self.wave(wave, in: study), in: study))
  }

  /// A wave that is called otherwise than every other: one label of two waves is followed by the name.
  func apart(_ wave: Wave, in study: OpenStudy) throws(WorkflowError) -> Wave {
    let all = try attempt(study.file.path) { try study.file.waves() }
    let isAlone = !all.contains { $0.id != wave.id && $0.label == wave.label }
    return isAlone ? wave : wave.called("\(wave.label) (\(wave.id))")
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
      let waves = try study.file.fieldwork(of: questionnaire.id, version: options.version)
        .map(\.wave)
      let place = waves.firstIndex { $0.id == wave.id } ?? 0
      if let against = options.against {
        let named = try self.wave(against, in: study)
        if named.id == wave.id {
          throw WorkflowError(ReportProblem.againstItself(wave.label), at: study.file.path)
        }
        if let later = waves.firstIndex(where: { $0.id == named.id }), later > place {
          let problem = ScopeProblem.waveNotBefore(named.id, than: wave.id)
          throw WorkflowError(problem, at: study.file.path)
        }
        other = .wave(try apart(named, in: study))
      } else {
        other = place > 0 ? .wave(try apart(waves[place - 1], in: study)) : nil
      }
    case .period(let period):
      let named = options.against.flatMap { Period($0) }
      if let named, named.days.overlaps(period.days) {
        let label = named.text(in: language)
        throw WorkflowError(ReportProblem.againstItself(label), at: study.file.path)
      }
      if let named, named.firstDay > period.firstDay {
        let problem = ScopeProblem.periodNotBefore(named, than: period)
        throw WorkflowError(problem, at: study.file.path)
      }
      other = (named ?? period.previous).map { .period($0) }
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
    return EarlierWave(key: other.key, label: other.label(language), data: data)
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

/// Why two times cannot be compared.
enum ScopeProblem: LocalizedMessage {
  /// A rise would be told as a fall.
  case waveNotBefore(String, than: String)
  case periodNotBefore(Period, than: Period)

  func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .waveNotBefore(let later, let wave):
      language.choose(
        "--against: đợt '\(later)' không ở trước đợt '\(wave)' nên tăng sẽ thành giảm; đổi chỗ: --wave \(later) --against \(wave)",
        "--against: wave '\(later)' is not before wave '\(wave)', and a rise would be told as a fall; swap them: --wave \(later) --against \(wave)"
      )
    case .periodNotBefore(let later, let period):
      language.choose(
        "--against: \(later.phrase(in: language)) không ở trước \(period.phrase(in: language)) nên tăng sẽ thành giảm; đổi chỗ: --period \(later.id) --against \(period.id)",
        "--against: \(later.phrase(in: language)) is not before \(period.phrase(in: language)), and a rise would be told as a fall; swap them: --period \(later.id) --against \(period.id)"
      )
    }
  }
}
