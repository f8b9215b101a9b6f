/// Words into which a terminal puts answers; on paper something else stands there.
enum PipedWords {
  private static let blank = "……"

  /// The text with a blank for each `${name}`.
  static func blanks(in text: String) -> String { replacing(text) { _ in blank } }

  /// The text with what `body` gives for the name in each `${name}`.
  static func replacing(_ text: String, _ body: (String) -> String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${"),
      let close = rest[open.upperBound...].firstIndex(of: "}")
    {
      result += rest[..<open.lowerBound] + body(String(rest[open.upperBound..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
