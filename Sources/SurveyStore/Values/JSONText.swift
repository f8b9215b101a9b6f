/// The little JSON that is stored beside the columns: strings, lists and maps of strings.
enum JSONText {
  /// `"..."`.
  static func string(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// `["...","..."]`.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(string).joined(separator: ",") + "]"
  }

  /// The strings of a list or of a map (name, value, name, value ...) in their order.
  ///
  /// Reads what this type writes and what SQLite's JSON functions make of it; other values than
  /// strings are passed over.
  static func strings(in json: String) -> [String] {
    var found: [String] = []
    var current: [Unicode.Scalar]?
    var scalars = json.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard current != nil else {
        if scalar == "\"" { current = [] }
        continue
      }
      switch scalar {
      case "\"":
        var view = String.UnicodeScalarView()
        view.append(contentsOf: current ?? [])
        found.append(String(view))
        current = nil
      case "\\":
        if let escaped = scalars.next() { current?.append(unescaped(escaped, &scalars)) }
      default: current?.append(scalar)
      }
    }
    return found
  }

  private static func unescaped(
    _ scalar: Unicode.Scalar,
    _ rest: inout String.UnicodeScalarView.Iterator
  ) -> Unicode.Scalar {
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{c}"
    case "u":
      var number: UInt32 = 0
      for _ in 0..<4 {
        guard let digit = rest.next(), let value = Character(digit).hexDigitValue else { break }
        number = number << 4 | UInt32(value)
      }
      return Unicode.Scalar(number) ?? "\u{fffd}"
    default: return scalar
    }
  }
}
