import SurveyModel

/// Where the times and the figures of a trend are drawn.
struct TrendPlot {
  let runs: [Range<Int>]
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let scale: ChartScale
  /// The width of one time.
  let unit: Double
  /// What the figures are told in.
  let figures: ChartUnit
  private let lineCount: Int

  /// The width of a gap at a break.
  static let gap = 28.0

  init(chart: TrendChart, layout: ChartLayout, top: Double) {
    runs = chart.runs
    left = layout.isStacked ? 42 : 50
    right = layout.width - 2
    self.top = top
    bottom = top + (layout.isStacked ? 210 : 240)
    lineCount = chart.lines.count
    self.figures = chart.unit
    let figures = chart.lines.flatMap(\.points).flatMap { point in
      [point.value, point.interval?.lowerBound, point.interval?.upperBound].compactMap(\.self)
    }
    scale = .shares(
      around: figures + [chart.target].compactMap(\.self),
      minimumSpan: 0.2,
      maximumTicks: 6
    )
    let gaps = Double(max(runs.count - 1, 0)) * Self.gap
    unit = max(right - left - gaps, 1) / Double(max(chart.times.count, 1))
  }

  /// The middle of a time.
  func x(of time: Int) -> Double {
    let gaps = runs.count { $0.lowerBound > 0 && $0.lowerBound <= time }
    return left + unit * (Double(time) + 0.5) + Self.gap * Double(gaps)
  }

  /// The middle of a time, a little aside so that the intervals of lines can be seen.
  func x(of time: Int, line: Int) -> Double {
    let step = min(10, unit * 0.7 / Double(max(lineCount, 1)))
    return x(of: time) + (Double(line) - Double(lineCount - 1) / 2) * step
  }

  func y(of share: Double) -> Double {
    bottom - (bottom - top) * scale.fraction(of: share)
  }

  /// Where a run begins and ends.
  func reach(of run: Range<Int>) -> ClosedRange<Double> {
    let start = x(of: run.lowerBound) - unit / 2
    return start...max(start, x(of: run.upperBound - 1) + unit / 2)
  }

  /// The middle of the gap before a time.
  func gapMiddle(before time: Int) -> Double {
    x(of: time) - unit / 2 - Self.gap / 2
  }
}
