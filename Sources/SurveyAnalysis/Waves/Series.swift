package import SurveyModel
package import SurveyStatistics

/// One figure over time, in segments within which its values may be compared.
package struct Series: Hashable, Sendable {
  /// With what a figure was measured.
  package struct Instrument: Hashable, Sendable {
    /// The questionnaire.
    package let questionnaire: String
    /// The version as which its answers were read.
    package let version: String

    /// Names an instrument.
    package init(questionnaire: String, version: String) {
      self.questionnaire = questionnaire
      self.version = version
    }
  }

  /// The figure at one time.
  package struct Point: Hashable, Sendable {
    /// The wave or the period.
    package let time: String
    /// The figure; `nil` when it is not published or there is none.
    package let value: Double?
    /// Both ends of its interval.
    package let interval: ClosedRange<Double>?
    /// Why it is not published.
    package let suppression: SuppressionReason?

    /// Makes a point.
    package init(
      time: String,
      value: Double?,
      interval: ClosedRange<Double>? = nil,
      suppression: SuppressionReason? = nil
    ) {
      self.time = time
      self.value = value
      self.interval = interval
      self.suppression = suppression
    }
  }

  /// Why figures before and after cannot be compared.
  package enum Break: Hashable, Sendable {
    /// Another questionnaire, with what it says about that.
    case questionnaire(from: String, to: String, reason: LocalizedText?)
    /// Another version, whose questions are not the same to the figure.
    case version(questionnaire: String, from: String, to: String)
  }

  /// Figures of one instrument.
  package struct Segment: Hashable, Sendable {
    /// With what they were measured.
    package let instrument: Instrument
    /// Why they cannot be compared with those before; `nil` for the first.
    package let breakBefore: Break?
    /// The figures in the order of time; never none.
    package fileprivate(set) var points: [Point]

    /// The change to the point at `place` from the one before it; `nil` at the first of a segment, which
    /// nothing comes before, and where one of the two is not published.
    package func change(at place: Int) -> Double? {
      guard place > 0, points.indices.contains(place), let value = points[place].value,
        let before = points[place - 1].value
      else { return nil }
      return value - before
    }
  }

  /// The segments in the order of time.
  package let segments: [Segment]

  /// Joins figures in the order of time; each change of the instrument is a break.
  ///
  /// `reasons` are what questionnaires say about breaking with others, by their ids.
  package init(
    _ points: [(instrument: Instrument, point: Point)],
    reasons: [String: LocalizedText] = [:]
  ) {
    var segments: [Segment] = []
    for (instrument, point) in points {
      if let last = segments.indices.last, segments[last].instrument == instrument {
        segments[last].points.append(point)
        continue
      }
      let before = segments.last.map { segment -> Break in
        let old = segment.instrument
        return old.questionnaire == instrument.questionnaire
          ? .version(
            questionnaire: old.questionnaire,
            from: old.version,
            to: instrument.version
          )
          : .questionnaire(
            from: old.questionnaire,
            to: instrument.questionnaire,
            reason: reasons[instrument.questionnaire]
          )
      }
      segments.append(Segment(instrument: instrument, breakBefore: before, points: [point]))
    }
    self.segments = segments
  }

  /// All figures in the order of time.
  package var points: [Point] { segments.flatMap(\.points) }
}

extension Series.Break: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.questionnaire(let from, let to, let reason), .vietnamese):
      "từ đây dùng phiếu “\(to)” thay cho “\(from)”"
        + (reason.map { ": \($0.text("vi"))" } ?? ", không so sánh được")
    case (.questionnaire(let from, let to, let reason), .english):
      "from here questionnaire “\(to)” in place of “\(from)”"
        + (reason.map { ": \($0.text("en", fallbacks: ["vi"]))" } ?? ", not comparable")
    case (.version(_, let from, let to), .vietnamese):
      "phiên bản “\(to)” của phiếu hỏi khác phiên bản “\(from)”, không so sánh được"
    case (.version(_, let from, let to), .english):
      "version “\(to)” of the form asks otherwise than version “\(from)”, not comparable"
    }
  }
}

/// An indicator over the waves or periods of a study.
package struct IndicatorSeries: Sendable {
  /// The indicator, as the newest questionnaire defines it.
  package let indicator: Indicator
  /// The scale on which it is read.
  package let unit: IndicatorUnit
  /// Its figures.
  package let series: Series

  /// Pairs an indicator with its figures.
  package init(indicator: Indicator, unit: IndicatorUnit, series: Series) {
    self.indicator = indicator
    self.unit = unit
    self.series = series
  }
}

/// The indicators of one wave or period, overall.
package struct SeriesAnalysis: Sendable {
  let indicators: [IndicatorResult]
  /// The indicators that are not shown.
  let keptBack: Set<String>

  /// Takes what was estimated before, and the indicators that are `keptBack`.
  package init(_ indicators: [IndicatorResult], keptBack: Set<String>) {
    self.indicators = indicators
    self.keptBack = keptBack
  }

  /// Estimates the indicators `ids` of `data` by the design of the plan, else of the questionnaire.
  package init(
    of data: Dataset,
    _ ids: Set<String>,
    sample: SampleDeclaration,
    lonelyPSU: LonelyPSU,
    suppression: Plan.Suppression
  ) throws(StudyDesignError) {
    let design = try StudyDesign(sample, of: data, lonelyPSU: lonelyPSU)
    let estimator = IndicatorEstimator(data: data, design: design.design)
    do throws(SampleDesignError) {
      var results: [IndicatorResult] = []
      for indicator in data.questionnaire.indicators where ids.contains(indicator.id) {
        results.append(try estimator.estimate(indicator, by: []))
      }
      indicators = results
      keptBack = ItemSuppression(suppression, results).indicators
    } catch {
      throw .statistics(error, strata: design.stratumLabels)
    }
  }
}

/// The interviews of one wave or period, for ``Series``.
package struct SeriesSource: Sendable {
  /// The wave or the period.
  package let time: String
  /// Its interviews, read as one version.
  package let data: Dataset

  /// Names interviews.
  package init(time: String, data: Dataset) {
    self.time = time
    self.data = data
  }
}

extension SeriesSource {
  /// The published figure of the indicator `id`; `nil` where the version has none, of another scale,
  /// or reads a question that nobody answered.
  package func point(
    of id: String,
    on unit: IndicatorUnit,
    in analysis: SeriesAnalysis,
    suppression: Plan.Suppression,
    error: Double
  ) -> (instrument: Series.Instrument, point: Series.Point)? {
    guard let result = analysis.indicators.first(where: { $0.indicator.id == id }),
      result.unit == unit,
      result.indicator.items.allSatisfy({ data.column($0)?.hasAnswers == true })
    else { return nil }
    let instrument = Series.Instrument(
      questionnaire: data.questionnaire.id,
      version: data.questionnaire.version
    )
    let estimate = result.estimates.overall
    let isShare = result.unit == .share
    let reason = PublicationGate(suppression)
      .decision(for: estimate, isProportion: isShare, isKeptBack: analysis.keptBack.contains(id))
      .suppression
    guard reason == nil, let estimate else {
      return (instrument, Series.Point(time: time, value: nil, suppression: reason))
    }
    let rule: ProportionInterval = isShare ? .beta : .mean
    let ends =
      !isShare && estimate.lacksSpread ? nil : rule.interval(for: estimate, level: 1 - 2 * error)
    let interval = ends.map { $0.lower...max($0.lower, $0.upper) }
    return (instrument, Series.Point(time: time, value: estimate.value, interval: interval))
  }
}
