import Glibc

/// What spreadsheets show of a number in a cell with a fixed number of decimals.
package enum ShownNumber {
  /// The number that a file holds of `value`: it is written with 16 digits.
  package static func stored(_ value: Double) -> Double {
    Double(written("%.16g", [value])) ?? value
  }

  /// The digits that LibreOffice shows, which rounds the binary number: 2.675 is 2.67499… there.
  package static func binaryText(
    _ value: Double,
    shiftedBy shift: Int = 0,
    decimals: Int
  ) -> String? {
    let decimals = max(0, decimals)
    guard value.magnitude < 1e15, shift >= 0 else { return nil }
    let text = written("%.*f", [Int32(clamping: decimals + shift), value.magnitude])
    var digits = Array(text.utf8.filter { $0 != UInt8(ascii: ".") })
    while digits.count > decimals + 1, digits.first == UInt8(ascii: "0") { digits.removeFirst() }
    let whole = String(decoding: digits.dropLast(decimals), as: UTF8.self)
    let fraction = String(decoding: digits.suffix(decimals), as: UTF8.self)
    return (value < 0 ? "-" : "") + whole + (decimals > 0 ? "." + fraction : "")
  }

  private static func written(_ format: String, _ arguments: [any CVarArg]) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    let length = withVaList(arguments) { vsnprintf(&buffer, 400, format, $0) }
    let bytes = buffer.prefix(max(0, min(Int(length), 399))).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The digits with a point, without marks between thousands.
  ///
  /// Excel takes the 15 decimal digits of the stored number and rounds them half away from zero;
  /// `shift` moves the point first, by 2 for a percentage.
  package static func text(_ value: Double, shiftedBy shift: Int = 0, decimals: Int) -> String? {
    guard let number = CellNumber(Array(value.description.utf8)) else { return nil }
    let decimals = max(0, decimals)
    let point = number.exponent + shift
    guard point < 400, point > -400 else { return nil }
    // All digits up to the last that is shown; zeros where the number has none.
    let kept = point + decimals
    var digits = (0..<max(kept, 0)).map { index in
      number.digits.indices.contains(index) ? number.digits[index] - UInt8(ascii: "0") : 0
    }
    if kept >= 0, number.digits.indices.contains(kept), number.digits[kept] >= UInt8(ascii: "5") {
      var place = digits.count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
    }
    while digits.count < decimals + 1 { digits.insert(0, at: 0) }
    while digits.count > decimals + 1, digits.first == 0 { digits.removeFirst() }
    let text = digits.map { String($0) }
    let whole = text.dropLast(decimals).joined()
    let fraction = text.suffix(decimals).joined()
    return (number.isNegative ? "-" : "") + whole + (decimals > 0 ? "." + fraction : "")
  }
}
