import SurveyModel

/// Draws how important items are against how well they do: numbered marks in four quadrants.
struct ImportanceMapDrawing {
  let map: ImportanceMap
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// One drawing; none when there is nothing to show.
  func drawings() -> [Drawing] {
    guard map.items.contains(where: \.isDrawable) else { return [] }
    let key = ChartKey(
      [true, false].map { isClear in
        ChartKey.Entry(
          mark: .point(.circle, .blue, isFilled: isClear),
          text: ChartPhrase.clear(isClear).text(in: language)
        )
      },
      width: layout.width
    )
    let importanceTitle = title("↑ " + map.importanceTitle)
    let performanceTitle = title(map.performanceTitle + " →")
    let titles = quadrantTitles()
    let titleTop = key.height + 6
    let plot = ImportancePlot(
      map: map,
      layout: layout,
      top: titleTop + Double(importanceTitle.count) * ChartLayout.smallLineHeight + 6,
      strip: titles.height
    )
    let titleLines = Drawing.Shape.labels(
      importanceTitle,
      x: 0,
      firstBaseline: titleTop + 12,
      lineHeight: ChartLayout.smallLineHeight,
      size: ChartLayout.smallFontSize
    )
    let axisTitle = Drawing.Shape.labels(
      performanceTitle,
      x: layout.width,
      firstBaseline: plot.bottom + 36,
      lineHeight: ChartLayout.smallLineHeight,
      size: ChartLayout.smallFontSize,
      anchor: .end
    )
    let height = plot.bottom + 28 + Double(performanceTitle.count) * ChartLayout.smallLineHeight
    return [
      Drawing(
        title: map.caption,
        description: ChartDescription(language: language).text(of: map),
        width: layout.width,
        height: height,
        shapes: key.shapes(top: 0) + titleLines + frame(plot) + axes(plot)
          + shapes(of: titles.lines, plot)
          + ImportanceNumbers(map: map, plot: plot).shapes() + marks(plot) + axisTitle
      )
    ]
  }

  private func title(_ text: String) -> [String] {
    FontMetrics.lines(of: text, width: layout.width, fontSize: ChartLayout.smallFontSize)
  }

  private func frame(_ plot: ImportancePlot) -> [Drawing.Shape] {
    let edge = Drawing.Shape.rectangle(
      Drawing.Point(x: plot.left, y: plot.top),
      width: plot.right - plot.left,
      height: plot.bottom - plot.top,
      fill: nil,
      stroke: Drawing.Stroke(colour: .rule)
    )
    let x = plot.x(of: map.meanPerformance)
    let y = plot.y(of: map.meanImportance)
    let stroke = Drawing.Stroke(colour: .rule, width: 1.3)
    return [
      edge, .line(x, plot.top, x, plot.bottom, stroke), .line(plot.left, y, plot.right, y, stroke),
    ]
  }

  /// Few round marks, and the means in bold.
  private func axes(_ plot: ImportancePlot) -> [Drawing.Shape] {
    let numbers = DecimalText(language: language)
    let meanX = plot.x(of: map.meanPerformance)
    let meanY = plot.y(of: map.meanImportance)
    let rule = Drawing.Stroke(colour: .rule)
    func half(_ text: String, isBold: Bool = false) -> Double {
      FontMetrics.width(of: text, fontSize: ChartLayout.smallFontSize, isBold: isBold) / 2
    }
    let meanText = numbers.number(map.meanPerformance, decimals: ImportanceMap.decimals)
    let horizontal = plot.performance.ticks.flatMap { tick -> [Drawing.Shape] in
      let x = plot.x(of: tick)
      let text = numbers.number(tick, decimals: plot.performance.decimals)
      let room = half(text) + half(meanText, isBold: true) + 6
      guard (x - meanX).magnitude > room, x + half(text) <= layout.width else { return [] }
      return [.line(x, plot.bottom, x, plot.bottom + 4, rule)]
        + Drawing.Shape.label(text, x: x, y: plot.bottom + 18, anchor: .middle)
    }
    let vertical = plot.importance.ticks.flatMap { tick -> [Drawing.Shape] in
      let y = plot.y(of: tick)
      guard (y - meanY).magnitude > 15 else { return [] }
      return [.line(plot.left - 4, y, plot.left, y, rule)]
        + Drawing.Shape.label(
          numbers.number(tick, decimals: plot.importance.decimals),
          x: plot.left - 7,
          y: y + 4.5,
          anchor: .end
        )
    }
    let room = half(meanText, isBold: true)
    let means =
      Drawing.Shape.label(
        meanText,
        x: min(max(meanX, room), layout.width - room),
        y: plot.bottom + 18,
        anchor: .middle,
        isBold: true,
        colour: .black
      )
      + Drawing.Shape.label(
        numbers.number(map.meanImportance, decimals: ImportanceMap.decimals),
        x: plot.left - 7,
        y: meanY + 4.5,
        anchor: .end,
        isBold: true,
        colour: .black
      )
    return horizontal + vertical + means
  }

  /// The titles in the corners: above left, above right, below left, below right.
  private func quadrantTitles() -> (lines: [[String]], height: Double) {
    let quadrants: [ImportanceMap.Quadrant] = [
      .concentrateHere, .keepUp, .lowPriority, .possibleOverkill,
    ]
    let lines = quadrants.map { quadrant in
      FontMetrics.lines(
        of: quadrant.title(in: language),
        width: (layout.width - 60) / 2 - 8,
        fontSize: ChartLayout.smallFontSize,
        isBold: true
      )
    }
    let most = lines.map(\.count).max() ?? 1
    return (lines, Double(most) * ChartLayout.smallLineHeight + 8)
  }

  private func shapes(of titles: [[String]], _ plot: ImportancePlot) -> [Drawing.Shape] {
    titles.enumerated().flatMap { index, lines in
      let isRight = !index.isMultiple(of: 2)
      let last = Double(lines.count - 1) * ChartLayout.smallLineHeight
      return Drawing.Shape.labels(
        lines,
        x: isRight ? plot.right - 7 : plot.left + 7,
        firstBaseline: index < 2 ? plot.top + 17 : plot.bottom - 9 - last,
        lineHeight: ChartLayout.smallLineHeight,
        size: ChartLayout.smallFontSize,
        anchor: isRight ? .end : .start,
        isBold: true,
        colour: .grey
      )
    }
  }

  private func marks(_ plot: ImportancePlot) -> [Drawing.Shape] {
    map.items.filter(\.isDrawable).map { item in
      ChartMarker.circle.shape(
        at: Drawing.Point(x: plot.x(of: item.performance), y: plot.y(of: item.importance)),
        radius: 4.6,
        colour: .blue,
        isFilled: item.isClear
      )
    }
  }
}
