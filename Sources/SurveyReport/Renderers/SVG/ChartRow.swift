import SurveyModel

/// One bar with its label and its figures.
struct ChartRow {
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

  func nodes(top: Double, id: String) -> [SVGNode] {
    let middle = top + layout.barMiddle(rowHeight: height)
    return [label(top: top)] + shape(middle: middle, id: id) + figures(top: top, middle: middle)
  }

  private func label(top: Double) -> SVGNode {
    let textHeight = Double(labelLines.count) * ChartLayout.lineHeight
    let start = layout.isStacked ? top + 2 : top + (height - textHeight) / 2
    let lines = labelLines.enumerated().map { offset, line in
      SVGNode.labelled(
        "tspan",
        [
          "x": "0",
          "y": SVGNumber.text(start + Double(offset) * ChartLayout.lineHeight + 13.5),
        ],
        line
      )
    }
    return .element("text", ["font-weight": weight], lines)
  }

  private func shape(middle: Double, id: String) -> [SVGNode] {
    guard let value = bar.value, value.isFinite else { return [] }
    let colours = ChartPatterns.colours(of: bar.tone, id: id)
    let end = layout.position(of: value)
    let rectangle = SVGNode.element(
      "rect",
      [
        "x": SVGNumber.text(layout.plotStart),
        "y": SVGNumber.text(middle - ChartLayout.barHeight / 2),
        "width": SVGNumber.text(end - layout.plotStart),
        "height": SVGNumber.text(ChartLayout.barHeight),
        "fill": colours.fill, "stroke": colours.outline,
        "stroke-width": bar.isTotal ? "2" : "1",
      ],
      []
    )
    return [rectangle] + whisker(middle: middle)
  }

  private func whisker(middle: Double) -> [SVGNode] {
    guard let interval = bar.interval else { return [] }
    let low = SVGNumber.text(layout.position(of: interval.lowerBound))
    let high = SVGNumber.text(layout.position(of: interval.upperBound))
    let upper = SVGNumber.text(middle - 4)
    let lower = SVGNumber.text(middle + 4)
    let line = SVGNumber.text(middle)
    let path = "M\(low) \(line)H\(high)M\(low) \(upper)V\(lower)M\(high) \(upper)V\(lower)"
    // A white edge keeps the whisker visible on a hatched bar.
    return [("#ffffff", "3.6"), ("#1a1a1a", "1.6")].map { colour, width in
      .element(
        "path",
        ["d": path, "stroke": colour, "stroke-width": width, "fill": "none"],
        []
      )
    }
  }

  private func figures(top: Double, middle: Double) -> [SVGNode] {
    let value = cellText.text(of: bar)
    let count = bar.count.map { "n = " + cellText.numbers.count($0) } ?? ""
    let sign = bar.tone?.sign ?? ""
    guard !layout.isStacked else {
      return [
        figure(sign.isEmpty ? value : "\(value) \(sign)", x: layout.width, y: top + 15.5),
        small(count, x: layout.width, y: top + 15.5 + ChartLayout.lineHeight),
      ]
    }
    return [
      figure(value, x: layout.plotEnd + 70, y: middle + 5),
      figure(sign, x: layout.plotEnd + 92, y: middle + 5),
      small(count, x: layout.width, y: middle + 5),
    ]
  }

  private func figure(_ text: String, x: Double, y: Double) -> SVGNode {
    .labelled(
      "text",
      [
        "x": SVGNumber.text(x), "y": SVGNumber.text(y), "text-anchor": "end",
        "font-weight": weight,
      ],
      text
    )
  }

  private func small(_ text: String, x: Double, y: Double) -> SVGNode {
    .labelled(
      "text",
      [
        "x": SVGNumber.text(x), "y": SVGNumber.text(y), "text-anchor": "end",
        "font-size": SVGNumber.text(ChartLayout.smallFontSize), "fill": "#404040",
      ],
      text
    )
  }

  private var weight: String { bar.isTotal ? "bold" : "normal" }
}
