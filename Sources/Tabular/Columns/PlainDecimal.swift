/// Decimals whose double follows from one exact division.
///
/// At most 15 digits and a power of ten up to 10^14 are both exact doubles, so that their quotient,
/// rounded once, is the nearest double. Source: Clinger, How to read floating point numbers
/// accurately, PLDI 1990, section 3.
enum PlainDecimal {
  private static let digitLimit = 15
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
  ]

  /// The number in `range`: an optional minus sign, digits, perhaps a point and digits; none for
  /// any other text, number or not.
  static func parse(_ bytes: RawSpan, _ range: Range<Int>) -> Double? {
    var at = range.lowerBound
    let end = range.upperBound
    guard at < end, end &- at <= digitLimit &+ 2 else { return nil }
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative { at &+= 1 }
    var mantissa: Int64 = 0
    let first = at
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ Int64(digit)
      at &+= 1
    }
    let whole = at &- first
    guard whole > 0 else { return nil }
    var decimals = 0
    if at < end {
      guard bytes[at] == UInt8(ascii: ".") else { return nil }
      at &+= 1
      decimals = end &- at
      guard decimals > 0 else { return nil }
      while at < end {
        let digit = bytes[at] &- UInt8(ascii: "0")
        if digit > 9 { return nil }
        mantissa = mantissa &* 10 &+ Int64(digit)
        at &+= 1
      }
    }
    guard whole &+ decimals <= digitLimit else { return nil }
    let number = decimals == 0 ? Double(mantissa) : Double(mantissa) / powers[decimals]
    return isNegative ? -number : number
  }
}
