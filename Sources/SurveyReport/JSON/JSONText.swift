/// Writes JSON text (RFC 8259).
package enum JSONText {
  /// The text of `value`; pretty text has two spaces for each level.
  package static func write(_ value: JSONValue, pretty: Bool = true) -> String {
    var writer = Writer(isPretty: pretty)
    writer.write(value)
    return writer.output
  }

  /// The shortest number that reads back as `value`, or `null`.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A string between its quotes.
  ///
  /// Besides what RFC 8259 asks for, U+007F...U+009F and the line separators are escaped, which
  /// terminals and JavaScript do not take for plain text.
  static func string(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
        result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      default: result.append(scalar)
      }
    }
    result.append("\"")
    return String(result)
  }

  private struct Writer {
    let isPretty: Bool
    var output = ""
    var depth = 0

    mutating func write(_ value: JSONValue) {
      switch value {
      case .object(let members):
        list(members, open: "{", close: "}") { writer, member in
          writer.output += JSONText.string(member.0) + (writer.isPretty ? ": " : ":")
          writer.write(member.1)
        }
      case .array(let values):
        list(values, open: "[", close: "]") { writer, value in writer.write(value) }
      case .string(let text): output += JSONText.string(text)
      case .number(let number): output += JSONText.number(number)
      case .integer(let number): output += String(number)
      case .bool(let flag): output += flag ? "true" : "false"
      case .null: output += "null"
      }
    }

    private mutating func list<Element>(
      _ elements: [Element],
      open: String,
      close: String,
      body: (inout Self, Element) -> Void
    ) {
      output += open
      depth += 1
      for (offset, element) in elements.enumerated() {
        output += offset > 0 ? "," : ""
        newLine()
        body(&self, element)
      }
      depth -= 1
      if !elements.isEmpty {
        newLine()
      }
      output += close
    }

    private mutating func newLine() {
      guard isPretty else { return }
      output += "\n" + String(repeating: "  ", count: depth)
    }
  }
}
