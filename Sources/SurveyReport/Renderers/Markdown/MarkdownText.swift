/// Plain text as it has to be written in GitHub Flavored Markdown.
///
/// The specification is <https://github.github.com/gfm/>, sections 2 to 6.
enum MarkdownText {
  /// Text on one line in which nothing is taken for markup.
  ///
  /// Angle brackets and ampersands become entities, so that no reader that passes HTML through takes
  /// text for elements; other signs get a backslash. Brackets too: `[c]: …` would be the definition
  /// of a link and vanish.
  static func inline(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in VisibleText.clean(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$":
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Text that begins a block: without spaces around it and without what would begin a list.
  static func block(_ text: String) -> String {
    var text = inline(trimmed(text))
    guard let first = text.unicodeScalars.first else { return text }
    if "-+=".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let mark = digits.endIndex
    if !digits.isEmpty, mark < text.endIndex, [".", ")"].contains(text.unicodeScalars[mark]) {
      text.unicodeScalars.insert("\\", at: mark)
    }
    return text
  }

  /// Strong text; nothing of nothing.
  static func strong(_ text: String) -> String { enclosed(text, in: "**") }

  /// Emphasised text; nothing of nothing.
  static func emphasised(_ text: String) -> String { enclosed(text, in: "*") }

  /// Signs that touch a space would not be taken for marks.
  private static func enclosed(_ text: String, in mark: String) -> String {
    let text = trimmed(text)
    return text.isEmpty ? "" : mark + inline(text) + mark
  }

  private static func trimmed(_ text: String) -> String {
    let clean = VisibleText.clean(text).unicodeScalars
    let start = clean.drop { $0.properties.isWhitespace }
    let kept = start.reversed().drop { $0.properties.isWhitespace }
    return String(String.UnicodeScalarView(kept.reversed()))
  }
}
