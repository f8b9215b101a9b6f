/// One unit of a map.
struct TileDrawing {
  let tile: TileMap.Tile
  let steps: TileSteps
  let width: Double
  let nameLines: [String]
  private let figures: ChartFigures

  init(tile: TileMap.Tile, steps: TileSteps, width: Double, figures: ChartFigures) {
    self.tile = tile
    self.steps = steps
    self.width = width
    self.figures = figures
    nameLines = FontMetrics.lines(
      of: tile.label,
      width: width - 14,
      fontSize: ChartLayout.smallFontSize
    )
  }

  /// The least height that shows everything.
  var height: Double { Double(nameLines.count) * ChartLayout.smallLineHeight + 50 }

  func shapes(x: Double, y: Double, height: Double) -> [Drawing.Shape] {
    let shade =
      tile.value.flatMap { $0.isFinite ? ChartShade.steps[steps.step(of: $0)] : nil }
      ?? ChartShade(fill: .plain(.white), text: .black)
    let area = Drawing.Shape.rectangle(
      Drawing.Point(x: x, y: y),
      width: width,
      height: height,
      fill: shade.fill,
      stroke: Drawing.Stroke(colour: .rule)
    )
    let name = Drawing.Shape.labels(
      nameLines,
      x: x + 7,
      firstBaseline: y + 17,
      lineHeight: ChartLayout.smallLineHeight,
      size: ChartLayout.smallFontSize,
      colour: shade.text
    )
    let figure = Drawing.Shape.label(
      value,
      x: x + 7,
      y: y + height - 24,
      size: 17,
      isBold: true,
      colour: shade.text
    )
    let count = Drawing.Shape.label(
      tile.count.map { "n = " + figures.numbers.count($0) } ?? "",
      x: x + 7,
      y: y + height - 8,
      size: 12.5,
      colour: shade.text
    )
    return [area] + name + figure + count
  }

  private var value: String {
    guard let value = tile.value else { return tile.shownSymbol?.text ?? CellText.empty }
    return figures.text(value) + (tile.tone.map { " " + $0.sign } ?? "")
  }
}
