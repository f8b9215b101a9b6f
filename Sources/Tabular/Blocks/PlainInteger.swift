/// Integers as programs write them: digits without a leading zero, perhaps after a minus sign.
enum PlainInteger {
  /// The longest text whose number surely fits.
  private static let digitLimit = 18

  /// The number in `range`; none for any other text, number or not.
  @inline(__always)
  static func parse(_ bytes: RawSpan, _ range: Range<Int>) -> Int64? {
    var at = range.lowerBound
    let end = range.upperBound
    guard at < end else { return nil }
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative { at &+= 1 }
    guard at < end, end &- at <= digitLimit else { return nil }
    if bytes[at] == UInt8(ascii: "0") { return !isNegative && end &- at == 1 ? 0 : nil }
    var number: Int64 = 0
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      number = number &* 10 &+ Int64(digit)
      at &+= 1
    }
    return isNegative ? -number : number
  }
}
