extension Drawing {
  /// An upright rectangle that something takes up.
  struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// Whether both take up the same place somewhere.
    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether nothing of it is outside the other.
    func lies(in other: Box) -> Bool {
      left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom
    }
  }
}

extension Drawing.Label {
  /// What the text takes up at most, as far as can be told without the typeface.
  var box: Drawing.Box {
    let width = FontMetrics.width(of: text, fontSize: size, isBold: isBold)
    let left =
      switch anchor {
      case .start: place.x
      case .middle: place.x - width / 2
      case .end: place.x - width
      }
    return Drawing.Box(
      left: left,
      top: place.y - 0.78 * size,
      right: left + width,
      bottom: place.y + 0.24 * size
    )
  }
}

extension Drawing.Shape {
  /// A straight line.
  static func line(
    _ startX: Double,
    _ startY: Double,
    _ endX: Double,
    _ endY: Double,
    _ stroke: Drawing.Stroke
  ) -> Self {
    .line([Drawing.Point(x: startX, y: startY), Drawing.Point(x: endX, y: endY)], stroke)
  }

  /// Lines of text below one another.
  static func labels(
    _ lines: [String],
    x: Double,
    firstBaseline: Double,
    lineHeight: Double = ChartLayout.lineHeight,
    size: Double = ChartLayout.fontSize,
    anchor: Drawing.Anchor = .start,
    isBold: Bool = false,
    colour: Drawing.Colour = .black
  ) -> [Self] {
    lines.enumerated().compactMap { offset, line in
      guard !line.isEmpty else { return nil }
      return .label(
        Drawing.Label(
          text: line,
          place: Drawing.Point(x: x, y: firstBaseline + Double(offset) * lineHeight),
          size: size,
          anchor: anchor,
          isBold: isBold,
          colour: colour
        )
      )
    }
  }

  /// One line of text; nothing where it is empty.
  static func label(
    _ text: String,
    x: Double,
    y: Double,
    size: Double = ChartLayout.smallFontSize,
    anchor: Drawing.Anchor = .start,
    isBold: Bool = false,
    colour: Drawing.Colour = .grey
  ) -> [Self] {
    labels(
      [text],
      x: x,
      firstBaseline: y,
      size: size,
      anchor: anchor,
      isBold: isBold,
      colour: colour
    )
  }
}
