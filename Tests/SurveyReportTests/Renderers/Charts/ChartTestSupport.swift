import Foundation

@testable import SurveyReport

/// The contrast of two colours (Web Content Accessibility Guidelines 2.2, success criterion 1.4.3).
enum Contrast {
  static func ratio(_ first: UInt32, _ second: UInt32) -> Double {
    let bright = max(luminance(first), luminance(second))
    let dark = min(luminance(first), luminance(second))
    return (bright + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ colour: UInt32) -> Double {
    func part(_ shift: UInt32) -> Double {
      let value = Double(colour >> shift & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
  }
}

extension Drawing.Shape {
  /// What is filled.
  var fill: Drawing.Fill? {
    switch self {
    case .rectangle(_, _, _, let fill, _), .polygon(_, let fill, _), .circle(_, _, let fill, _):
      fill
    case .line, .label: nil
    }
  }

  /// All places that it names.
  var points: [Drawing.Point] {
    switch self {
    case .rectangle(let corner, let width, let height, _, _):
      [corner, Drawing.Point(x: corner.x + width, y: corner.y + height)]
    case .line(let points, _), .polygon(let points, _, _): points
    case .circle(let centre, let radius, _, _):
      [
        Drawing.Point(x: centre.x - radius, y: centre.y - radius),
        Drawing.Point(x: centre.x + radius, y: centre.y + radius),
      ]
    case .label(let label): [label.place]
    }
  }

  /// The box of what is filled.
  var filledBox: Drawing.Box? {
    guard fill != nil, let first = points.first else { return nil }
    return points.reduce(
      Drawing.Box(left: first.x, top: first.y, right: first.x, bottom: first.y)
    ) { box, point in
      Drawing.Box(
        left: min(box.left, point.x),
        top: min(box.top, point.y),
        right: max(box.right, point.x),
        bottom: max(box.bottom, point.y)
      )
    }
  }
}

extension Chart {
  /// All shares that are not kept back.
  var shownShares: [Double] {
    switch self {
    case .bars(let chart):
      chart.bars.flatMap { bar in
        [bar.value, bar.interval?.lowerBound, bar.interval?.upperBound].compactMap(\.self)
      }
    case .levels(let chart): chart.rows.flatMap(\.shares)
    case .trend(let chart):
      chart.lines.flatMap(\.points).flatMap { point in
        [point.value, point.interval?.lowerBound, point.interval?.upperBound].compactMap(\.self)
      }
    case .importance: []
    case .tiles(let map): map.areas.flatMap(\.tiles).compactMap(\.value)
    }
  }

  /// All numbers of answers that are not kept back.
  var shownCounts: [Int] {
    switch self {
    case .bars(let chart): chart.bars.compactMap(\.count)
    case .levels(let chart): chart.rows.compactMap(\.count)
    case .trend, .importance: []
    case .tiles(let map): map.areas.flatMap(\.tiles).compactMap(\.count)
    }
  }

  /// What its rows, lines and tiles are called.
  var shownLabels: [String] {
    switch self {
    case .bars(let chart): chart.bars.map(\.label) + chart.bars.compactMap(\.group)
    case .levels(let chart): chart.rows.map(\.label)
    case .trend(let chart):
      chart.lines.map(\.label) + chart.times + chart.breaks.map(\.reason)
    case .importance(let map): map.items.map { "\($0.number). \($0.label)" }
    case .tiles(let map):
      map.areas.compactMap(\.title) + map.areas.flatMap(\.tiles).map(\.label)
    }
  }
}
