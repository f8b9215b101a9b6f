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
    if range.count <= ByteWord.length, range.lowerBound &+ ByteWord.length <= bytes.byteCount,
      let number = short(ByteWord(bytes, at: range.lowerBound), range.count)
    {
      return number
    }
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

  /// At most eight bytes at once: digits, perhaps a point and digits; none for anything else.
  @inline(__always)
  private static func short(_ word: ByteWord, _ length: Int) -> Double? {
    guard length > 0 else { return nil }
    // Zero bytes from here on; digits are 0 to 9, a point is 0x1E.
    let zeros = ByteWord.repeated(UInt8(ascii: "0"))
    var digits = RawCell.key(ByteWord(bits: word.bits ^ zeros), length)
    let point = ByteWord(bits: digits).equal(to: ByteWord.repeated(0x1E))
    var decimals = 0
    if point != 0 {
      let place = ByteWord.place(point)
      decimals = length &- 1 &- place
      guard place > 0, decimals > 0 else { return nil }
      let before = (1 &<< UInt64(truncatingIfNeeded: place &* 8)) &- 1 as UInt64
      digits = digits & before | (digits &>> 8) & ~before
    }
    guard let number = ByteWord.number(digits, point == 0 ? length : length &- 1) else {
      return nil
    }
    let mantissa = Double(number)
    return decimals == 0 ? mantissa : mantissa / powers[decimals]
  }
}
