import SurveyModel

/// The scale below rows and the line of the target.
struct ShareAxis {
  let plot: BarPlot
  let language: InterfaceLanguage
  /// Where the rows begin.
  let top: Double
  /// Where the rows end.
  let bottom: Double

  private var layout: ChartLayout { plot.layout }

  func shapes(withGrid hasGrid: Bool) -> [Drawing.Shape] {
    let figures = ChartFigures(plot.unit, language)
    let ticks = plot.scale.ticks.enumerated().flatMap { offset, tick -> [Drawing.Shape] in
      let x = plot.position(of: tick)
      let isFirst = offset == 0
      let isLast = tick >= plot.scale.range.upperBound - 1e-9
      let label = Drawing.Shape.label(
        figures.short(tick),
        x: layout.isStacked && isFirst ? 0 : layout.isStacked && isLast ? layout.width : x,
        y: bottom + 17,
        anchor: layout.isStacked ? (isFirst ? .start : isLast ? .end : .middle) : .middle
      )
      let stroke = Drawing.Stroke(colour: isFirst ? .rule : .grid)
      return [.line(x, hasGrid ? top : bottom - 4, x, bottom, stroke)] + label
    }
    let base = Drawing.Shape.line(
      layout.plotStart,
      bottom,
      layout.plotEnd,
      bottom,
      Drawing.Stroke(colour: .rule)
    )
    return ticks + [base]
  }

  func targetLabel(_ target: Double) -> [Drawing.Shape] {
    let share = ChartFigures(plot.unit, language).short(target)
    let text = RendererPhrase.target(share).text(in: language)
    // Half of the label has to fit between the line and the edge.
    let half = FontMetrics.width(of: text, fontSize: ChartLayout.smallFontSize) / 2
    let x = min(max(plot.position(of: target), half), layout.width - half)
    return Drawing.Shape.label(text, x: x, y: top - 11, anchor: .middle, colour: .black)
  }

  func targetLine(_ target: Double, from top: Double, to bottom: Double) -> Drawing.Shape {
    let x = plot.position(of: target)
    return .line(x, top, x, bottom, Drawing.Stroke(width: 1.5, isDashed: true))
  }
}
