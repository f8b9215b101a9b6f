import SurveyModel

/// A cell that holds the number and the words of an option: `4 - Hài lòng`, `4. Hài lòng`,
/// `Hài lòng (4)`, `[4] Hài lòng`.
struct PrintedOption: Hashable {
  /// The number or letter as it is printed.
  let code: String
  /// The words.
  let label: String

  /// The ways to take a cell apart, none when it does not look like an option with its number.
  ///
  /// A code that holds other signs than letters and digits is known only from the `book`.
  static func candidates(_ text: String, in book: ChoiceBook) -> [PrintedOption] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 3 else { return [] }
    var found = [leading(scalars), trailing(scalars)].compactMap(\.self)
      .filter { isNumber($0.code) || book.entry(codeLike: $0.code) != nil }
    for code in book.oddCodes where text.utf8.count > code.utf8.count {
      if text.hasPrefix(code), let label = label(behind: scalars[code.unicodeScalars.count...]) {
        found.append(PrintedOption(code: code, label: label))
      } else if text.hasSuffix("(\(code))") {
        let label = String(text.dropLast(code.count + 2)).trimmed
        if !label.isEmpty { found.append(PrintedOption(code: code, label: label)) }
      }
    }
    return found
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).trimmed
  }

  static func isCodeScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", "A"..."Z", "_": true
    default: false
    }
  }

  /// The code of a text that is nothing but a code as a list prints it: `5.`, `5)`, `(5)`, `[5]`.
  static func bareCode(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, scalars.count <= 12 else {
      return nil
    }
    var code = scalars.dropLast()
    switch (first, last) {
    case ("(", ")"), ("[", "]"): code = code.dropFirst()
    case (_, "."), (_, ")"): break
    default: return nil
    }
    guard !code.isEmpty, code.allSatisfy(isCodeScalar) else { return nil }
    return String(String.UnicodeScalarView(code))
  }

  private static func leading(_ scalars: [Unicode.Scalar]) -> PrintedOption? {
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
    // A bracket separates as a space does.
    if closing != nil { rest = [" "] + rest }
    return label(behind: rest).map { PrintedOption(code: text(code), label: $0) }
  }

  /// The words behind a code: behind a space or a sign, or both.
  private static func label(behind rest: ArraySlice<Unicode.Scalar>) -> String? {
    var words = rest.drop { $0.properties.isWhitespace }
    switch words.first {
    case "-", "–", "—", ".", ":", ")", "=", "/", "]": words = words.dropFirst()
    default: guard words.count < rest.count else { return nil }
    }
    let label = text(words)
    return label.isEmpty ? nil : label
  }

  private static func trailing(_ scalars: [Unicode.Scalar]) -> PrintedOption? {
    guard let last = scalars.last, last == ")" || last == "]" else { return nil }
    let opening: Unicode.Scalar = last == ")" ? "(" : "["
    guard let open = scalars.lastIndex(of: opening), open > 0 else { return nil }
    let code = text(scalars[(open + 1)..<(scalars.count - 1)])
    guard !code.isEmpty, code.unicodeScalars.allSatisfy(isCodeScalar), code.count <= 12 else {
      return nil
    }
    return PrintedOption(code: code, label: text(scalars[..<open]))
  }
}
