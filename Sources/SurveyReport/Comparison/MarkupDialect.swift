/// What the tags of a kind of document mean for those who read it.
enum MarkupDialect {
  case html
  case word

  /// What a tag does to the text around it.
  enum Effect {
    /// The text goes on.
    case none
    /// What follows is another piece.
    case part
    /// The piece that begins heads what follows, or the table or figure that follows.
    case heading
    case caption
    /// A table or figure ends.
    case end
    case table
    case row
    case cell
    /// Nobody reads what stands in it.
    case hidden
  }

  /// The effect of a tag, by its name and, of Word's styles, its attributes.
  func effect(of name: Substring, _ tag: Substring) -> Effect {
    switch self {
    case .html: Self.htmlEffect(of: name)
    case .word: Self.wordEffect(of: name, tag)
    }
  }

  private static let inline: Set<Substring> = [
    "a", "abbr", "b", "bdi", "bdo", "code", "em", "i", "small", "span", "strong", "sub", "sup",
    "tspan", "wbr",
  ]

  private static func htmlEffect(of name: Substring) -> Effect {
    switch name {
    case "style", "script": .hidden
    case "h1", "h2", "h3", "h4", "h5", "h6": .heading
    case "caption", "figcaption": .caption
    case "table": .table
    case "/table", "/figure": .end
    case "tr": .row
    case "td", "th": .cell
    default: inline.contains(name.hasPrefix("/") ? name.dropFirst() : name) ? .none : .part
    }
  }

  private static func wordEffect(of name: Substring, _ tag: Substring) -> Effect {
    switch name {
    case "w:p", "/w:p", "w:tab", "w:br": .part
    case "w:pStyle":
      if tag.contains("\"Heading") || tag.contains("\"Title") {
        .heading
      } else {
        tag.contains("\"Caption") ? .caption : .none
      }
    case "w:tbl": .table
    case "/w:tbl": .end
    case "w:tr": .row
    case "w:tc": .cell
    default: .none
    }
  }
}
