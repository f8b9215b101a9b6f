/// The measures of the drawings of charts.
struct ChartLayout: Hashable, Sendable {
  /// The whole width in units of the drawing.
  let width: Double
  /// The space for labels of rows.
  let labelWidth: Double
  /// Where rows of shares begin.
  let plotStart: Double
  /// Where rows of shares end, when figures stand beside them.
  let plotEnd: Double
  /// Whether labels stand above their rows rather than beside them.
  let isStacked: Bool
  /// The most marks on an axis.
  let maximumTicks: Int
  /// How many tiles of a map stand beside one another.
  let tileColumns: Int
  /// A drawing higher than this is continued in another, so that a page can be turned.
  let maximumHeight: Double

  /// Labels beside the rows; for a page or a desk.
  static let wide = ChartLayout(
    width: 720,
    labelWidth: 244,
    plotStart: 256,
    plotEnd: 546,
    isStacked: false,
    maximumTicks: 6,
    tileColumns: 5,
    maximumHeight: 520
  )

  /// Labels above the rows; for a telephone.
  static let narrow = ChartLayout(
    width: 330,
    labelWidth: 222,
    plotStart: 8,
    plotEnd: 322,
    isStacked: true,
    maximumTicks: 4,
    tileColumns: 2,
    maximumHeight: 2000
  )

  static let fontSize = 14.5
  static let smallFontSize = 13.0
  static let lineHeight = 18.0
  static let smallLineHeight = 16.0
  /// Below the last row, for the axis.
  static let footHeight = 26.0

  /// The height of a row with so many lines of label and a shape so high.
  func rowHeight(lines: Int, shape: Double) -> Double {
    isStacked
      ? Double(max(lines, 2)) * Self.lineHeight + shape + 20
      : max(Double(lines) * Self.lineHeight, shape + 4) + 10
  }

  /// The middle of the shape within a row.
  func shapeMiddle(rowHeight: Double, shape: Double) -> Double {
    isStacked ? rowHeight - 13 - shape / 2 : rowHeight / 2
  }

  /// Where the label of a row begins.
  func labelTop(rowHeight: Double, lines: Int) -> Double {
    isStacked ? 2 : (rowHeight - Double(lines) * Self.lineHeight) / 2
  }
}
