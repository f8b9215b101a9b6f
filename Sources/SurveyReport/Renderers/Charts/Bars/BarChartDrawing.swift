import SurveyModel

/// Draws a bar chart: bars, whiskers, the dashed line of the target.
struct BarChartDrawing {
  let chart: BarChart
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// One or more drawings that follow one another.
  func drawings() -> [Drawing] {
    let rows = chart.bars.map { BarRow(bar: $0, language: language, layout: layout) }
    return ChartPages.runs(of: rows.map(\.height), maximum: layout.maximumHeight)
      .map { drawing(Array(rows[$0])) }
  }

  private func drawing(_ rows: [BarRow]) -> Drawing {
    let bottom = rows.reduce(ChartLayout.headHeight) { $0 + $1.height }
    let axis = ShareAxis(layout: layout, language: language, bottom: bottom)
    var shapes = axis.shapes()
    if let target = chart.target {
      shapes.append(axis.targetLabel(target))
    }
    var top = ChartLayout.headHeight
    for row in rows {
      shapes += row.shapes(top: top)
      // Above a stacked bar stands its label, which no line may cross.
      if let target = chart.target, layout.isStacked {
        let middle = top + layout.barMiddle(rowHeight: row.height)
        let reach = ChartLayout.barHeight / 2 + 4
        shapes.append(axis.targetLine(target, from: middle - reach, to: middle + reach))
      }
      top += row.height
    }
    if let target = chart.target, !layout.isStacked {
      shapes.append(axis.targetLine(target, from: ChartLayout.headHeight - 6, to: bottom))
    }
    return Drawing(
      title: VisibleText.clean(chart.caption),
      description: VisibleText.clean(
        ChartLegend(chart: chart, language: language).description(of: rows.map(\.bar))
      ),
      width: layout.width,
      height: bottom + ChartLayout.footHeight,
      shapes: shapes
    )
  }
}
