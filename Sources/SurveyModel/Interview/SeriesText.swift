/// The answers of one question in all turns of a repeat as one text, a JSON array.
///
/// `["Lan", null, {"missing": "refused"}]`: what was answered as text, nothing, and why nothing was.
public enum SeriesText {
  /// The text; turns without anything at the end are left out, and no turns are the empty text.
  public static func text(_ answers: [Answer]) -> String {
    let last = answers.lastIndex { !isNothing($0) }
    guard let last else { return "" }
    return "[" + answers[...last].map(element).joined(separator: ",") + "]"
  }

  private static func isNothing(_ answer: Answer) -> Bool {
    switch answer.missingReason {
    case nil, .refused, .doNotKnow: false
    case .noAnswer, .notReached, .notApplicable, .notCollected: true
    }
  }

  private static func element(_ answer: Answer) -> String {
    switch answer {
    case .missing(let reason) where isNothing(answer): reason == .noAnswer ? "\"\"" : "null"
    case .missing(let reason): "{\"missing\":\"\(reason.rawValue)\"}"
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
  }

  /// The elements of a text; none when it is no such array.
  static func elements(_ text: String) -> [Element]? {
    var parser = Parser(Array(text.unicodeScalars))
    return parser.array()
  }

  /// Reads arrays of texts, numbers, nulls and `{"missing": reason}`.
  private struct Parser {
    let scalars: [Unicode.Scalar]
    var place = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func array() -> [Element]? {
      guard accept("[") else { return nil }
      var elements: [Element] = []
      if accept("]") { return atEnd ? [] : nil }
      repeat {
        guard let element = element() else { return nil }
        elements.append(element)
      } while accept(",")
      return accept("]") && atEnd ? elements : nil
    }

    private var atEnd: Bool {
      mutating get {
        skip()
        return place == scalars.count
      }
    }

    private mutating func skip() {
      while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
    }

    private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
      skip()
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
      return true
    }

    private mutating func element() -> Element? {
      skip()
      guard place < scalars.count else { return nil }
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

extension AnswerReader {
  /// The answers in the turns of a repeat, read from a JSON array.
  ///
  /// - Throws: why the first element that is no answer is none.
  public func readSeries(_ text: String) throws(AnswerRejection) -> Answer {
    if text.trimmed.isEmpty { return .missing(.noAnswer) }
    guard let elements = SeriesText.elements(text) else { throw .notASeries(text: text) }
    var answers: [Answer] = []
    for element in elements {
      switch element {
      case .nothing: answers.append(.missing(.notReached))
      case .missing(let reason): answers.append(.missing(reason))
      case .text(let text): answers.append(try read(text))
      }
    }
    let text = SeriesText.text(answers)
    return text.isEmpty ? .missing(.noAnswer) : .text(text)
  }

  /// The answers of a series, turn by turn; what is no answer is missing.
  func series(_ answer: Answer?) -> [Answer] {
    guard case .text(let text) = answer, let elements = SeriesText.elements(text) else { return [] }
    return elements.map { element in
      switch element {
      case .nothing: .missing(.notReached)
      case .missing(let reason): .missing(reason)
      case .text(let text): (try? read(text)) ?? .missing(.noAnswer)
      }
    }
  }
}
