/// Rounding half up by magnitude, the rule of every published figure.
///
/// Binary doubles hold 2.675 as 2.67499…; a value that lies less than 1e-9 of itself below a tie
/// therefore counts as the tie (at most 1e-4 of the last printed digit, so that large numbers are
/// not pushed up). Counts need no such allowance: they are divided as integers.
package enum DecimalRounding {
  /// A rounded number without its sign.
  package struct Digits: Hashable, Sendable {
    /// The digits before the decimal mark.
    package let whole: String
    /// The digits after it; empty when none were asked for.
    package let fraction: String

    /// Whether nothing but zeros is left.
    package var isZero: Bool {
      whole.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
        && fraction.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    }
  }

  /// The most decimals that are ever printed.
  package static let maximumDecimals = 9

  /// The digits of `magnitude`, or `nil` when it is not a finite number of zero or more.
  package static func digits(of magnitude: Double, decimals: Int) -> Digits? {
    guard magnitude.isFinite, magnitude >= 0 else { return nil }
    let decimals = clamped(decimals)
    let floor = magnitude.rounded(.down)
    // Above 2^62 a double has no fraction; its shortest digits are all that it says.
    guard let whole = UInt64(exactly: floor), whole < 1 << 62 else {
      return Digits(whole: expanded(magnitude), fraction: zeros(decimals))
    }
    let scale = powerOfTen(decimals)
    let allowance = min(magnitude * Double(scale) * 1e-9, 1e-4)
    let part = ((magnitude - floor) * Double(scale) + 0.5 + allowance).rounded(.down)
    let units = min(UInt64(part), scale)
    return units == scale
      ? digits(whole: whole + 1, units: 0, decimals: decimals)
      : digits(whole: whole, units: units, decimals: decimals)
  }

  /// The digits of `100 * count / total`, computed in integers: t = (k·10^d·100·2 + n) / (2n).
  ///
  /// - Returns: `nil` when the quotient has more than 64 bits or `total` is zero.
  package static func percentDigits(_ count: UInt, of total: UInt, decimals: Int) -> Digits? {
    let decimals = clamped(decimals)
    let scale = powerOfTen(decimals)
    let (divisor, overflow) = UInt64(total).multipliedReportingOverflow(by: 2)
    guard total > 0, !overflow else { return nil }
    let product = UInt64(count).multipliedFullWidth(by: 200 * scale)
    let (low, carry) = product.low.addingReportingOverflow(UInt64(total))
    let (high, lost) = product.high.addingReportingOverflow(carry ? 1 : 0)
    guard !lost, high < divisor else { return nil }
    let quotient = divisor.dividingFullWidth((high, low)).quotient
    return digits(whole: quotient / scale, units: quotient % scale, decimals: decimals)
  }

  private static func digits(whole: UInt64, units: UInt64, decimals: Int) -> Digits {
    guard decimals > 0 else { return Digits(whole: String(whole), fraction: "") }
    let text = String(units)
    return Digits(whole: String(whole), fraction: zeros(decimals - text.utf8.count) + text)
  }

  /// Writes 1.5e+300 without its exponent.
  private static func expanded(_ magnitude: Double) -> String {
    let parts = magnitude.description.split(separator: "e")
    guard let mantissa = parts.first else { return "0" }
    let digits = mantissa.filter { $0 != "." }
    guard parts.count == 2, let exponent = Int(parts[1]) else {
      return String(mantissa.prefix { $0 != "." })
    }
    return digits.hasSuffix("0") && digits.count == 2
      ? digits.dropLast() + zeros(exponent)
      : digits + zeros(exponent + 1 - digits.count)
  }

  private static func clamped(_ decimals: Int) -> Int {
    min(max(decimals, 0), maximumDecimals)
  }

  private static func powerOfTen(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func zeros(_ count: Int) -> String {
    String(repeating: "0", count: max(count, 0))
  }
}
