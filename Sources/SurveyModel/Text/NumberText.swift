/// Numbers as people write them in codes and cells: an optional sign, digits, one decimal mark.
///
/// Swift's own `Double("0x10")`, `Double("nan")` and `Int("+5")` accept what no form means.
public enum NumberText {
  /// Reads a number with a point as its decimal mark, or a comma when `allowsComma`.
  ///
  /// - Returns: `nil` for anything else: exponents, white space inside, several marks, no digits.
  public static func parse(_ text: some StringProtocol, allowsComma: Bool = false) -> Double? {
    var canonical: [UInt8] = []
    var digits = 0
    var marks = 0
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        canonical.append(byte)
      case UInt8(ascii: "-") where offset == 0:
        canonical.append(byte)
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard byte == UInt8(ascii: ".") || allowsComma, digits > 0, marks == 0 else { return nil }
        marks += 1
        canonical.append(UInt8(ascii: "."))
      default:
        return nil
      }
    }
    guard digits > 0, digits <= 300, canonical.last != UInt8(ascii: ".") else { return nil }
    return Double(String(decoding: canonical, as: UTF8.self))
  }

  /// Reads a whole number.
  public static func parseInteger(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads a number as statistical programs write it, with an optional exponent.
  public static func parseScientific(_ text: some StringProtocol) -> Double? {
    let bytes = Array(text.utf8)
    let isNumber = bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isNumber, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}

extension NumberText {
  /// Ten to the power of 0 to 22, all of which a `Double` holds exactly.
  package static func powerOfTen(_ exponent: Int) -> Double {
    powers.indices.contains(exponent) ? powers[exponent] : .infinity
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
