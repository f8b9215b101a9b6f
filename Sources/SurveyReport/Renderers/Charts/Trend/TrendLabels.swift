import SurveyModel

/// The figures beside the points of a trend.
///
/// A single line has all of them where they fit; of several lines only the last of each run is
/// written, and the table has the rest.
struct TrendLabels {
  let lines: [TrendLine]
  let plot: TrendPlot
  let language: InterfaceLanguage

  func shapes() -> [Drawing.Shape] {
    var placer = LabelPlacer(
      bounds: Drawing.Box(
        left: plot.left + 2,
        top: plot.top - 16,
        right: plot.right + 2,
        bottom: plot.bottom - 2
      )
    )
    for line in lines {
      for mark in line.marks {
        placer.take(mark.place, radius: 6)
        if let interval = mark.interval {
          placer.takeLine(
            from: Drawing.Point(x: mark.place.x, y: plot.y(of: interval.upperBound)),
            to: Drawing.Point(x: mark.place.x, y: plot.y(of: interval.lowerBound))
          )
        }
      }
      for segment in line.segments { placer.takeLine(from: segment.0, to: segment.1) }
    }
    let symbols = symbolLabels(&placer)
    let isCrowded = lines.count > 1 || plot.unit < 40
    let figures = lines.flatMap { line in
      line.marks.filter { !isCrowded || $0.isLast }.compactMap { mark in
        placer.place(candidates(mark, colour: line.style.stroke.colour))
      }
    }
    return (symbols + figures).map(Drawing.Shape.label)
  }

  /// Symbols stand on the axis, where they say nothing about the figure.
  private func symbolLabels(_ placer: inout LabelPlacer) -> [Drawing.Label] {
    var labels: [Drawing.Label] = []
    for line in lines {
      for (time, text) in line.symbols() {
        let candidates = (0..<6).map { step in
          Drawing.Label(
            text: text,
            place: Drawing.Point(x: plot.x(of: time), y: plot.bottom - 6 - Double(step) * 15),
            size: ChartLayout.smallFontSize,
            anchor: .middle,
            colour: line.style.stroke.colour
          )
        }
        if let label = placer.place(candidates) { labels.append(label) }
      }
    }
    return labels
  }

  private func candidates(
    _ mark: TrendLine.Mark,
    colour: Drawing.Colour
  ) -> [Drawing.Label] {
    let figures = ChartFigures(plot.figures, language)
    let text = figures.text(mark.value, decimals: plot.unit < 50 ? 1 : 2)
    let high = mark.interval.map { plot.y(of: $0.upperBound) } ?? mark.place.y
    let low = mark.interval.map { plot.y(of: $0.lowerBound) } ?? mark.place.y
    let x = mark.place.x
    let places: [(Double, Double, Drawing.Anchor)] = [
      (x, min(high, mark.place.y - 6) - 5, .middle),
      (x, max(low, mark.place.y + 6) + 13, .middle),
      (x + 9, mark.place.y - 8, .start), (x + 9, mark.place.y + 15, .start),
      (x - 9, mark.place.y - 8, .end), (x - 9, mark.place.y + 15, .end),
      (x + 9, mark.place.y + 4, .start), (x - 9, mark.place.y + 4, .end),
    ]
    return places.map { x, y, anchor in
      Drawing.Label(
        text: text,
        place: Drawing.Point(x: x, y: y),
        size: 12.5,
        anchor: anchor,
        colour: lines.count > 1 ? colour : .black
      )
    }
  }
}
