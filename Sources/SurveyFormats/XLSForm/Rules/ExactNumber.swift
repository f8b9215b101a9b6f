/// A decimal number without rounding, for steps such as 0.1 of which ten make exactly one.
struct ExactNumber {
  private let digits: Int128
  /// The number is `digits` divided by ten to this power.
  private let scale: Int

  /// None for text that is no decimal number or has more than 18 digits on either side.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    var power = 0
    if let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      guard let value = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)),
        (-18...18).contains(value)
      else { return nil }
      power = value
      bytes = bytes[..<mark]
    }
    var digits: Int128 = 0
    var fraction = 0
    var isBehindPoint = false
    var count = 0
    for byte in bytes {
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
        continue
      }
      guard 0x30...0x39 ~= byte, count < 18 else { return nil }
      digits = digits * 10 + Int128(byte - 0x30)
      count += 1
      if isBehindPoint { fraction += 1 }
    }
    guard count > 0 else { return nil }
    self.init(digits: isNegative ? -digits : digits, scale: fraction - power)
  }

  private init(digits: Int128, scale: Int) {
    var digits = digits
    var scale = scale
    while scale < 0 {
      digits *= 10
      scale += 1
    }
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    self.digits = digits
    self.scale = scale
  }

  /// Whether it is 0.
  var isZero: Bool { digits == 0 }
  /// Whether it has nothing behind the point.
  var isWhole: Bool { scale == 0 }
  /// The nearest `Double`.
  var value: Double {
    var divisor = 1.0
    for _ in 0..<scale { divisor *= 10 }
    return Double(digits) / divisor
  }

  /// Both numbers at one scale; none when they lie too far apart.
  private static func level(_ one: ExactNumber, _ other: ExactNumber) -> (Int128, Int128)? {
    let scale = Swift.max(one.scale, other.scale)
    guard let left = one.raised(to: scale), let right = other.raised(to: scale) else { return nil }
    return (left, right)
  }

  private func raised(to scale: Int) -> Int128? {
    var digits = digits
    for _ in self.scale..<Swift.max(scale, self.scale) {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product
    }
    return digits
  }

  /// The difference; none when it cannot be held.
  func minus(_ other: ExactNumber) -> ExactNumber? {
    guard let (left, right) = Self.level(self, other) else { return nil }
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? nil : ExactNumber(digits: difference, scale: Swift.max(scale, other.scale))
  }

  /// The number without its sign.
  var magnitude: ExactNumber { digits < 0 ? ExactNumber(digits: -digits, scale: scale) : self }

  /// Whether it is less than `other`.
  func isLess(than other: ExactNumber) -> Bool {
    guard let (left, right) = Self.level(self, other) else { return value < other.value }
    return left < right
  }

  /// Whether both are the same number.
  func equals(_ other: ExactNumber) -> Bool { digits == other.digits && scale == other.scale }

  /// Whether it is a whole number of `step`s.
  func isMultiple(of step: ExactNumber) -> Bool {
    guard !step.isZero, let (left, right) = Self.level(self, step), right != 0 else { return false }
    return left % right == 0
  }
}
