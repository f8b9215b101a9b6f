/// The times below a trend, as many as fit.
struct TrendTimes {
  private let labels: [(time: Int, lines: [String])]
  private static let size = 12.5

  init(_ times: [String], unit: Double) {
    let clean = times.map(VisibleText.clean)
    let longestWord =
      clean.flatMap { $0.split(separator: " ") }
      .map { FontMetrics.width(of: String($0), fontSize: Self.size) }.max() ?? 0
    // A word is never broken: where the longest does not fit, some times have no label.
    let every = max(1, Int(min((longestWord + 6) / max(unit, 1), 1000).rounded(.up)))
    let width = unit * Double(every) - 6
    labels = clean.indices.filter { (clean.count - 1 - $0).isMultiple(of: every) }.map { time in
      (time, FontMetrics.lines(of: clean[time], width: width, fontSize: Self.size))
    }
  }

  var height: Double {
    Double(labels.map(\.lines.count).max() ?? 0) * ChartLayout.smallLineHeight + 6
  }

  func shapes(plot: TrendPlot, width: Double) -> [Drawing.Shape] {
    labels.flatMap { time, lines in
      let longest = lines.map { FontMetrics.width(of: $0, fontSize: Self.size) }.max() ?? 0
      let x = min(max(plot.x(of: time), longest / 2), width - longest / 2)
      return Drawing.Shape.labels(
        lines,
        x: x,
        firstBaseline: plot.bottom + 18,
        lineHeight: ChartLayout.smallLineHeight,
        size: Self.size,
        anchor: .middle
      )
    }
  }
}
