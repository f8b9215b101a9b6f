import SurveyModel

/// Draws a bar chart: bars, whiskers, the dashed line of the target.
struct SVGBarChart {
  let chart: BarChart
  let language: InterfaceLanguage
  let layout: ChartLayout
  /// What the ids inside the drawing begin with.
  let id: String

  /// One or more drawings that follow one another.
  func documents() -> [String] {
    pages().enumerated().map { offset, rows in
      document(rows, id: "\(id)-\(offset + 1)").markup
    }
  }

  private func pages() -> [[ChartRow]] {
    var pages: [[ChartRow]] = []
    var page: [ChartRow] = []
    var height = 0.0
    for bar in chart.bars {
      let row = ChartRow(bar: bar, language: language, layout: layout)
      if !page.isEmpty, height + row.height > layout.maximumHeight {
        pages.append(page)
        page = []
        height = 0
      }
      page.append(row)
      height += row.height
    }
    return page.isEmpty ? pages : pages + [page]
  }

  private func document(_ rows: [ChartRow], id: String) -> SVGNode {
    let bottom = rows.reduce(ChartLayout.headHeight) { $0 + $1.height }
    let height = bottom + ChartLayout.footHeight
    var children: [SVGNode] = [
      .labelled("title", ["id": id + "-title"], chart.caption),
      .labelled(
        "desc",
        ["id": id + "-desc"],
        ChartLegend(chart: chart, language: language).description(of: rows.map(\.bar))
      ),
      ChartPatterns.definitions(id: id),
    ]
    let axis = ChartAxis(layout: layout, language: language, bottom: bottom)
    children += axis.nodes()
    if let target = chart.target {
      children.append(axis.targetLabel(target))
    }
    var top = ChartLayout.headHeight
    for row in rows {
      children += row.nodes(top: top, id: id)
      // Above a stacked bar stands its label, which no line may cross.
      if let target = chart.target, layout.isStacked {
        let middle = top + layout.barMiddle(rowHeight: row.height)
        let reach = ChartLayout.barHeight / 2 + 4
        children.append(axis.targetLine(target, from: middle - reach, to: middle + reach))
      }
      top += row.height
    }
    if let target = chart.target, !layout.isStacked {
      children.append(axis.targetLine(target, from: ChartLayout.headHeight - 6, to: bottom))
    }
    return .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc",
        "viewBox": "0 0 \(SVGNumber.text(layout.width)) \(SVGNumber.text(height))",
        "font-size": SVGNumber.text(ChartLayout.fontSize), "fill": "#1a1a1a",
      ],
      children
    )
  }
}
