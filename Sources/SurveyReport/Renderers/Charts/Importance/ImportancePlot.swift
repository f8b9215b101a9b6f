/// Where the items of a map of importance are drawn.
struct ImportancePlot {
  let performance: ChartScale
  let importance: ChartScale
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// The strips along the upper and the lower edge that hold the titles of the quadrants.
  let strip: Double

  /// Half of the room that a mark needs.
  static let margin = 10.0

  init(map: ImportanceMap, layout: ChartLayout, top: Double, strip: Double) {
    let items = map.items.filter(\.isDrawable)
    performance = .around(
      items.map(\.performance) + [map.meanPerformance],
      maximumTicks: layout.isStacked ? 4 : 7
    )
    importance = .around(
      items.map(\.importance) + [map.meanImportance],
      maximumTicks: layout.isStacked ? 4 : 7
    )
    left = layout.isStacked ? 42 : 52
    right = layout.width - 2
    self.top = top
    self.strip = strip
    bottom = top + 2 * strip + (layout.isStacked ? 300 : 360)
  }

  func x(of value: Double) -> Double {
    let start = left + Self.margin
    return start + (right - Self.margin - start) * performance.fraction(of: value)
  }

  func y(of value: Double) -> Double {
    let start = bottom - strip - Self.margin
    return start - (start - top - strip - Self.margin) * importance.fraction(of: value)
  }
}

extension ImportanceMap.Item {
  /// Whether it has a place.
  var isDrawable: Bool { performance.isFinite && importance.isFinite }
}
