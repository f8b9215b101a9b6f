/// The shapes that tell points apart.
enum ChartMarker: CaseIterable, Hashable, Sendable {
  case circle
  case square
  case triangle
  case diamond

  /// The mark around a place; what is not filled is white inside.
  func shape(
    at centre: Drawing.Point,
    radius: Double,
    colour: Drawing.Colour,
    isFilled: Bool
  ) -> Drawing.Shape {
    let fill = Drawing.Fill.plain(isFilled ? colour : .white)
    let stroke = Drawing.Stroke(colour: colour, width: isFilled ? 1 : 1.8)
    switch self {
    case .circle:
      return .circle(centre, radius: radius, fill: fill, stroke: stroke)
    case .square:
      let side = radius * 1.8
      return .rectangle(
        Drawing.Point(x: centre.x - side / 2, y: centre.y - side / 2),
        width: side,
        height: side,
        fill: fill,
        stroke: stroke
      )
    case .triangle:
      return .polygon(
        corners([(0, -1.2), (1.15, 0.9), (-1.15, 0.9)], around: centre, radius),
        fill: fill,
        stroke: stroke
      )
    case .diamond:
      return .polygon(
        corners([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)], around: centre, radius),
        fill: fill,
        stroke: stroke
      )
    }
  }

  private func corners(
    _ places: [(Double, Double)],
    around centre: Drawing.Point,
    _ radius: Double
  ) -> [Drawing.Point] {
    places.map { Drawing.Point(x: centre.x + $0.0 * radius, y: centre.y + $0.1 * radius) }
  }
}
