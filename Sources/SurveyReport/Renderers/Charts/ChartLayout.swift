/// Where the parts of a bar chart stand.
struct ChartLayout: Hashable, Sendable {
  /// The whole width in units of the drawing.
  let width: Double
  /// The space for labels.
  let labelWidth: Double
  /// Where 0% is.
  let plotStart: Double
  /// Where 100% is.
  let plotEnd: Double
  /// Whether labels stand above their bars rather than beside them.
  let isStacked: Bool
  /// The shares that are marked on the axis, in per cent.
  let ticks: [Int]
  /// A drawing higher than this is continued in another, so that a page can be turned.
  let maximumHeight: Double

  /// Labels beside the bars; for a page or a desk.
  static let wide = ChartLayout(
    width: 720,
    labelWidth: 244,
    plotStart: 256,
    plotEnd: 546,
    isStacked: false,
    ticks: [0, 20, 40, 60, 80, 100],
    maximumHeight: 430
  )

  /// Labels above the bars; for a telephone.
  static let narrow = ChartLayout(
    width: 330,
    labelWidth: 220,
    plotStart: 1,
    plotEnd: 329,
    isStacked: true,
    ticks: [0, 50, 100],
    maximumHeight: 2000
  )

  static let fontSize = 14.5
  static let smallFontSize = 13.0
  static let lineHeight = 18.0
  static let barHeight = 16.0
  /// Above the first row, for the label of the target.
  static let headHeight = 26.0
  /// Below the last row, for the axis.
  static let footHeight = 26.0

  /// Where a share is; what cannot be drawn is at the nearest end.
  func position(of share: Double) -> Double {
    let drawn = share.isNaN ? 0 : min(max(share, 0), 1)
    return plotStart + (plotEnd - plotStart) * drawn
  }

  /// The height of a row with so many lines of label.
  func rowHeight(lines: Int) -> Double {
    isStacked
      ? Double(max(lines, 2)) * Self.lineHeight + Self.barHeight + 20
      : max(Double(lines) * Self.lineHeight, Self.barHeight + 4) + 10
  }

  /// The middle of the bar within a row.
  func barMiddle(rowHeight: Double) -> Double {
    isStacked ? rowHeight - 13 - Self.barHeight / 2 : rowHeight / 2
  }
}
