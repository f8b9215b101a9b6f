import SurveyModel

/// One figure with its label, its interval and its numbers.
struct BarRow {
  let bar: BarChart.Bar
  let plot: BarPlot
  let labelLines: [String]
  /// The height with the heading.
  let height: Double
  private let headingLines: [String]
  private let figureText: ChartFigures

  init(bar: BarChart.Bar, language: InterfaceLanguage, plot: BarPlot, isFirst: Bool) {
    self.bar = bar
    self.plot = plot
    figureText = ChartFigures(plot.unit, language)
    labelLines = FontMetrics.lines(
      of: bar.label,
      width: plot.layout.labelWidth,
      fontSize: ChartLayout.fontSize,
      isBold: bar.isTotal
    )
    headingLines =
      (isFirst ? bar.group : nil).map { group in
        FontMetrics.lines(
          of: group,
          width: plot.layout.width,
          fontSize: ChartLayout.smallFontSize,
          isBold: true
        )
      } ?? []
    height =
      Self.headingHeight(headingLines)
      + plot.layout.rowHeight(lines: labelLines.count, shape: BarPlot.barHeight)
  }

  /// Where the figure is below the top of the row.
  var middle: Double {
    let heading = Self.headingHeight(headingLines)
    return heading
      + plot.layout.shapeMiddle(rowHeight: height - heading, shape: BarPlot.barHeight)
  }

  func shapes(top: Double) -> [Drawing.Shape] {
    let heading = Drawing.Shape.labels(
      headingLines,
      x: 0,
      firstBaseline: top + 19,
      size: ChartLayout.smallFontSize,
      isBold: true,
      colour: .grey
    )
    let middle = top + self.middle
    let figure = plot.showsPoints ? point(middle: middle) : rectangle(middle: middle)
    return heading + label(top: top) + figure + figures(top: top, middle: middle)
  }

  private func label(top: Double) -> [Drawing.Shape] {
    let heading = Self.headingHeight(headingLines)
    let start = plot.layout.labelTop(rowHeight: height - heading, lines: labelLines.count)
    return Drawing.Shape.labels(
      labelLines,
      x: 0,
      firstBaseline: top + heading + start + 13.5,
      isBold: bar.isTotal
    )
  }

  private func rectangle(middle: Double) -> [Drawing.Shape] {
    guard let value = bar.value, value.isFinite else { return [] }
    let colours = BarColours.bar(bar.tone)
    let rectangle = Drawing.Shape.rectangle(
      Drawing.Point(x: plot.layout.plotStart, y: middle - BarPlot.barHeight / 2),
      width: plot.position(of: value) - plot.layout.plotStart,
      height: BarPlot.barHeight,
      fill: colours.fill,
      stroke: Drawing.Stroke(colour: colours.outline, width: bar.isTotal ? 2 : 1)
    )
    // A white edge keeps the whisker visible on a hatched bar.
    return [rectangle]
      + whisker(middle: middle, reach: 4, Drawing.Stroke(colour: .white, width: 3.6))
      + whisker(middle: middle, reach: 4, Drawing.Stroke(width: 1.6))
  }

  private func point(middle: Double) -> [Drawing.Shape] {
    let layout = plot.layout
    let guide = Drawing.Shape.line(
      layout.plotStart,
      middle,
      layout.plotEnd,
      middle,
      Drawing.Stroke(colour: .grid)
    )
    guard let value = bar.value, value.isFinite else { return [] }
    let point = BarColours.point(bar.tone)
    let stroke = Drawing.Stroke(colour: point.colour, width: bar.isTotal ? 2.6 : 1.8)
    let mark = point.marker.shape(
      at: Drawing.Point(x: plot.position(of: value), y: middle),
      radius: bar.isTotal ? 6 : 4.8,
      colour: point.colour,
      isFilled: point.isFilled
    )
    return [guide] + whisker(middle: middle, reach: 5, stroke) + [mark]
  }

  private func whisker(
    middle: Double,
    reach: Double,
    _ stroke: Drawing.Stroke
  ) -> [Drawing.Shape] {
    guard let interval = bar.interval else { return [] }
    let low = plot.position(of: interval.lowerBound)
    let high = plot.position(of: interval.upperBound)
    return [
      .line(low, middle, high, middle, stroke),
      .line(low, middle - reach, low, middle + reach, stroke),
      .line(high, middle - reach, high, middle + reach, stroke),
    ]
  }

  private func figures(top: Double, middle: Double) -> [Drawing.Shape] {
    let layout = plot.layout
    let value = figureText.text(of: bar)
    let count = bar.count.map { "n = " + figureText.numbers.count($0) } ?? ""
    let sign = bar.tone?.sign ?? ""
    guard layout.isStacked else {
      return figure(value, x: layout.plotEnd + 72, y: middle + 5)
        + figure(sign, x: layout.plotEnd + 94, y: middle + 5)
        + Drawing.Shape.label(count, x: layout.width, y: middle + 5, anchor: .end)
    }
    let first = top + Self.headingHeight(headingLines) + 15.5
    return figure(sign.isEmpty ? value : "\(value) \(sign)", x: layout.width, y: first)
      + Drawing.Shape.label(
        count,
        x: layout.width,
        y: first + ChartLayout.lineHeight,
        anchor: .end
      )
  }

  private func figure(_ text: String, x: Double, y: Double) -> [Drawing.Shape] {
    Drawing.Shape.label(
      text,
      x: x,
      y: y,
      size: ChartLayout.fontSize,
      anchor: .end,
      isBold: bar.isTotal,
      colour: .black
    )
  }

  private static func headingHeight(_ lines: [String]) -> Double {
    lines.isEmpty ? 0 : Double(lines.count) * ChartLayout.lineHeight + 8
  }
}
