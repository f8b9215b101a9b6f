/// Where the figures of a bar chart are drawn.
struct BarPlot {
  let layout: ChartLayout
  let scale: ChartScale
  /// Whether figures are points with intervals rather than bars.
  ///
  /// A bar has to begin at zero. What matters beside a target is on which side of it an interval
  /// lies, and points can be shown from near by.
  let showsPoints: Bool
  /// What the figures are told in.
  let unit: ChartUnit

  static let barHeight = 16.0

  init(chart: BarChart, layout: ChartLayout) {
    self.layout = layout
    showsPoints = chart.target != nil
    unit = chart.unit
    guard let target = chart.target else {
      scale = .shares(maximumTicks: layout.maximumTicks)
      return
    }
    let ends = chart.bars.flatMap { bar in
      [bar.value, bar.interval?.lowerBound, bar.interval?.upperBound].compactMap(\.self)
    }
    scale = .shares(
      around: ends + [target],
      minimumSpan: 0.2,
      // The same axis on every page; where it is short, fewer of its marks are written.
      maximumTicks: ChartLayout.wide.maximumTicks
    )
    .thinned(to: layout.maximumTicks)
  }

  /// Where a share is; what cannot be drawn is at the nearest end.
  func position(of share: Double) -> Double {
    layout.plotStart + (layout.plotEnd - layout.plotStart) * scale.fraction(of: share)
  }
}
