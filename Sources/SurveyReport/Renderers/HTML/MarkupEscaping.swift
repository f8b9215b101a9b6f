/// The one place where text becomes markup, for HTML and for SVG.
///
/// It works on scalars. By characters, a quotation mark that is followed by a combining mark or a
/// joiner is another character than the quotation mark, while a browser still sees the mark that
/// ends the attribute.
enum MarkupEscaping {
  static func escape(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in VisibleText.clean(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
