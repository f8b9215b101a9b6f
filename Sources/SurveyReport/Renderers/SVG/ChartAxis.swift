import SurveyModel

/// The scale below the bars and the line of the target.
struct ChartAxis {
  let layout: ChartLayout
  let language: InterfaceLanguage
  /// Where the rows end.
  let bottom: Double

  func nodes() -> [SVGNode] {
    var nodes = layout.ticks.flatMap { tick -> [SVGNode] in
      let x = layout.position(of: Double(tick) / 100)
      let isFirst = tick == layout.ticks.first
      let anchor =
        layout.isStacked ? (isFirst ? "start" : tick == 100 ? "end" : "middle") : "middle"
      let label = SVGNode.labelled(
        "text",
        [
          "x": SVGNumber.text(x), "y": SVGNumber.text(bottom + 17), "text-anchor": anchor,
          "font-size": SVGNumber.text(ChartLayout.smallFontSize), "fill": "#404040",
        ],
        "\(tick)%"
      )
      let top = layout.isStacked ? bottom - 4 : ChartLayout.headHeight
      return [line(x, top, x, bottom, colour: isFirst ? "#595959" : "#d0d0d0"), label]
    }
    nodes.append(line(layout.plotStart, bottom, layout.plotEnd, bottom, colour: "#595959"))
    return nodes
  }

  func targetLabel(_ target: Double) -> SVGNode {
    let share = DecimalText(language: language).shortPercent(target)
    let x = layout.position(of: target)
    let anchor = target > 0.75 && layout.isStacked ? "end" : target < 0.2 ? "start" : "middle"
    return .labelled(
      "text",
      [
        "x": SVGNumber.text(x), "y": SVGNumber.text(ChartLayout.headHeight - 11),
        "text-anchor": anchor, "font-size": SVGNumber.text(ChartLayout.smallFontSize),
      ],
      RendererPhrase.target(share).text(in: language)
    )
  }

  func targetLine(_ target: Double, from top: Double, to bottom: Double) -> SVGNode {
    let x = SVGNumber.text(layout.position(of: target))
    return .element(
      "line",
      [
        "x1": x, "y1": SVGNumber.text(top), "x2": x, "y2": SVGNumber.text(bottom),
        "stroke": "#1a1a1a", "stroke-width": "1.5", "stroke-dasharray": "5 4",
      ],
      []
    )
  }

  private func line(
    _ startX: Double,
    _ startY: Double,
    _ endX: Double,
    _ endY: Double,
    colour: String
  ) -> SVGNode {
    .element(
      "line",
      [
        "x1": SVGNumber.text(startX), "y1": SVGNumber.text(startY),
        "x2": SVGNumber.text(endX), "y2": SVGNumber.text(endY), "stroke": colour,
      ],
      []
    )
  }
}
