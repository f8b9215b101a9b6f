import SurveyModel

/// Says in words what a chart shows.
struct ChartLegend {
  let chart: BarChart
  let language: InterfaceLanguage

  /// The key to the signs that occur.
  var text: String {
    var parts: [String] = []
    if chart.bars.contains(where: { $0.interval != nil }) {
      parts.append("├─┤ " + RendererPhrase.interval.text(in: language))
    }
    if let target = chart.target {
      let share = DecimalText(language: language).shortPercent(target)
      parts.append("┆ " + RendererPhrase.target(share).text(in: language).lowercased())
    }
    for tone in Report.VerdictBlock.Tone.all where chart.bars.contains(where: { $0.tone == tone }) {
      parts.append("\(tone.sign) " + RendererPhrase.tone(tone).text(in: language))
    }
    return parts.joined(separator: "; ")
  }

  /// Each bar as a clause, for those who cannot see the drawing.
  func description(of bars: [BarChart.Bar]) -> String {
    let cellText = CellText(language: language)
    let clauses = bars.map { bar in
      var parts = [cellText.text(of: bar)]
      if bar.value == nil {
        let reason: RendererPhrase = bar.tone == .suppressed ? .tone(.suppressed) : .noData
        parts = [reason.text(in: language)]
      }
      if let interval = bar.interval {
        let ends = cellText.numbers.percentInterval(interval)
        parts.append(RendererPhrase.interval.text(in: language) + " " + ends)
      }
      if let count = bar.count { parts.append("n = " + cellText.numbers.count(count)) }
      if let tone = bar.tone, bar.value != nil {
        parts.append(RendererPhrase.tone(tone).text(in: language))
      }
      return bar.label + ": " + parts.joined(separator: ", ")
    }
    let target = chart.target.map { target in
      RendererPhrase.target(cellText.numbers.shortPercent(target)).text(in: language) + ". "
    }
    return (target ?? "") + clauses.joined(separator: "; ") + "."
  }
}
