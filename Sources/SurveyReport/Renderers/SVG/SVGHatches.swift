/// The hatched fills of one drawing as patterns.
struct SVGHatches {
  private let fills: [Drawing.Fill]
  private let id: String

  init(of drawing: Drawing, id: String) {
    self.id = id
    var fills: [Drawing.Fill] = []
    for case .rectangle(_, _, _, let fill?, _) in drawing.shapes {
      if case .hatched = fill, !fills.contains(fill) { fills.append(fill) }
    }
    self.fills = fills
  }

  /// The patterns; nothing when there is no hatch.
  var definitions: [SVGNode] {
    guard !fills.isEmpty else { return [] }
    return [
      .element(
        "defs",
        [:],
        fills.enumerated().compactMap { pattern($1, id: "\(id)-fill-\($0 + 1)") }
      )
    ]
  }

  /// What an area is filled with.
  func paint(_ fill: Drawing.Fill) -> String {
    switch fill {
    case .plain(let colour): colour.markup
    case .hatched(_, _, let background):
      fills.firstIndex(of: fill).map { "url(#\(id)-fill-\($0 + 1))" } ?? background.markup
    }
  }

  private func pattern(_ fill: Drawing.Fill, id: String) -> SVGNode? {
    guard case .hatched(let hatch, let marks, let background) = fill else { return nil }
    let area = SVGNode.element(
      "rect",
      ["width": "8", "height": "8", "fill": background.markup],
      []
    )
    return .element(
      "pattern",
      ["id": id, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"],
      [area, mark(of: hatch, colour: marks.markup)]
    )
  }

  private func mark(of hatch: Drawing.Hatch, colour: String) -> SVGNode {
    let path =
      switch hatch {
      case .rising: "M-2 2L2 -2M0 8L8 0M6 10L10 6"
      case .falling: "M-2 6L2 10M0 0L8 8M6 -2L10 2"
      case .crossed: "M-2 2L2 -2M0 8L8 0M6 10L10 6M-2 6L2 10M0 0L8 8M6 -2L10 2"
      case .horizontal: "M0 2H8M0 6H8"
      case .vertical: "M2 0V8M6 0V8"
      case .dots: ""
      }
    guard hatch != .dots else {
      return .element("circle", ["cx": "4", "cy": "4", "r": "1.4", "fill": colour], [])
    }
    return .element(
      "path",
      ["d": path, "stroke": colour, "stroke-width": "1.4", "fill": "none"],
      []
    )
  }
}
