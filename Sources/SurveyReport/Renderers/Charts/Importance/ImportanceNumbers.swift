/// The numbers beside the marks of a map of importance, none upon another.
struct ImportanceNumbers {
  let map: ImportanceMap
  let plot: ImportancePlot
  /// Beyond so many items nobody could read the numbers, and finding places would take long.
  static let most = 150

  func shapes() -> [Drawing.Shape] {
    let items = map.items.filter(\.isDrawable)
    var placer = LabelPlacer(
      bounds: Drawing.Box(
        left: plot.left,
        top: plot.top + plot.strip - 6,
        right: plot.right,
        bottom: plot.bottom - plot.strip + 6
      )
    )
    let centres = items.map {
      Drawing.Point(x: plot.x(of: $0.performance), y: plot.y(of: $0.importance))
    }
    for centre in centres { placer.take(centre, radius: 6) }
    takeMeans(&placer)
    guard items.count <= Self.most else { return [] }
    return zip(items, centres).flatMap { item, centre -> [Drawing.Shape] in
      guard let label = placer.place(candidates(item.number, around: centre)) else { return [] }
      let aside = Drawing.Point(x: label.place.x, y: label.place.y - 4.5)
      let distance = max((aside.x - centre.x).magnitude, (aside.y - centre.y).magnitude)
      guard distance > 20 else { return [.label(label)] }
      // A number that stands far away is led to its mark.
      let box = label.box
      let end = Drawing.Point(
        x: min(max(centre.x, box.left), box.right),
        y: min(max(centre.y, box.top), box.bottom)
      )
      return [
        .line([centre, end], Drawing.Stroke(colour: .rule, width: 0.7)), .label(label),
      ]
    }
  }

  private func takeMeans(_ placer: inout LabelPlacer) {
    let x = plot.x(of: map.meanPerformance)
    let y = plot.y(of: map.meanImportance)
    placer.take(Drawing.Box(left: x - 1, top: plot.top, right: x + 1, bottom: plot.bottom))
    placer.take(Drawing.Box(left: plot.left, top: y - 1, right: plot.right, bottom: y + 1))
  }

  private func candidates(_ number: Int, around centre: Drawing.Point) -> [Drawing.Label] {
    let text = String(number)
    let width = FontMetrics.width(of: text, fontSize: Self.size)
    var places: [Drawing.Label] = []
    for distance in [6.5, 12, 19, 27, 36, 47, 60, 76, 95] {
      for (x, y) in Self.directions {
        let place = Drawing.Point(
          x: centre.x + x * (distance + width / 2),
          y: centre.y + y * (distance + 6) + 4.5
        )
        places.append(Drawing.Label(text: text, place: place, size: Self.size, anchor: .middle))
      }
    }
    return places
  }

  private static let size = 12.5
  /// Right first, as one reads.
  private static let directions: [(Double, Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (0.85, -0.75), (0.85, 0.75), (-0.85, -0.75), (-0.85, 0.75),
    (0.5, -0.95), (0.5, 0.95), (-0.5, -0.95), (-0.5, 0.95), (1, -0.4), (1, 0.4), (-1, -0.4),
    (-1, 0.4),
  ]
}
