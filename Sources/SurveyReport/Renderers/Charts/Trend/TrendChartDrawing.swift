import SurveyModel

/// Draws figures over time.
///
/// What cannot be compared is never joined: at a break the grid, the target and the lines stop,
/// and a number leads to the reason below.
struct TrendChartDrawing {
  let chart: TrendChart
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// One drawing; none when there is nothing to show.
  func drawings() -> [Drawing] {
    guard !chart.times.isEmpty, !chart.lines.isEmpty else { return [] }
    let key = ChartKey(entries, width: layout.width)
    let plot = TrendPlot(chart: chart, layout: layout, top: key.height + 22)
    let times = TrendTimes(chart.times, unit: plot.unit)
    let lines = chart.lines.enumerated().map { TrendLine(line: $1, index: $0, plot: plot) }
    let notesTop = plot.bottom + times.height + 8
    let notes = notes(top: notesTop)
    let shapes =
      key.shapes(top: 0) + frame(plot) + breaks(plot) + lines.flatMap { $0.shapes() }
      + TrendLabels(lines: lines, plot: plot, language: language).shapes()
      + times.shapes(plot: plot, width: layout.width) + notes.shapes
    return [
      Drawing(
        title: chart.caption,
        description: ChartDescription(language: language).text(of: chart),
        width: layout.width,
        height: notesTop + notes.height,
        shapes: shapes
      )
    ]
  }

  private var entries: [ChartKey.Entry] {
    let named = chart.namesLines ? chart.lines : []
    let lines = named.enumerated().map { index, line in
      let style = TrendStyle(line: index)
      return ChartKey.Entry(
        mark: .line(style.stroke, style.marker, isFilled: style.isFilled),
        text: line.label
      )
    }
    let target = chart.target.map { target in
      let share = ChartFigures(chart.unit, language).short(target)
      return ChartKey.Entry(
        mark: .line(Drawing.Stroke(width: 1.5, isDashed: true), nil, isFilled: false),
        text: RendererPhrase.target(share).text(in: language)
      )
    }
    return lines + [target].compactMap(\.self)
  }

  private func frame(_ plot: TrendPlot) -> [Drawing.Shape] {
    let figures = ChartFigures(chart.unit, language)
    let grid = plot.scale.ticks.enumerated().flatMap { offset, tick -> [Drawing.Shape] in
      let y = plot.y(of: tick)
      let label = Drawing.Shape.label(
        figures.short(tick),
        x: plot.left - 6,
        y: y + 4.5,
        anchor: .end
      )
      let stroke = Drawing.Stroke(colour: offset == 0 ? .rule : .grid)
      return label + across(plot, y: y, stroke)
    }
    let target = chart.target.map {
      across(plot, y: plot.y(of: $0), Drawing.Stroke(width: 1.5, isDashed: true))
    }
    return grid + (target ?? [])
  }

  private func across(
    _ plot: TrendPlot,
    y: Double,
    _ stroke: Drawing.Stroke
  ) -> [Drawing.Shape] {
    plot.runs.map { run in
      let reach = plot.reach(of: run)
      return .line(reach.lowerBound, y, reach.upperBound, y, stroke)
    }
  }

  private func breaks(_ plot: TrendPlot) -> [Drawing.Shape] {
    plot.runs.dropFirst().flatMap { run -> [Drawing.Shape] in
      let x = plot.gapMiddle(before: run.lowerBound)
      let numbers = chart.breaks.indices.filter { chart.breaks[$0].before == run.lowerBound }
      let stroke = Drawing.Stroke(colour: .rule, width: 1.4)
      let marks = [-3.0, 3.0].map { aside in
        Drawing.Shape.line(x + aside - 3, plot.bottom + 6, x + aside + 3, plot.bottom - 6, stroke)
      }
      let text = numbers.map { "(\($0 + 1))" }.joined()
      return marks
        + Drawing.Shape.label(text, x: x, y: plot.top + 6, anchor: .middle, colour: .black)
    }
  }

  private func notes(top: Double) -> (shapes: [Drawing.Shape], height: Double) {
    var shapes: [Drawing.Shape] = []
    var height = 0.0
    let starts = Set(plotStarts)
    for (offset, interruption) in chart.breaks.enumerated()
    where starts.contains(interruption.before) {
      let reason = ChartPhrase.interruption(interruption.reason).text(in: language)
      let lines = FontMetrics.lines(
        of: "(\(offset + 1)) " + reason,
        width: layout.width,
        fontSize: ChartLayout.smallFontSize
      )
      shapes += Drawing.Shape.labels(
        lines,
        x: 0,
        firstBaseline: top + height + 13,
        lineHeight: ChartLayout.smallLineHeight,
        size: ChartLayout.smallFontSize
      )
      height += Double(lines.count) * ChartLayout.smallLineHeight + 3
    }
    return (shapes, height)
  }

  private var plotStarts: [Int] { chart.runs.dropFirst().map(\.lowerBound) }
}

extension TrendChart {
  /// Whether lines need names: not when the only one is called like the chart.
  var namesLines: Bool { lines.count != 1 || lines.first?.label != caption }
}
