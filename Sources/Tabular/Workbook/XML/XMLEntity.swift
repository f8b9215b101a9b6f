/// What stands between `&` and `;`.
enum XMLEntity {
  /// The character that `body` stands for: one of XML's five names, or a number.
  ///
  /// Entities that a document defines itself are none.
  static func scalar(_ body: ArraySlice<UInt8>) -> Unicode.Scalar? {
    for (name, scalar) in named where body.elementsEqual(name.utf8) { return scalar }
    return numbered(body)
  }

  private static let named: [(name: String, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
  ]

  private static func numbered(_ body: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard body.first == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = body.dropFirst().first == UInt8(ascii: "x")
    let digits = body.dropFirst(isHexadecimal ? 2 : 1)
    var number: UInt32 = 0
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    for digit in digits {
      guard let value = value(digit), isHexadecimal || value < 10, number < 0x0FFF_FFFF else {
        return nil
      }
      number = number * (isHexadecimal ? 16 : 10) + UInt32(value)
    }
    guard number >= 0x20 || number == 0x09 || number == 0x0A || number == 0x0D else { return nil }
    return Unicode.Scalar(number)
  }

  private static func value(_ digit: UInt8) -> Int? {
    switch digit {
    case 0x30...0x39: Int(digit) - 0x30
    case 0x41...0x46: Int(digit) - 0x41 + 10
    case 0x61...0x66: Int(digit) - 0x61 + 10
    default: nil
    }
  }
}
