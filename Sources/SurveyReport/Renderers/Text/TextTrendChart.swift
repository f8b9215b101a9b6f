import SurveyModel

/// Draws figures over time with characters: a time a line, parted where they cannot be compared.
struct TextTrendChart {
  /// From this width on the interval stands beside the point.
  private static let widthForDetails = 80

  let chart: TrendChart
  let language: InterfaceLanguage
  let width: Int
  let style: TerminalStyle
  private let figures: ChartFigures
  private let scale: ChartScale

  init(_ chart: TrendChart, language: InterfaceLanguage, width: Int, style: TerminalStyle) {
    self.chart = chart
    self.language = language
    self.width = width
    self.style = style
    figures = ChartFigures(chart.unit, language)
    scale = TrendPlot(chart: chart, layout: .wide, top: 0).scale
  }

  func lines() -> [String] {
    chart.lines.flatMap { line -> [String] in
      let name = ColumnWidth.lines(of: VisibleText.clean(line.label), width: width)
        .map { style.apply(.strong, to: $0) }
      return (chart.namesLines ? name : []) + rows(of: line)
    } + notes() + legend()
  }

  private func rows(of line: TrendChart.Line) -> [String] {
    let times = chart.times.map(VisibleText.clean)
    let timeWidth = min(times.map { ColumnWidth.of($0) }.max() ?? 0, width * 3 / 10)
    let hasIntervals = chart.lines.flatMap(\.points).contains { $0.interval != nil }
    let showsIntervals = hasIntervals && width >= Self.widthForDetails
    let plotWidth = max(width - timeWidth - 13 - (showsIntervals ? 19 : 0), 8)
    return chart.times.indices.flatMap { time -> [String] in
      let point = line.points.indices.contains(time) ? line.points[time] : nil
      let plot = TextInterval.text(
        value: point?.value,
        interval: point?.interval,
        target: chart.target,
        scale: scale,
        width: plotWidth
      )
      let value = point?.value.map { figures.text($0) }
      let figure = padded(value ?? point?.symbol?.text ?? CellText.empty, to: 7)
      let interval =
        showsIntervals ? point?.interval.map { "  " + figures.text($0) } : nil
      let label = ColumnWidth.lines(of: times[time], width: timeWidth)
      let first = label.first ?? ""
      let space = String(repeating: " ", count: max(timeWidth - ColumnWidth.of(first), 0))
      return interruption(before: time) + [
        "  " + first + space + "  " + plot + "  " + figure + (interval ?? "")
      ] + label.dropFirst().map { "  " + $0 }
    }
  }

  private func interruption(before time: Int) -> [String] {
    guard chart.runs.dropFirst().contains(where: { $0.lowerBound == time }) else { return [] }
    let numbers = chart.breaks.indices.filter { chart.breaks[$0].before == time }
    let sign = numbers.map { " (\($0 + 1))" }.joined()
    return [style.apply(.faint, to: "  ╌╌╌╌╌╌" + sign)]
  }

  private func notes() -> [String] {
    let starts = chart.runs.dropFirst().map(\.lowerBound)
    return chart.breaks.enumerated().filter { starts.contains($0.element.before) }
      .flatMap { offset, interruption in
        let reason = ChartPhrase.interruption(interruption.reason).text(in: language)
        return TextLegend(width: width, style: style).note("(\(offset + 1)) " + reason)
      }
  }

  private func legend() -> [String] {
    var parts = ["● " + RendererPhrase.value.text(in: language)]
    if chart.lines.flatMap(\.points).contains(where: { $0.interval != nil }) {
      parts.append("├─┤ " + RendererPhrase.interval.text(in: language))
    }
    if let target = chart.target {
      let share = figures.short(target)
      parts.append("| " + RendererPhrase.target(share).text(in: language).lowercased())
    }
    let legend = TextLegend(width: width, style: style)
    guard scale.range != 0...1 else { return legend.lines(parts) }
    let axis = ChartPhrase.axis(
      from: figures.short(scale.range.lowerBound),
      to: figures.short(scale.range.upperBound)
    )
    return legend.lines(parts) + legend.note(axis.text(in: language))
  }

  private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(width - ColumnWidth.of(text), 0)) + text
  }
}
