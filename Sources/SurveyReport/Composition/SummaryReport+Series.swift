import SurveyAnalysis
import SurveyModel

extension SummaryReport {
  /// Indicators over time, each with its breaks.
  var trends: [Report.Block] {
    var blocks: [Report.Block] = []
    for one in series {
      if blocks.isEmpty { blocks.append(.heading(words(.trends), level: 2)) }
      if let chart = trend(one) { blocks.append(.chart(.trend(chart))) }
      blocks.append(.table(trendTable(one)))
    }
    let isBroken = series.contains { one in
      one.series.segments.contains { $0.breakBefore != nil }
    }
    if isBroken { blocks.append(.note(words(.trendBreaks))) }
    return blocks
  }

  /// The course as a chart, where all figures lie on its scale of shares or of 0...100.
  private func trend(_ one: IndicatorSeries) -> TrendChart? {
    let unit: ChartUnit = one.unit == .share ? .share : .index
    let scale = unit.whole
    guard one.series.points.compactMap(\.value).allSatisfy((0...scale).contains) else { return nil }
    var breaks: [TrendChart.Break] = []
    var place = 0
    for segment in one.series.segments {
      if let reason = segment.breakBefore {
        breaks.append(TrendChart.Break(before: place, reason: reason.text(in: language)))
      }
      place += segment.points.count
    }
    func clamped(_ value: Double) -> Double { min(max(0, value / scale), 1) }
    let points = one.series.points.map { point in
      TrendChart.Point(
        value: point.value.map(clamped),
        interval: point.interval.map { clamped($0.lowerBound)...clamped($0.upperBound) },
        symbol: point.suppression.map { PublicationSymbol($0) }
      )
    }
    let name = label(one.indicator.label)
    return TrendChart(
      caption: name,
      times: one.series.points.map(\.time),
      lines: [TrendChart.Line(label: name, points: points)],
      breaks: breaks,
      unit: unit
    )
  }

  private func trendTable(_ one: IndicatorSeries) -> Table {
    let columns: [Table.Column] = [
      .init(words(.time)), .init(words(.estimate), .trailing),
      .init(NumberWords(language).intervalTitle(error: Self.error), .trailing),
      .init(ChangeWords(language, one.unit).title, .trailing),
    ]
    var rows: [Table.Row] = []
    for segment in one.series.segments {
      if let reason = segment.breakBefore {
        rows.append(
          .heading(words(.seriesBreak(reason.text(in: language))), columns: columns.count)
        )
      }
      rows += segment.points.enumerated().map { place, point in
        if let suppression = point.suppression {
          let symbol = Table.Cell.withheld(PublicationSymbol(suppression))
          return Table.Row([.text(point.time), symbol, symbol, .empty])
        }
        return Table.Row([
          .text(point.time),
          point.value.map { .value($0, one.unit) } ?? .empty,
          point.interval.map { .interval($0, one.unit) } ?? .empty,
          segment.change(at: place).map { .change($0, isShare: one.unit == .share) }
            ?? .empty,
        ])
      }
    }
    return Table(caption: label(one.indicator.label), columns: columns, rows: rows)
  }
}
