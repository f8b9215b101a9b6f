import SurveyModel

/// One question with all levels of its answers.
struct LevelRow {
  let row: LevelChart.Row
  let layout: ChartLayout
  let shades: [ChartShade]
  let labelLines: [String]
  let height: Double
  private let cellText: CellText

  static let barHeight = 22.0

  init(
    row: LevelChart.Row,
    language: InterfaceLanguage,
    layout: ChartLayout,
    shades: [ChartShade]
  ) {
    self.row = row
    self.layout = layout
    self.shades = shades
    cellText = CellText(language: language)
    labelLines = FontMetrics.lines(
      of: row.label,
      width: layout.labelWidth,
      fontSize: ChartLayout.fontSize
    )
    height =
      layout.isStacked
      ? Double(labelLines.count) * ChartLayout.lineHeight + Self.barHeight + 20
      : layout.rowHeight(lines: labelLines.count, shape: Self.barHeight) - 2
  }

  /// Where the pieces begin and end.
  static func reach(in layout: ChartLayout) -> ClosedRange<Double> {
    layout.isStacked ? 1...layout.width - 1 : layout.plotStart...layout.width - 82
  }

  func shapes(top: Double) -> [Drawing.Shape] {
    let middle = top + layout.shapeMiddle(rowHeight: height, shape: Self.barHeight)
    let start = layout.labelTop(rowHeight: height, lines: labelLines.count)
    let label = Drawing.Shape.labels(labelLines, x: 0, firstBaseline: top + start + 13.5)
    let count = Drawing.Shape.label(
      row.count.map { "n = " + cellText.numbers.count($0) } ?? "",
      x: layout.width,
      y: layout.isStacked ? top + 15.5 : middle + 5,
      anchor: .end
    )
    return label + count + bar(middle: middle)
  }

  private func bar(middle: Double) -> [Drawing.Shape] {
    let reach = Self.reach(in: layout)
    let pieces = row.pieces(of: shades.count)
    guard !pieces.isEmpty else {
      let symbol = row.symbol?.text ?? CellText.empty
      return Drawing.Shape.label(symbol, x: reach.lowerBound, y: middle + 5, colour: .black)
    }
    let width = reach.upperBound - reach.lowerBound
    return zip(pieces, shades).enumerated().flatMap { index, element in
      let (piece, shade) = element
      let start = reach.lowerBound + width * piece.lowerBound
      let end = reach.lowerBound + width * piece.upperBound
      guard end - start > 0.4 else { return [Drawing.Shape]() }
      let area = Drawing.Shape.rectangle(
        Drawing.Point(x: start, y: middle - Self.barHeight / 2),
        width: end - start,
        height: Self.barHeight,
        fill: shade.fill,
        stroke: Drawing.Stroke(colour: .grey, width: 0.8)
      )
      return [area] + figure(row.shares[index], shade, from: start, to: end, middle: middle)
    }
  }

  /// The share inside its piece where it fits.
  private func figure(
    _ share: Double,
    _ shade: ChartShade,
    from start: Double,
    to end: Double,
    middle: Double
  ) -> [Drawing.Shape] {
    let text = cellText.numbers.percent(share, decimals: 1)
    let size = 12.5
    let width = FontMetrics.width(of: text, fontSize: size)
    var margin = 4.0
    // So much of the marks stays visible that they are known again.
    if case .hatched = shade.fill { margin = 16 }
    guard width + margin <= end - start else { return [] }
    let label = Drawing.Shape.label(
      text,
      x: (start + end) / 2,
      y: middle + 4.5,
      size: size,
      anchor: .middle,
      colour: shade.text
    )
    guard case .hatched(_, _, let background) = shade.fill else { return label }
    // Marks behind figures would make them hard to read.
    let plate = Drawing.Shape.rectangle(
      Drawing.Point(x: (start + end - width) / 2 - 1, y: middle - 8),
      width: width + 2,
      height: 16,
      fill: .plain(background),
      stroke: nil
    )
    return [plate] + label
  }
}

extension LevelChart.Row {
  /// Where the pieces of a bar begin and end between 0 and 1; none when there is nothing to show.
  func pieces(of count: Int) -> [ClosedRange<Double>] {
    guard count > 0, shares.count == count, shares.allSatisfy(\.isFinite) else { return [] }
    var end = 0.0
    return shares.map { share in
      let start = end
      end = min(start + max(share, 0), 1)
      return start...end
    }
  }
}
