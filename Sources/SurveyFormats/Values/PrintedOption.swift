import SurveyModel

/// A cell that holds the number and the words of an option: `4 - Hài lòng`, `4. Hài lòng`,
/// `Hài lòng (4)`, `[4] Hài lòng`.
struct PrintedOption: Hashable {
  /// The number or letter as it is printed.
  let code: String
  /// The words.
  let label: String

  /// Takes a cell apart; nothing when it does not look like an option with its number.
  ///
  /// `isCode` says which short texts beside numbers can be a code.
  init?(_ text: String, isCode: (String) -> Bool) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 3 else { return nil }
    if let found = Self.leading(scalars) ?? Self.trailing(scalars),
      Self.isNumber(found.code) || isCode(found.code)
    {
      code = found.code
      label = found.label
      return
    }
    return nil
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).trimmed
  }

  private static func isCodeScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", "A"..."Z", "_": true
    default: false
    }
  }

  private static func leading(
    _ scalars: [Unicode.Scalar]
  ) -> (code: String, label: String)? {
    var rest = scalars[...]
    var closing: Unicode.Scalar?
    if rest.first == "(" { closing = ")" }
    if rest.first == "[" { closing = "]" }
    if closing != nil { rest = rest.dropFirst() }
    let code = rest.prefix(while: isCodeScalar)
    guard (1...12).contains(code.count) else { return nil }
    rest = rest.dropFirst(code.count)
    if let closing {
      guard rest.first == closing else { return nil }
      rest = rest.dropFirst()
    }
    let beforeSpaces = rest.count
    rest = rest.drop { $0.properties.isWhitespace }
    let hasSpace = rest.count < beforeSpaces
    switch rest.first {
    case "-", "–", "—", ".", ":", ")", "=", "/", "]": rest = rest.dropFirst()
    default: guard closing != nil || hasSpace else { return nil }
    }
    let label = text(rest)
    return label.isEmpty ? nil : (text(code), label)
  }

  private static func trailing(
    _ scalars: [Unicode.Scalar]
  ) -> (code: String, label: String)? {
    guard let last = scalars.last, last == ")" || last == "]" else { return nil }
    let opening: Unicode.Scalar = last == ")" ? "(" : "["
    guard let open = scalars.lastIndex(of: opening), open > 0 else { return nil }
    let code = text(scalars[(open + 1)..<(scalars.count - 1)])
    guard !code.isEmpty, code.unicodeScalars.allSatisfy(isCodeScalar), code.count <= 12 else {
      return nil
    }
    return (code, text(scalars[..<open]))
  }
}
