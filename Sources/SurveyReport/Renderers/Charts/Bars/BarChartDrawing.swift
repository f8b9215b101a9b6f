import SurveyModel

/// Draws figures with their intervals: points against the line of a target, or else bars.
struct BarChartDrawing {
  let chart: BarChart
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// One or more drawings that follow one another.
  func drawings() -> [Drawing] {
    let plot = BarPlot(chart: chart, layout: layout)
    let rows = chart.bars.indices.map { index in
      let isFirst = index == 0 || chart.bars[index - 1].group != chart.bars[index].group
      return BarRow(bar: chart.bars[index], language: language, plot: plot, isFirst: isFirst)
    }
    let starts = chart.bars.indices.filter { index in
      index > 0 && chart.bars[index - 1].group != chart.bars[index].group
    }
    let runs = ChartPages.runs(
      of: rows.map(\.height),
      maximum: layout.maximumHeight,
      starts: Set(starts)
    )
    return runs.map { run in
      // Where a page may be turned, the group is named once more.
      let first = BarRow(
        bar: chart.bars[run.lowerBound],
        language: language,
        plot: plot,
        isFirst: true
      )
      return drawing([first] + rows[run.dropFirst()], plot)
    }
  }

  private func drawing(_ rows: [BarRow], _ plot: BarPlot) -> Drawing {
    let head = chart.target == nil ? 8.0 : 26
    let bottom = rows.reduce(head) { $0 + $1.height }
    let axis = ShareAxis(plot: plot, language: language, top: head, bottom: bottom)
    var shapes = axis.shapes(withGrid: !layout.isStacked)
    if let target = chart.target {
      shapes += axis.targetLabel(target)
      if !layout.isStacked {
        shapes.append(axis.targetLine(target, from: head - 6, to: bottom))
      }
    }
    var top = head
    for row in rows {
      // Above a stacked row stands its label, which no line may cross.
      if let target = chart.target, layout.isStacked {
        let middle = top + row.middle
        shapes.append(axis.targetLine(target, from: middle - 12, to: middle + 12))
      }
      shapes += row.shapes(top: top)
      top += row.height
    }
    return Drawing(
      title: chart.caption,
      description: ChartDescription(language: language).text(of: rows.map(\.bar), in: chart),
      width: layout.width,
      height: bottom + ChartLayout.footHeight,
      shapes: shapes
    )
  }
}
