/// The key of a chart: marks with their meanings, as many on a line as fit.
struct ChartKey {
  /// A mark.
  enum Mark {
    /// Words alone.
    case words
    case area(Drawing.Fill)
    case line(Drawing.Stroke, ChartMarker?, isFilled: Bool)
    case point(ChartMarker, Drawing.Colour, isFilled: Bool)
  }

  /// A mark with its meaning.
  struct Entry {
    let mark: Mark
    let text: String
  }

  private struct Place {
    let entry: Entry
    let lines: [String]
    let x: Double
    let y: Double
  }

  /// How high it is.
  let height: Double
  private let places: [Place]

  init(_ entries: [Entry], width: Double) {
    var places: [Place] = []
    var x = 0.0
    var y = 0.0
    var lineCount = 0
    for entry in entries {
      let lines = FontMetrics.lines(
        of: entry.text,
        width: width - Self.markWidth(entry.mark),
        fontSize: ChartLayout.smallFontSize
      )
      let longest =
        lines.map { FontMetrics.width(of: $0, fontSize: ChartLayout.smallFontSize) }
        .max() ?? 0
      let needed = Self.markWidth(entry.mark) + longest
      if x > 0, x + needed > width {
        x = 0
        y += Double(lineCount) * Self.lineHeight
        lineCount = 0
      }
      places.append(Place(entry: entry, lines: lines, x: x, y: y))
      x += needed + 18
      lineCount = max(lineCount, lines.count)
    }
    self.places = places
    height = y + Double(lineCount) * Self.lineHeight
  }

  func shapes(top: Double) -> [Drawing.Shape] {
    places.flatMap { place in
      let y = top + place.y
      let words = Drawing.Shape.labels(
        place.lines,
        x: place.x + Self.markWidth(place.entry.mark),
        firstBaseline: y + 13,
        lineHeight: Self.lineHeight,
        size: ChartLayout.smallFontSize
      )
      return shapes(of: place.entry.mark, x: place.x, middle: y + 8.5) + words
    }
  }

  private func shapes(of mark: Mark, x: Double, middle: Double) -> [Drawing.Shape] {
    switch mark {
    case .words:
      return []
    case .area(let fill):
      return [
        .rectangle(
          Drawing.Point(x: x + 0.5, y: middle - 7),
          width: 18,
          height: 14,
          fill: fill,
          stroke: Drawing.Stroke(colour: .grey, width: 0.8)
        )
      ]
    case .point(let marker, let colour, let isFilled):
      let centre = Drawing.Point(x: x + 8, y: middle)
      return [marker.shape(at: centre, radius: 5, colour: colour, isFilled: isFilled)]
    case .line(let stroke, let marker, let isFilled):
      let centre = Drawing.Point(x: x + 14, y: middle)
      let line = Drawing.Shape.line(x, middle, x + 28, middle, stroke)
      let point = marker.map {
        $0.shape(at: centre, radius: 4.2, colour: stroke.colour, isFilled: isFilled)
      }
      return [line] + (point.map { [$0] } ?? [])
    }
  }

  private static func markWidth(_ mark: Mark) -> Double {
    switch mark {
    case .words: 0
    case .area: 24
    case .line: 34
    case .point: 20
    }
  }

  private static let lineHeight = 19.0
}
