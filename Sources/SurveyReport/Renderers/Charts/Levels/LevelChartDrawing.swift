import SurveyModel

/// Draws all levels of the answers to some questions as stacked bars of 100%.
struct LevelChartDrawing {
  let chart: LevelChart
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// One or more drawings that follow one another.
  func drawings() -> [Drawing] {
    let shades = LevelShades.shades(of: chart.levels)
    let rows = chart.rows.map {
      LevelRow(row: $0, language: language, layout: layout, shades: shades)
    }
    let entries = zip(chart.levels, shades).map { level, shade in
      ChartKey.Entry(mark: .area(shade.fill), text: level.label)
    }
    let key = ChartKey(entries, width: layout.width)
    return ChartPages.runs(of: rows.map(\.height), maximum: layout.maximumHeight)
      .map { drawing(Array(rows[$0]), key) }
  }

  private func drawing(_ rows: [LevelRow], _ key: ChartKey) -> Drawing {
    let head = key.height + 8
    let bottom = rows.reduce(head) { $0 + $1.height }
    var shapes = key.shapes(top: 0) + axis(bottom: bottom)
    var top = head
    for row in rows {
      shapes += row.shapes(top: top)
      top += row.height
    }
    return Drawing(
      title: chart.caption,
      description: ChartDescription(language: language).text(of: rows.map(\.row), in: chart),
      width: layout.width,
      height: bottom + ChartLayout.footHeight,
      shapes: shapes
    )
  }

  private func axis(bottom: Double) -> [Drawing.Shape] {
    let reach = LevelRow.reach(in: layout)
    let scale = ChartScale.shares(maximumTicks: layout.maximumTicks)
    let numbers = DecimalText(language: language)
    return scale.ticks.enumerated().flatMap { offset, tick -> [Drawing.Shape] in
      let x = reach.lowerBound + (reach.upperBound - reach.lowerBound) * tick
      let isFirst = offset == 0
      let isLast = offset == scale.ticks.count - 1
      let label = Drawing.Shape.label(
        numbers.shortPercent(tick),
        x: layout.isStacked && isFirst ? 0 : layout.isStacked && isLast ? layout.width : x,
        y: bottom + 17,
        anchor: layout.isStacked ? (isFirst ? .start : isLast ? .end : .middle) : .middle
      )
      return [.line(x, bottom - 3, x, bottom + 3, Drawing.Stroke(colour: .rule))] + label
    }
  }
}
