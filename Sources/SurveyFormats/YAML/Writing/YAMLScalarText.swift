import SurveyModel

/// Text as a YAML scalar that this reader and every other one reads back as the same text.
///
/// What could be taken for anything but words or a plain number stands in double quotes.
struct YAMLScalarText {
  /// Whether `*` and `&` are escaped, for files in which they would look like anchors.
  var escapesAnchors = false

  /// The scalar, fit for blocks and for flow maps.
  func scalar(_ text: String) -> String {
    Self.isPlain(text) ? text : quoted(text)
  }

  /// The scalar in quotes, whatever it is.
  func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "*" where escapesAnchors, "&" where escapesAnchors, "?" where escapesAnchors:
        result += Self.escape(scalar)
      default:
        if Self.isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += Self.escape(scalar)
        }
      }
    }
    return result + "\""
  }

  /// One line of a comment: line breaks and invisible characters become spaces.
  func comment(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || !Self.isPrintable(scalar)
      if isSpace {
        if result.last != " " { result.append(" ") }
      } else if escapesAnchors, scalar == "*" || scalar == "&" || scalar == "?" {
        result.append("·")
      } else {
        result.append(scalar)
      }
    }
    return String(result).trimmed
  }

  /// Words that other readers take for truth values or for nothing.
  private static let reserved: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf",
  ]

  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, scalars.count <= 200 else {
      return false
    }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return text.utf8.count == 1 || text.utf8.count <= 9 && first != "0"
    }
    guard first.properties.isAlphabetic, last.value != 0x20, !reserved.contains(text.lowercased())
    else { return false }
    return scalars.allSatisfy { scalar in
      switch scalar {
      case " ", "_", "-", ".", "/", "(", ")": true
      case "0"..."9": true
      default:
        scalar.properties.isAlphabetic && scalar.properties.canonicalCombiningClass == .notReordered
      }
    }
  }

  /// The characters that YAML allows in a file, without its special line breaks.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD:
      !scalar.properties.isDefaultIgnorableCodePoint
    case 0x1_0000...0x10_FFFF: !scalar.properties.isDefaultIgnorableCodePoint
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (mark, width) =
      scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\\(mark)" + String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
