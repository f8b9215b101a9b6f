import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import SurveyStore

extension Workflow {
  /// The most times that a trend shows.
  private static let mostTimes = 12

  /// The indicators of a questionnaire over the waves or periods up to `scope`, with those of the
  /// questionnaires that it follows.
  ///
  /// Only shares and indices; none when there is a single time. A time whose design cannot be
  /// estimated from has no figure. `known` is what was estimated before, by the key of its time; what
  /// else is read goes into `digests`.
  func series(
    of questionnaire: Questionnaire,
    upTo scope: ReportScope,
    _ options: ReportOptions,
    known: [String: (data: Dataset, analysis: SeriesAnalysis)],
    _ digests: inout ReportDigests,
    in study: OpenStudy
  ) throws -> [IndicatorSeries] {
    guard options.version == nil else { return [] }
    let forms = predecessors(of: questionnaire, in: study)
    if forms.count == 1, scope.period == nil,
      try study.file.fieldwork(of: questionnaire.id).count < 2
    {
      return []
    }
    var points: [String: [(instrument: Series.Instrument, point: Series.Point)]] = [:]
    // Two times may be called alike.
    var lastTime: [String: String] = [:]
    let wanted = questionnaire.indicators.compactMap { indicator in
      indicator.seriesUnit.map { (indicator, $0) }
    }
    for form in forms.reversed() {
      for time in try times(of: form.questionnaire, upTo: scope, in: study) {
        let ids = form.names(wanted.map(\.0.id))
        for version in versions(of: form.questionnaire, in: study) {
          let open = wanted.filter { indicator, _ in
            // The newest version that can be read is the one that counts.
            guard let last = points[indicator.id]?.last else { return true }
            return last.instrument.questionnaire != version.id || lastTime[indicator.id] != time.key
          }
          guard !open.isEmpty,
            let (data, analysis) = try estimated(
              time,
              version,
              Set(ids.values),
              isNewest: version.version == form.questionnaire.version,
              options,
              known: version == questionnaire ? known : [:],
              &digests,
              in: study
            )
          else { continue }
          let source = SeriesSource(time: time.label(language), data: data)
          for (indicator, unit) in open {
            guard let id = ids[indicator.id],
              let point = source.point(
                of: id,
                on: unit,
                in: analysis,
                suppression: study.plan?.suppression ?? Plan.Suppression(),
                error: 0.05
              )
            else { continue }
            points[indicator.id, default: []].append(point)
            lastTime[indicator.id] = time.key
          }
        }
      }
    }
    var reasons: [String: LocalizedText] = [:]
    for form in forms { reasons[form.questionnaire.id] = form.questionnaire.series?.reason }
    return wanted.compactMap { indicator, unit in
      guard let points = points[indicator.id], points.count > 1 else { return nil }
      let series = Series(points, reasons: reasons)
      return IndicatorSeries(indicator: indicator, unit: unit, series: series)
    }
  }

  /// The figures that were estimated already, by the keys of their times.
  func known(
    _ scope: ReportScope,
    _ data: Dataset,
    _ analysis: StudyAnalysis,
    _ earlier: EarlierWave?
  ) -> [String: (data: Dataset, analysis: SeriesAnalysis)] {
    let own = SeriesAnalysis(analysis.indicators, keptBack: analysis.keptItems.indicators)
    var known = [scope.key: (data, own)]
    if let earlier, let comparison = analysis.comparison {
      let before = comparison.indicators.map(\.before)
      known[earlier.key] = (
        earlier.data, SeriesAnalysis(before, keptBack: comparison.earlierItems.indicators)
      )
    }
    return known
  }

  /// The interviews of one time with their indicators; `nil` where there are none to estimate from.
  private func estimated(
    _ time: ReportScope,
    _ version: Questionnaire,
    _ ids: Set<String>,
    isNewest: Bool,
    _ options: ReportOptions,
    known: [String: (data: Dataset, analysis: SeriesAnalysis)],
    _ digests: inout ReportDigests,
    in study: OpenStudy
  ) throws -> (data: Dataset, analysis: SeriesAnalysis)? {
    if let known = known[time.key] { return known }
    let data = try study.file.dataset(
      of: version,
      wave: time.wave?.id,
      days: time.days,
      onlyOwn: !isNewest
    )
    guard data.count > 0 else { return nil }
    digests.add(data, salt: study.file.station)
    let analysis = try? SeriesAnalysis(
      of: data,
      ids,
      sample: options.ignoresDesign
        ? SampleDeclaration() : study.plan?.designs[version.id] ?? version.sample,
      lonelyPSU: LonelyPSU(rawValue: options.lonelyPSU) ?? .fail,
      suppression: study.plan?.suppression ?? Plan.Suppression()
    )
    return analysis.map { (data, $0) }
  }

  /// A questionnaire, and what an indicator of the report's questionnaire is called in it.
  private struct Form {
    let questionnaire: Questionnaire
    let renames: [[String: String]]

    func names(_ ids: [String]) -> [String: String] {
      var names: [String: String] = [:]
      for id in ids { names[id] = renames.reduce(id) { $1[$0] ?? $0 } }
      return names
    }
  }

  /// The questionnaire and those of the study that it follows, the newest first.
  private func predecessors(of questionnaire: Questionnaire, in study: OpenStudy) -> [Form] {
    var forms = [Form(questionnaire: questionnaire, renames: [])]
    while let last = forms.last, let series = last.questionnaire.series,
      let before = study.questionnaires.first(where: { $0.id == series.follows }),
      !forms.contains(where: { $0.questionnaire.id == before.id })
    {
      forms.append(Form(questionnaire: before, renames: last.renames + [series.indicators]))
    }
    return forms
  }

  /// The versions of a questionnaire, the newest first.
  private func versions(of questionnaire: Questionnaire, in study: OpenStudy) -> [Questionnaire] {
    [questionnaire]
      + study.versions.filter {
        $0.id == questionnaire.id && $0.version != questionnaire.version
      }.reversed()
  }

  /// The waves or periods with interviews up to `scope`, in the order of time.
  private func times(
    of questionnaire: Questionnaire,
    upTo scope: ReportScope,
    in study: OpenStudy
  ) throws -> [ReportScope] {
    switch scope {
    case .wave(let wave):
      let waves = try study.file.fieldwork(of: questionnaire.id).map(\.wave)
      let last = waves.lastIndex { $0.id == wave.id } ?? waves.count - 1
      return try waves[..<(last + 1)].suffix(Self.mostTimes).map { .wave(try apart($0, in: study)) }
    case .period(let period):
      var periods: [Period] = []
      var next: Period? = period
      while let one = next, periods.count < Self.mostTimes {
        periods.append(one)
        next = one.previous
      }
      return periods.reversed().map { .period($0) }
    }
  }
}

extension Indicator {
  /// The scale on which its trend is drawn; `nil` for other kinds.
  fileprivate var seriesUnit: IndicatorUnit? {
    switch kind {
    case .share, .allPositive, .anyPositive, .atLeast, .test: .share
    case .index: .index
    case .mean, .points, .netPromoter, .ratio, .countOfChoices: nil
    }
  }
}
