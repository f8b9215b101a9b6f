import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// The figures of a target as its table has them, where their unit can be drawn: each group with
  /// its interval against the threshold, then the units of a place side by side.
  func charts(_ survey: TargetAssessment.Survey) -> [Report.Block] {
    guard let unit = ChartUnit(survey.unit) else { return [] }
    let chart = chart(survey, unit)
    return [.chart(.bars(chart))] + places(in: survey, chart)
  }

  private func chart(_ survey: TargetAssessment.Survey, _ unit: ChartUnit) -> BarChart {
    func bar(
      _ line: TargetAssessment.Line,
      _ label: String,
      in group: String? = nil,
      isTotal: Bool
    ) -> BarChart.Bar {
      var symbol: PublicationSymbol?
      if case .suppressed(let reason) = line.verdict { symbol = PublicationSymbol(reason) }
      let isHidden = symbol != nil
      return BarChart.Bar(
        label: label,
        group: group,
        value: isHidden ? nil : line.estimate.map { $0.value / unit.whole },
        interval: line.interval.map { ends in
          let low = ends.lower / unit.whole
          return low...max(low, ends.upper / unit.whole)
        },
        count: isHidden ? nil : line.estimate?.sampleSize ?? 0,
        tone: VerdictSentence.tone(line.verdict),
        symbol: symbol,
        isTotal: isTotal
      )
    }
    var bars = [bar(survey.overall, words(.overall), isTotal: true)]
    for breakdown in survey.breakdowns {
      bars += breakdown.lines.map { line in
        bar(
          line,
          line.level.map { label($0.label) } ?? "",
          in: label(breakdown.question.label),
          isTotal: false
        )
      }
    }
    return BarChart(
      caption: label(survey.indicator.label),
      bars: bars,
      target: survey.threshold / unit.whole,
      unit: unit
    )
  }

  /// The units of a place side by side, where a question that is answered by names divides into some.
  private func places(in survey: TargetAssessment.Survey, _ chart: BarChart) -> [Report.Block] {
    let fewest = 4
    let areas = survey.breakdowns.compactMap { breakdown -> TileMap.Area? in
      guard breakdown.question.shape == .text, breakdown.lines.count >= fewest else { return nil }
      let title = label(breakdown.question.label)
      return TileMap.Area(
        title: title,
        tiles: chart.bars.filter { $0.group == title }.map { bar in
          TileMap.Tile(
            label: bar.label,
            value: bar.value,
            count: bar.count,
            tone: bar.tone,
            symbol: bar.symbol
          )
        }
      )
    }
    guard !areas.isEmpty else { return [] }
    let map = TileMap(
      caption: chart.caption,
      areas: areas,
      target: chart.target,
      unit: chart.unit
    )
    return [.chart(.tiles(map))]
  }
}

extension ChartUnit {
  /// What figures of an indicator are drawn in; `nil` where they do not lie on a common scale.
  fileprivate init?(_ unit: IndicatorUnit) {
    switch unit {
    case .share: self = .share
    case .index: self = .index
    case .number, .points: return nil
    }
  }
}
