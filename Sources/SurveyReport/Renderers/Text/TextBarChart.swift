import SurveyModel

/// Draws a bar chart with characters.
struct TextBarChart {
  /// From this width on the interval and the number of interviews stand beside the bars.
  private static let widthForDetails = 90

  let chart: BarChart
  let language: InterfaceLanguage
  let width: Int
  let style: TerminalStyle
  private let figureText: ChartFigures

  init(_ chart: BarChart, language: InterfaceLanguage, width: Int, style: TerminalStyle) {
    self.chart = chart
    self.language = language
    self.width = width
    self.style = style
    figureText = ChartFigures(chart.unit, language)
  }

  /// All but the caption.
  func lines() -> [String] {
    let figures = chart.bars.map { self.figures(of: $0) }
    let labels = chart.bars.map { VisibleText.clean($0.label) }
    let figuresWidth = figures.map { ColumnWidth.of($0) }.max() ?? 0
    let longest = labels.map { ColumnWidth.of($0) }.max() ?? 0
    let labelWidth = min(longest, width * 3 / 10)
    let barWidth = max(width - labelWidth - figuresWidth - 4, 10)
    let rows = chart.bars.indices.flatMap { index in
      let group = index == 0 || chart.bars[index - 1].group != chart.bars[index].group
      let heading = (group ? chart.bars[index].group : nil).map { group in
        ColumnWidth.lines(of: VisibleText.clean(group), width: width)
          .map { style.apply(.faint, to: $0) }
      }
      let bar = TextBar.text(
        value: chart.bars[index].value,
        interval: chart.bars[index].interval,
        target: chart.target,
        width: barWidth
      )
      return (heading ?? [])
        + lines(
          label: ColumnWidth.lines(of: labels[index], width: labelWidth),
          labelWidth: labelWidth,
          bar: bar,
          figures: figures[index],
          of: chart.bars[index]
        )
    }
    return rows + legend()
  }

  private func lines(
    label: [String],
    labelWidth: Int,
    bar: String,
    figures: String,
    of source: BarChart.Bar
  ) -> [String] {
    label.enumerated().map { offset, text in
      let styled = style.apply(source.isTotal ? .strong : .plain, to: text)
      guard offset == 0 else { return styled }
      let space = String(repeating: " ", count: labelWidth - ColumnWidth.of(text) + 2)
      let tone = source.tone.map(TerminalStyle.Emphasis.tone) ?? .plain
      var line = styled + space + style.apply(tone, to: bar) + "  " + figures
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private func figures(of bar: BarChart.Bar) -> String {
    let value = padded(figureText.text(of: bar), to: 7)
    let sign = bar.tone?.sign ?? " "
    let short = chart.bars.contains { $0.tone != nil } ? "\(value) \(sign)" : value
    guard width >= Self.widthForDetails else { return short }
    let interval = bar.interval.map { figureText.text($0) } ?? ""
    let intervals = chart.bars.contains { $0.interval != nil }
    func size(_ bar: BarChart.Bar) -> String { bar.count.map(figureText.numbers.count) ?? "" }
    let widest = chart.bars.map { ColumnWidth.of(size($0)) }.max() ?? 0
    let count = padded(size(bar), to: widest)
    let known = bar.count == nil ? "" : "  n = \(count)"
    return short + (intervals ? "  " + padded(interval, to: 17) : "") + known
  }

  private func legend() -> [String] {
    var parts = ["█ " + RendererPhrase.value.text(in: language)]
    if chart.bars.contains(where: { $0.interval != nil }) {
      parts.append("├─┤ " + RendererPhrase.interval.text(in: language))
    }
    if let target = chart.target {
      let share = figureText.short(target)
      parts.append("| " + RendererPhrase.target(share).text(in: language).lowercased())
    }
    let tones = TextLegend.tones(chart.bars.compactMap(\.tone), language: language)
    return TextLegend(width: width, style: style).lines(parts + tones)
  }

  private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(width - ColumnWidth.of(text), 0)) + text
  }
}
