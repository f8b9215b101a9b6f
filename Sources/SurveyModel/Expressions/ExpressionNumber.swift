/// Numbers as text and back, by XPath 1.0 and JavaRosa.
enum ExpressionNumber {
  /// Reads a number without exponent; a comma counts as the decimal point.
  ///
  /// Anything else is NaN, as are the empty text and `- 17`.
  static func read(_ text: String) -> Double {
    if let code = smallInteger(text) { return Double(code) }
    var digits = ""
    var isFinished = false
    for byte in text.utf8 {
      switch byte {
      case 0...0x20:
        if !digits.isEmpty { isFinished = true }
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard !isFinished else { return .nan }
        digits.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ","):
        guard !isFinished else { return .nan }
        digits += "."
      default: return .nan
      }
    }
    return Double(digits) ?? .nan
  }

  /// The number that up to 15 digits alone make: the codes of choices, nearly always.
  private static func smallInteger(_ text: String) -> Int? {
    var number = 0
    var count = 0
    for byte in text.utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 15 else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      count += 1
    }
    return count > 0 ? number : nil
  }

  /// Writes a number without exponent: 123456, 0.5, NaN, -Infinity.
  static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let nearest = number.rounded()
    if nearest.magnitude < 0x1p53, (number - nearest).magnitude < ExpressionValue.tolerance {
      return String(Int64(nearest))
    }
    return Digits(number).text
  }

  /// Rounds to decimal places (negative: tens, hundreds …), ties toward +∞.
  ///
  /// Ties are judged on the shortest decimal text of the number, so that
  /// 2.675 rounds to 2.68 although its binary value lies below the tie.
  static func round(_ number: Double, places: Int) -> Double {
    guard number.isFinite, number != 0 else { return number }
    guard (-30...30).contains(places) else { return .nan }
    var digits = Digits(number)
    digits.round(places: places)
    return Double(digits.text) ?? .nan
  }

  /// A finite number as decimal digits: ± 0.d₁d₂d₃… × 10^point.
  private struct Digits {
    var isNegative: Bool
    var digits: [UInt8]
    var point: Int

    /// Takes the digits from the shortest text that reads back as the number.
    init(_ number: Double) {
      isNegative = number.sign == .minus
      digits = []
      point = 0
      var exponent = 0
      var isBehindPoint = false
      var exponentSign: Int?
      for byte in number.magnitude.description.utf8 {
        switch byte {
        case UInt8(ascii: "."): isBehindPoint = true
        case UInt8(ascii: "e"): exponentSign = 1
        case UInt8(ascii: "-"): exponentSign = -1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          let digit = byte - UInt8(ascii: "0")
          if exponentSign != nil {
            exponent = exponent * 10 + Int(digit)
          } else {
            digits.append(digit)
            if !isBehindPoint { point += 1 }
          }
        default: break
        }
      }
      point += exponent * (exponentSign ?? 0)
      let zeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(zeros)
      point -= zeros
      trim()
    }

    private mutating func trim() {
      while digits.last == 0 { digits.removeLast() }
    }

    mutating func round(places: Int) {
      let kept = point + places
      guard kept < digits.count else { return }
      guard kept >= 0 else {
        digits = []
        return
      }
      let next = digits[kept]
      let isTie = next == 5 && kept == digits.count - 1
      let isUp = isTie ? !isNegative : next >= 5
      digits.removeSubrange(kept...)
      if isUp { increment() }
      trim()
    }

    private mutating func increment() {
      for index in digits.indices.reversed() {
        if digits[index] < 9 {
          digits[index] += 1
          return
        }
        digits[index] = 0
      }
      // All nines, or no digit at all: one more digit in front.
      digits = [1] + digits
      point += 1
    }

    var text: String {
      let sign = isNegative ? "-" : ""
      guard !digits.isEmpty else { return sign + "0" }
      let all = digits.map { String($0) }.joined()
      if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + all }
      if point >= digits.count {
        return sign + all + String(repeating: "0", count: point - digits.count)
      }
      return sign + all.prefix(point) + "." + all.dropFirst(point)
    }
  }
}
