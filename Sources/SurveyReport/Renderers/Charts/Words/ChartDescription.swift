import SurveyModel

/// Says all figures of a chart in words, for those who cannot see the drawing.
struct ChartDescription {
  let language: InterfaceLanguage
  let cellText: CellText

  init(language: InterfaceLanguage) {
    self.language = language
    cellText = CellText(language: language)
  }

  /// Some bars of a chart.
  func text(of bars: [BarChart.Bar], in chart: BarChart) -> String {
    let clauses = bars.map { bar in
      let group = bar.group.map { $0 + " – " } ?? ""
      return group + bar.label + ": "
        + figure(
          bar.value,
          interval: bar.interval,
          count: bar.count,
          tone: bar.tone,
          symbol: bar.symbol,
          unit: chart.unit
        )
    }
    return target(chart.target, chart.unit) + clauses.joined(separator: "; ") + "."
  }

  /// Some rows of a chart.
  func text(of rows: [LevelChart.Row], in chart: LevelChart) -> String {
    let positive = chart.levels.filter(\.isPositive).map(\.label).joined(separator: ", ")
    let lead =
      positive.isEmpty ? "" : ChartPhrase.positive(positive).text(in: language) + ". "
    let clauses = rows.map { row in
      let shares = zip(chart.levels, row.pieces(of: chart.levels.count).isEmpty ? [] : row.shares)
        .map { level, share in "\(level.label) \(cellText.numbers.percent(share))" }
      let figures = shares.isEmpty ? [absence(row.symbol, tone: nil)] : shares
      return row.label + ": " + (figures + count(row.count)).joined(separator: ", ")
    }
    return lead + clauses.joined(separator: "; ") + "."
  }

  /// A trend.
  func text(of chart: TrendChart) -> String {
    let breaks = chart.breaks.compactMap { interruption -> String? in
      guard chart.times.indices.contains(interruption.before) else { return nil }
      return chart.times[interruption.before] + ": "
        + ChartPhrase.interruption(interruption.reason).text(in: language)
    }
    let lines = chart.lines.map { line in
      let clauses = zip(chart.times, line.points).map { time, point in
        time + ": "
          + figure(
            point.value,
            interval: point.interval,
            count: nil,
            tone: nil,
            symbol: point.symbol,
            unit: chart.unit
          )
      }
      return line.label + " – " + clauses.joined(separator: "; ") + "."
    }
    return target(chart.target, chart.unit) + (lines + breaks.map(ended)).joined(separator: " ")
  }

  /// A map of importance.
  func text(of map: ImportanceMap) -> String {
    let numbers = cellText.numbers
    let means = [
      "\(map.performanceTitle): \(numbers.number(map.meanPerformance, decimals: ImportanceMap.decimals))",
      "\(map.importanceTitle): \(numbers.number(map.meanImportance, decimals: ImportanceMap.decimals))",
    ]
    let clauses = map.items.map { item in
      [
        "\(item.number). \(item.label): \(item.quadrant.text(in: language))",
        ChartPhrase.clear(item.isClear).text(in: language),
        "\(map.performanceTitle) \(numbers.number(item.performance, decimals: ImportanceMap.decimals))",
        "\(map.importanceTitle) \(numbers.number(item.importance, decimals: ImportanceMap.decimals))",
      ]
      .joined(separator: ", ")
    }
    return ChartPhrase.meanLines.text(in: language) + " " + means.joined(separator: "; ") + ". "
      + clauses.joined(separator: "; ") + "."
  }

  /// Some tiles of a map.
  func text(of tiles: [(area: String?, tile: TileMap.Tile)], in map: TileMap) -> String {
    let clauses = tiles.map { area, tile in
      (area.map { $0 + " – " } ?? "") + tile.label + ": "
        + figure(
          tile.value,
          interval: nil,
          count: tile.count,
          tone: tile.tone,
          symbol: tile.symbol,
          unit: map.unit
        )
    }
    return target(map.target, map.unit) + clauses.joined(separator: "; ") + "."
  }

  private func figure(
    _ value: Double?,
    interval: ClosedRange<Double>?,
    count: Int?,
    tone: Report.VerdictBlock.Tone?,
    symbol: PublicationSymbol?,
    unit: ChartUnit
  ) -> String {
    guard let value else {
      return ([absence(symbol, tone: tone)] + self.count(count)).joined(separator: ", ")
    }
    let figures = ChartFigures(unit, language)
    var parts = [figures.text(value)]
    if let interval {
      parts.append(RendererPhrase.interval.text(in: language) + " " + figures.text(interval))
    }
    parts += self.count(count)
    if let tone { parts.append(RendererPhrase.tone(tone).text(in: language)) }
    return parts.joined(separator: ", ")
  }

  private func absence(
    _ symbol: PublicationSymbol?,
    tone: Report.VerdictBlock.Tone?
  ) -> String {
    if let symbol { return symbol.text(in: language) }
    let reason: RendererPhrase = tone == .suppressed ? .tone(.suppressed) : .noData
    return reason.text(in: language)
  }

  private func count(_ count: Int?) -> [String] {
    count.map { ["n = " + cellText.numbers.count($0)] } ?? []
  }

  private func target(_ target: Double?, _ unit: ChartUnit) -> String {
    guard let target else { return "" }
    let figure = ChartFigures(unit, language).short(target)
    return RendererPhrase.target(figure).text(in: language) + ". "
  }

  private func ended(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? sentence : sentence + "."
  }
}
