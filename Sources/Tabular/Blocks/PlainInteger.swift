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
    if range.count <= ByteWord.length, at &+ ByteWord.length <= bytes.byteCount,
      let number = short(ByteWord(bytes, at: at), range.count)
    {
      return number
    }
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

  /// At most eight digits at once, the first of which is no zero unless it is the only one; none
  /// for anything else.
  @inline(__always)
  private static func short(_ word: ByteWord, _ length: Int) -> Int64? {
    let digits = RawCell.key(
      ByteWord(bits: word.bits ^ ByteWord.repeated(UInt8(ascii: "0"))),
      length
    )
    guard length == 1 || digits & 0xFF != 0 else { return nil }
    return ByteWord.number(digits, length)
  }
}
