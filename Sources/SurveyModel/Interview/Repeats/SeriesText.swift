/// The answers to one question in the turns of its repeat as one text, a JSON array.
///
/// `["Lan", null, {"missing": "refused"}]`: what was answered as text, nothing, and why nothing was.
/// A question of a repeat inside another has an array for each turn of that: `[["Lan"], []]`.
enum SeriesText {
  /// An answer as it is written.
  static func element(_ answer: Answer) -> String {
    switch answer {
    case .missing(.noAnswer): "\"\""
    case .missing(let reason) where reason == .refused || reason == .doNotKnow:
      "{\"missing\":\"\(reason.rawValue)\"}"
    case .missing: "null"
    case .integer, .decimal, .text, .date, .choice, .choices: quoted(answer.text)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// One element as it is written.
  enum Element: Equatable {
    case text(String)
    case nothing
    case missing(MissingReason)
    case elements([Element])
  }

  /// The elements of a text, arrays in each other as deep as `depth`; none when it is no such array.
  static func elements(_ text: String, depth: Int) -> [Element]? {
    var parser = Parser(Array(text.unicodeScalars))
    return parser.whole(depth: depth)
  }

  /// Reads arrays of texts, numbers, nulls and `{"missing": reason}`.
  private struct Parser {
    let scalars: [Unicode.Scalar]
    var place = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func whole(depth: Int) -> [Element]? {
      guard let elements = array(depth: depth), atEnd else { return nil }
      return elements
    }

    /// An array, with others in it when `depth` is more than 1.
    private mutating func array(depth: Int) -> [Element]? {
      guard depth > 0, accept("[") else { return nil }
      var elements: [Element] = []
      if accept("]") { return [] }
      repeat {
        guard let element = element(depth: depth - 1) else { return nil }
        elements.append(element)
      } while accept(",")
      return accept("]") ? elements : nil
    }

    private var atEnd: Bool {
      mutating get {
        skip()
        return place == scalars.count
      }
    }

    private mutating func skip() {
      while place < scalars.count, scalars[place].isWhiteSpace { place += 1 }
    }

    private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
      skip()
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
      return true
    }

    private mutating func element(depth: Int) -> Element? {
      skip()
      guard place < scalars.count else { return nil }
      if scalars[place] == "[" { return array(depth: depth).map { .elements($0) } }
      if scalars[place] == "\"" { return string().map { .text($0) } }
      if scalars[place] == "{" {
        guard accept("{"), string() == "missing", accept(":"), let word = string(), accept("}"),
          let reason = MissingReason(rawValue: word)
        else { return nil }
        return .missing(reason)
      }
      var word = ""
      while place < scalars.count, !",]".unicodeScalars.contains(scalars[place]) {
        word.unicodeScalars.append(scalars[place])
        place += 1
      }
      let bare = word.trimmed
      if bare == "null" { return .nothing }
      return NumberText.parse(bare) == nil ? nil : .text(bare)
    }

    private mutating func string() -> String? {
      guard accept("\"") else { return nil }
      var result = String.UnicodeScalarView()
      while place < scalars.count {
        let scalar = scalars[place]
        place += 1
        if scalar == "\"" { return String(result) }
        guard scalar == "\\" else {
          result.append(scalar)
          continue
        }
        guard let escaped = escape() else { return nil }
        result.append(escaped)
      }
      return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
      guard place < scalars.count else { return nil }
      let mark = scalars[place]
      place += 1
      switch mark {
      case "n": return "\n"
      case "r": return "\r"
      case "t": return "\t"
      case "b": return "\u{8}"
      case "f": return "\u{C}"
      case "\"", "\\", "/": return mark
      case "u":
        guard let unit = unit() else { return nil }
        guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
        // Signs beyond the first plane are written as a pair.
        guard scalars[place...].starts(with: ["\\", "u"]) else { return nil }
        place += 2
        guard let low = self.unit(), (0xDC00..<0xE000).contains(low) else { return nil }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      default: return nil
      }
    }

    /// Four hexadecimal digits.
    private mutating func unit() -> UInt32? {
      guard place + 4 <= scalars.count else { return nil }
      var unit: UInt32 = 0
      for scalar in scalars[place..<place + 4] {
        guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
        unit = unit << 4 | UInt32(digit)
      }
      place += 4
      return unit
    }
  }
}
