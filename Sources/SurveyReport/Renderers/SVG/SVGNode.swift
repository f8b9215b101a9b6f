/// A small tree of SVG that escapes every text and attribute exactly once when it is written.
indirect enum SVGNode {
  /// Attributes in their order; names come from our code only.
  struct Attributes: ExpressibleByDictionaryLiteral {
    private(set) var list: [(name: StaticString, value: String)]

    init(dictionaryLiteral elements: (StaticString, String)...) {
      list = elements.map { (name: $0, value: $1) }
    }

    mutating func append(_ name: StaticString, _ value: String) {
      list.append((name: name, value: value))
    }

    static func + (first: Self, second: Self) -> Self {
      var sum = first
      sum.list += second.list
      return sum
    }
  }

  /// An element; names come from our code only.
  case element(StaticString, Attributes, [SVGNode])
  case text(String)

  /// The markup.
  var markup: String {
    switch self {
    case .text(let text):
      return MarkupEscaping.escape(text)
    case .element(let name, let attributes, let children):
      let list = attributes.list.map { name, value in
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
