/// Numbers as files write them: digits and a point, never an exponent.
enum DecimalWords {
  /// The shortest digits that are read back as `number`.
  static func text(_ number: Double) -> String {
    let words = "\(number)"
    guard number.isFinite, words.contains("e") else {
      return words.hasSuffix(".0") ? String(words.dropLast(2)) : words
    }
    let parts = words.split(separator: "e")
    let exponent = parts.last.flatMap { Int($0) } ?? 0
    let mantissa = (parts.first ?? "0").drop { $0 == "-" }
    let digits = mantissa.filter { $0 != "." }
    let point =
      (mantissa.firstIndex(of: ".").map { mantissa[..<$0].count } ?? digits.count) + exponent
    let sign = number < 0 ? "-" : ""
    if point <= 0 { return "\(sign)0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      let whole = digits + String(repeating: "0", count: point - digits.count)
      return sign + whole.drop { $0 == "0" }
    }
    return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
  }

  /// A share as `70%`.
  static func percentage(_ share: Double) -> String {
    let hundredfold = share * 100
    // A product that is a little off is tried without its last digits.
    let candidates = [hundredfold, (hundredfold * 1e9).rounded() / 1e9]
    return text(candidates.first { $0 / 100 == share } ?? hundredfold) + "%"
  }
}
