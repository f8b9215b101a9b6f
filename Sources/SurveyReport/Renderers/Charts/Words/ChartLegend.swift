import SurveyModel

/// Says below a chart how it is read.
struct ChartLegend {
  let chart: Chart
  let language: InterfaceLanguage

  /// The key to the signs that occur; empty when nothing needs one.
  var text: String {
    let sentences: [String] =
      switch chart {
      case .bars(let chart): signs(of: chart) + axis(of: chart)
      case .levels(let chart): levels(chart)
      case .trend(let chart): axis(of: chart)
      case .importance: [ChartPhrase.meanLines.text(in: language)]
      case .tiles(let map): tones(Set(map.areas.flatMap(\.tiles).compactMap(\.tone)), points: false)
      }
    return (sentences + symbols).joined(separator: " ")
  }

  private func signs(of chart: BarChart) -> [String] {
    var parts: [String] = []
    if chart.bars.contains(where: { $0.interval != nil }) {
      parts.append("├─┤ " + RendererPhrase.interval.text(in: language))
    }
    if let target = chart.target {
      let share = ChartFigures(chart.unit, language).short(target)
      parts.append("┆ " + RendererPhrase.target(share).text(in: language).lowercased())
    }
    let tones = tones(Set(chart.bars.compactMap(\.tone)), points: chart.target != nil)
    return sentence((parts + tones.map { String($0.dropLast()) }).joined(separator: "; "))
  }

  private func tones(_ used: Set<Report.VerdictBlock.Tone>, points: Bool) -> [String] {
    let parts = Report.VerdictBlock.Tone.all.filter(used.contains).map { tone in
      let point = points && tone != .suppressed ? BarColours.point(tone).text + " " : ""
      return "\(point)\(tone.sign) " + RendererPhrase.tone(tone).text(in: language)
    }
    return sentence(parts.joined(separator: "; "))
  }

  private func levels(_ chart: LevelChart) -> [String] {
    let positive = chart.levels.count(where: \.isPositive)
    guard positive > 0, positive < chart.levels.count else { return [] }
    return [ChartPhrase.plainIsPositive.text(in: language)]
  }

  private func axis(of chart: BarChart) -> [String] {
    chart.target == nil ? [] : axis(BarPlot(chart: chart, layout: .wide).scale, chart.unit)
  }

  private func axis(of chart: TrendChart) -> [String] {
    axis(TrendPlot(chart: chart, layout: .wide, top: 0).scale, chart.unit)
  }

  private func axis(_ scale: ChartScale, _ unit: ChartUnit) -> [String] {
    guard scale.range != 0...1 else { return [] }
    let figures = ChartFigures(unit, language)
    let phrase = ChartPhrase.axis(
      from: figures.short(scale.range.lowerBound),
      to: figures.short(scale.range.upperBound)
    )
    return [phrase.text(in: language)]
  }

  private var symbols: [String] {
    let used = Set(chart.symbols)
    let parts = PublicationSymbol.allCases.filter(used.contains)
      .map { "\($0.text): \($0.text(in: language))" }
    return sentence(parts.joined(separator: "; "))
  }

  private func sentence(_ text: String) -> [String] { text.isEmpty ? [] : [text + "."] }
}

extension Chart {
  /// What stands in place of figures.
  var symbols: [PublicationSymbol] {
    switch self {
    case .bars(let chart): chart.bars.compactMap { $0.value == nil ? $0.shownSymbol : nil }
    case .levels(let chart): chart.rows.compactMap { $0.shares.isEmpty ? $0.symbol : nil }
    case .trend(let chart):
      chart.lines.flatMap(\.points).compactMap { $0.value == nil ? $0.symbol : nil }
    case .importance: []
    case .tiles(let map):
      map.areas.flatMap(\.tiles).compactMap { $0.value == nil ? $0.shownSymbol : nil }
    }
  }
}

extension BarChart.Bar {
  /// What stands in place of its figure; a verdict that is not published needs no other reason.
  var shownSymbol: PublicationSymbol? { symbol ?? (tone == .suppressed ? .confidential : nil) }
}

extension TileMap.Tile {
  /// What stands in place of its figure; a verdict that is not published needs no other reason.
  var shownSymbol: PublicationSymbol? { symbol ?? (tone == .suppressed ? .confidential : nil) }
}
