/// The order in which randomised options are shown: ODK's own for a seed.
///
/// The inside-out variant of the shuffle of Fisher and Yates over the generator of Park and Miller
/// (*Random Number Generators: Good Ones Are Hard to Find*, 1988; multiplier 16807, modulus
/// 2³¹ − 1), as the ODK XForms specification defines `randomize()`.
enum ChoiceOrder {
  private static let modulus = 2_147_483_647.0
  private static let multiplier = 16807.0

  /// The seed that an answer gives: its number, or for other words the first eight bytes of their
  /// SHA-256 as a whole number, rounded to a double, as JavaRosa has it.
  static func seed(of value: ExpressionValue) -> Double {
    let number = value.asNumber
    let text = value.asString.trimmed
    guard number.isNaN, !text.isEmpty else { return number }
    let bytes = ExpressionDigest.sha256.digest(Array(text.utf8)).prefix(8)
    return Double(Int64(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }))
  }

  /// The positions 0 to `count` − 1 in the order of `seed`; fractions are dropped, and what is no
  /// number counts as 0.
  static func positions(_ count: Int, seed: Double) -> [Int] {
    guard count > 0 else { return [] }
    let whole = seed.isFinite ? seed.rounded(.towardZero) : 0
    var state = whole.truncatingRemainder(dividingBy: modulus)
    if state <= 0 { state += modulus - 1 }
    var order: [Int] = []
    for index in 0..<count {
      state = (state * multiplier).truncatingRemainder(dividingBy: modulus)
      let place = min(index, Int((state - 1) / (modulus - 1) * Double(index + 1)))
      if place == index {
        order.append(index)
      } else {
        order.append(order[place])
        order[place] = index
      }
    }
    return order
  }
}
