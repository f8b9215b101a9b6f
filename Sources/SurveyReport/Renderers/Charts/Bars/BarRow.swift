import SurveyModel

/// One bar with its label and its figures.
struct BarRow {
  let bar: BarChart.Bar
  let layout: ChartLayout
  let labelLines: [String]
  let height: Double
  private let cellText: CellText

  init(bar: BarChart.Bar, language: InterfaceLanguage, layout: ChartLayout) {
    self.bar = bar
    self.layout = layout
    cellText = CellText(language: language)
    labelLines = FontMetrics.lines(
      of: VisibleText.clean(bar.label),
      width: layout.labelWidth,
      // Bold letters are wider.
      fontSize: ChartLayout.fontSize * (bar.isTotal ? 1.08 : 1)
    )
    height = layout.rowHeight(lines: labelLines.count)
  }

  func shapes(top: Double) -> [Drawing.Shape] {
    let middle = top + layout.barMiddle(rowHeight: height)
    return label(top: top) + shape(middle: middle) + figures(top: top, middle: middle)
  }

  private func label(top: Double) -> [Drawing.Shape] {
    let textHeight = Double(labelLines.count) * ChartLayout.lineHeight
    let start = layout.isStacked ? top + 2 : top + (height - textHeight) / 2
    return labelLines.enumerated().map { offset, line in
      .label(
        Drawing.Label(
          text: line,
          place: Drawing.Point(x: 0, y: start + Double(offset) * ChartLayout.lineHeight + 13.5),
          size: ChartLayout.fontSize,
          isBold: bar.isTotal
        )
      )
    }
  }

  private func shape(middle: Double) -> [Drawing.Shape] {
    guard let value = bar.value, value.isFinite else { return [] }
    let colours = BarColours.of(bar.tone)
    let rectangle = Drawing.Shape.rectangle(
      Drawing.Point(x: layout.plotStart, y: middle - ChartLayout.barHeight / 2),
      width: layout.position(of: value) - layout.plotStart,
      height: ChartLayout.barHeight,
      fill: colours.fill,
      stroke: Drawing.Stroke(colour: colours.outline, width: bar.isTotal ? 2 : 1)
    )
    return [rectangle] + whisker(middle: middle)
  }

  private func whisker(middle: Double) -> [Drawing.Shape] {
    guard let interval = bar.interval else { return [] }
    let low = layout.position(of: interval.lowerBound)
    let high = layout.position(of: interval.upperBound)
    let lines = [
      [Drawing.Point(x: low, y: middle), Drawing.Point(x: high, y: middle)],
      [Drawing.Point(x: low, y: middle - 4), Drawing.Point(x: low, y: middle + 4)],
      [Drawing.Point(x: high, y: middle - 4), Drawing.Point(x: high, y: middle + 4)],
    ]
    // A white edge keeps the whisker visible on a hatched bar.
    return lines.map { .line($0, Drawing.Stroke(colour: .white, width: 3.6)) }
      + lines.map { .line($0, Drawing.Stroke(width: 1.6)) }
  }

  private func figures(top: Double, middle: Double) -> [Drawing.Shape] {
    let value = cellText.text(of: bar)
    let count = bar.count.map { "n = " + cellText.numbers.count($0) } ?? ""
    let sign = bar.tone?.sign ?? ""
    guard !layout.isStacked else {
      return [
        figure(sign.isEmpty ? value : "\(value) \(sign)", x: layout.width, y: top + 15.5),
        small(count, x: layout.width, y: top + 15.5 + ChartLayout.lineHeight),
      ]
      .compactMap(\.self)
    }
    return [
      figure(value, x: layout.plotEnd + 70, y: middle + 5),
      figure(sign, x: layout.plotEnd + 92, y: middle + 5),
      small(count, x: layout.width, y: middle + 5),
    ]
    .compactMap(\.self)
  }

  private func figure(_ text: String, x: Double, y: Double) -> Drawing.Shape? {
    guard !text.isEmpty else { return nil }
    return .label(
      Drawing.Label(
        text: text,
        place: Drawing.Point(x: x, y: y),
        size: ChartLayout.fontSize,
        anchor: .end,
        isBold: bar.isTotal
      )
    )
  }

  private func small(_ text: String, x: Double, y: Double) -> Drawing.Shape? {
    guard !text.isEmpty else { return nil }
    return .label(
      Drawing.Label(
        text: text,
        place: Drawing.Point(x: x, y: y),
        size: ChartLayout.smallFontSize,
        anchor: .end,
        colour: .grey
      )
    )
  }
}
