/// Finds free places for labels.
struct LabelPlacer {
  /// What no label may leave.
  let bounds: Drawing.Box
  private(set) var taken: [Drawing.Box] = []

  init(bounds: Drawing.Box) {
    self.bounds = bounds
  }

  /// Keeps labels away from a place.
  mutating func take(_ box: Drawing.Box) {
    taken.append(box)
  }

  /// Keeps labels away from a point.
  mutating func take(_ centre: Drawing.Point, radius: Double) {
    take(
      Drawing.Box(
        left: centre.x - radius,
        top: centre.y - radius,
        right: centre.x + radius,
        bottom: centre.y + radius
      )
    )
  }

  /// Keeps labels away from a line.
  mutating func takeLine(from start: Drawing.Point, to end: Drawing.Point) {
    let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
    let pieces = min(max(Int(min(length, 1000) / 4), 1), 250)
    for piece in 0...pieces {
      let part = Double(piece) / Double(pieces)
      let centre = Drawing.Point(
        x: start.x + (end.x - start.x) * part,
        y: start.y + (end.y - start.y) * part
      )
      take(centre, radius: 1)
    }
  }

  /// Whether a label meets nothing there.
  func isFree(_ label: Drawing.Label) -> Bool {
    let box = label.box
    return box.lies(in: bounds) && !taken.contains { $0.meets(box) }
  }

  /// The first of some places where a label is free, which is then taken.
  mutating func place(_ candidates: [Drawing.Label]) -> Drawing.Label? {
    guard let label = candidates.first(where: isFree) else { return nil }
    take(label.box)
    return label
  }
}
