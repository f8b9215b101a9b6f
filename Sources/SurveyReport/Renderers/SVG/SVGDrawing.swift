/// Writes a drawing as SVG that needs nothing else and says in words what it shows.
struct SVGDrawing {
  let drawing: Drawing
  /// What the ids inside the drawing begin with.
  let id: String
  private let hatches: SVGHatches

  init(_ drawing: Drawing, id: String) {
    self.drawing = drawing
    self.id = id
    hatches = SVGHatches(of: drawing, id: id)
  }

  /// The whole element.
  var node: SVGNode {
    let words: [SVGNode] = [
      .labelled("title", ["id": id + "-title"], drawing.title),
      .labelled("desc", ["id": id + "-desc"], drawing.description),
    ]
    return .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc",
        "viewBox": "0 0 \(SVGNumber.text(drawing.width)) \(SVGNumber.text(drawing.height))",
        "font-size": SVGNumber.text(ChartLayout.fontSize), "fill": Drawing.Colour.black.markup,
      ],
      words + hatches.definitions + drawing.shapes.map(node)
    )
  }

  private func node(of shape: Drawing.Shape) -> SVGNode {
    switch shape {
    case .rectangle(let corner, let width, let height, let fill, let stroke):
      return .element(
        "rect",
        place("x", corner.x, "y", corner.y) + place("width", width, "height", height)
          + attributes(of: fill) + attributes(of: stroke),
        []
      )
    case .line(let points, let stroke):
      return line(points, stroke)
    case .polygon(let points, let fill, let stroke):
      return .element(
        "polygon",
        ["points": list(points)] + attributes(of: fill) + attributes(of: stroke),
        []
      )
    case .circle(let centre, let radius, let fill, let stroke):
      return .element(
        "circle",
        place("cx", centre.x, "cy", centre.y) + ["r": SVGNumber.text(radius)]
          + attributes(of: fill) + attributes(of: stroke),
        []
      )
    case .label(let label):
      return node(of: label)
    }
  }

  private func line(_ points: [Drawing.Point], _ stroke: Drawing.Stroke) -> SVGNode {
    guard points.count == 2, let start = points.first, let end = points.last else {
      return .element(
        "polyline",
        ["points": list(points), "fill": "none"] + attributes(of: stroke),
        []
      )
    }
    return .element(
      "line",
      place("x1", start.x, "y1", start.y) + place("x2", end.x, "y2", end.y)
        + attributes(of: stroke),
      []
    )
  }

  private func node(of label: Drawing.Label) -> SVGNode {
    var attributes = place("x", label.place.x, "y", label.place.y)
    switch label.anchor {
    case .start: break
    case .middle: attributes.append("text-anchor", "middle")
    case .end: attributes.append("text-anchor", "end")
    }
    if label.size != ChartLayout.fontSize {
      attributes.append("font-size", SVGNumber.text(label.size))
    }
    if label.isBold { attributes.append("font-weight", "bold") }
    if label.colour != .black { attributes.append("fill", label.colour.markup) }
    return .labelled("text", attributes, label.text)
  }

  private func place(
    _ first: StaticString,
    _ x: Double,
    _ second: StaticString,
    _ y: Double
  ) -> SVGNode.Attributes {
    [first: SVGNumber.text(x), second: SVGNumber.text(y)]
  }

  private func list(_ points: [Drawing.Point]) -> String {
    points.map { SVGNumber.text($0.x) + "," + SVGNumber.text($0.y) }.joined(separator: " ")
  }

  private func attributes(of fill: Drawing.Fill?) -> SVGNode.Attributes {
    ["fill": fill.map(hatches.paint) ?? "none"]
  }

  private func attributes(of stroke: Drawing.Stroke?) -> SVGNode.Attributes {
    guard let stroke else { return [:] }
    var attributes: SVGNode.Attributes = ["stroke": stroke.colour.markup]
    if stroke.width != 1 { attributes.append("stroke-width", SVGNumber.text(stroke.width)) }
    if stroke.isDashed { attributes.append("stroke-dasharray", "5 4") }
    return attributes
  }
}

extension Drawing.Colour {
  /// The colour as `#rrggbb`.
  var markup: String {
    let digits = String(value & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
