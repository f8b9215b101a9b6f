/// Dashed lines and hatched rectangles taken to pieces.
enum EMFPieces {
  private static let dash = 5.0
  private static let gap = 4.0
  /// The distance of the lines and dots of a hatch.
  private static let distance = 8.0
  static let dotRadius = 1.4

  /// The drawn pieces of a dashed line; the pattern goes on around corners.
  static func dashes(along points: [Drawing.Point]) -> [[Drawing.Point]] {
    var pieces: [[Drawing.Point]] = []
    var phase = 0.0
    for (from, to) in zip(points, points.dropFirst()) {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0, length.isFinite else { continue }
      func place(_ distance: Double) -> Drawing.Point {
        Drawing.Point(x: from.x + dx * distance / length, y: from.y + dy * distance / length)
      }
      var start = -phase
      while start < length {
        let end = start + dash
        if end > 0 { pieces.append([place(max(0, start)), place(min(length, end))]) }
        start = end + gap
      }
      phase = length - (start - dash - gap)
    }
    return pieces
  }

  /// The lines of a hatch within a rectangle.
  static func hatch(
    _ hatch: Drawing.Hatch,
    _ corner: Drawing.Point,
    _ width: Double,
    _ height: Double
  ) -> [[Drawing.Point]] {
    let right = corner.x + width
    let bottom = corner.y + height
    func level() -> [[Drawing.Point]] {
      steps(from: corner.y, to: bottom).map { y in
        [Drawing.Point(x: corner.x, y: y), Drawing.Point(x: right, y: y)]
      }
    }
    func upright() -> [[Drawing.Point]] {
      steps(from: corner.x, to: right).map { x in
        [Drawing.Point(x: x, y: corner.y), Drawing.Point(x: x, y: bottom)]
      }
    }
    // x + y is constant along a rising line, x - y along a falling one.
    func rising() -> [[Drawing.Point]] {
      steps(from: corner.x + corner.y, to: right + bottom).compactMap { sum in
        let from = max(corner.x, sum - bottom)
        let to = min(right, sum - corner.y)
        return from < to
          ? [Drawing.Point(x: from, y: sum - from), Drawing.Point(x: to, y: sum - to)] : nil
      }
    }
    func falling() -> [[Drawing.Point]] {
      steps(from: corner.x - bottom, to: right - corner.y).compactMap { difference in
        let from = max(corner.x, difference + corner.y)
        let to = min(right, difference + bottom)
        return from < to
          ? [
            Drawing.Point(x: from, y: from - difference), Drawing.Point(x: to, y: to - difference),
          ] : nil
      }
    }
    return switch hatch {
    case .rising: rising()
    case .falling: falling()
    case .crossed: rising() + falling()
    case .horizontal: level()
    case .vertical: upright()
    case .dots: []
    }
  }

  /// The places of dots within a rectangle.
  static func dots(
    _ corner: Drawing.Point,
    _ width: Double,
    _ height: Double
  ) -> [Drawing.Point] {
    let inset = dotRadius
    return steps(from: corner.y + inset, to: corner.y + height - inset).flatMap { y in
      steps(from: corner.x + inset, to: corner.x + width - inset).map { Drawing.Point(x: $0, y: y) }
    }
  }

  /// Multiples of the distance strictly within a range, so that the hatches of neighbours meet; at
  /// most ten thousand.
  private static func steps(from: Double, to: Double) -> [Double] {
    guard from.isFinite, to.isFinite, to > from, to - from < 10_000 * distance else { return [] }
    var steps: [Double] = []
    var step = (from / distance).rounded(.down) * distance + distance
    while step < to {
      steps.append(step)
      step += distance
    }
    return steps
  }
}
