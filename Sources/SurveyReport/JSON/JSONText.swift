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
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let plain = text.utf8.allSatisfy { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    if plain {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
      bytes.append(contentsOf: "\\u\(zeros)\(digits)".utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Collects bytes: text that grows by characters is several times slower.
  private struct Writer {
    let isPretty: Bool
    private var bytes: [UInt8] = []
    private var depth = 0

    init(isPretty: Bool) { self.isPretty = isPretty }

    var output: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ value: JSONValue) {
      switch value {
      case .object(let members):
        open("{")
        for (offset, member) in members.enumerated() {
          separate(offset)
          JSONText.append(member.0, to: &bytes)
          bytes.append(contentsOf: (isPretty ? ": " : ":").utf8)
          write(member.1)
        }
        close("}", isEmpty: members.isEmpty)
      case .array(let values):
        open("[")
        for (offset, value) in values.enumerated() {
          separate(offset)
          write(value)
        }
        close("]", isEmpty: values.isEmpty)
      case .string(let text): JSONText.append(text, to: &bytes)
      case .number(let number): bytes.append(contentsOf: JSONText.number(number).utf8)
      case .integer(let number): bytes.append(contentsOf: String(number).utf8)
      case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
      case .null: bytes.append(contentsOf: "null".utf8)
      }
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
      bytes.append(UInt8(ascii: bracket))
      depth += 1
    }

    private mutating func close(_ bracket: Unicode.Scalar, isEmpty: Bool) {
      depth -= 1
      if !isEmpty { newLine() }
      bytes.append(UInt8(ascii: bracket))
    }

    private mutating func separate(_ offset: Int) {
      if offset > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine()
    }

    private mutating func newLine() {
      guard isPretty else { return }
      bytes.append(UInt8(ascii: "\n"))
      for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
    }
  }
}
