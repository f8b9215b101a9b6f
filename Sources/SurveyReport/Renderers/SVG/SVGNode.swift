/// A small tree of SVG that escapes every text and attribute exactly once when it is written.
indirect enum SVGNode {
  /// Attributes in their order.
  typealias Attributes = KeyValuePairs<StaticString, String>

  /// An element; names come from our code only.
  case element(StaticString, Attributes, [SVGNode])
  case text(String)

  /// The markup.
  var markup: String {
    switch self {
    case .text(let text):
      return MarkupEscaping.escape(text)
    case .element(let name, let attributes, let children):
      let list = attributes.map { name, value in
        " \(name)=\"\(MarkupEscaping.escape(value))\""
      }.joined()
      guard !children.isEmpty else { return "<\(name)\(list)/>" }
      return "<\(name)\(list)>" + children.map(\.markup).joined() + "</\(name)>"
    }
  }

  /// An element with text only.
  static func labelled(
    _ name: StaticString,
    _ attributes: Attributes,
    _ text: String
  ) -> SVGNode {
    .element(name, attributes, [.text(text)])
  }
}

/// Coordinates as SVG reads them: at most one decimal, always a point.
enum SVGNumber {
  static func text(_ value: Double) -> String {
    guard let digits = DecimalRounding.digits(of: value.magnitude, decimals: 1) else { return "0" }
    let sign = value < 0 && !digits.isZero ? "-" : ""
    return sign + digits.whole + (digits.fraction == "0" ? "" : "." + digits.fraction)
  }
}
