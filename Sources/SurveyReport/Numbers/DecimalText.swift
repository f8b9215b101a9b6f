package import SurveyModel

/// Numbers as a report of one language prints them.
///
/// Vietnamese has the decimal comma and dots between thousands (82,66%; 36.525), English the
/// reverse; neither puts a space before the percent sign.
package struct DecimalText: Hashable, Sendable {
  /// What stands where there is no number.
  package static let nothing = "–"

  /// The language whose marks are used.
  package let language: InterfaceLanguage

  /// Makes a writer of numbers.
  package init(language: InterfaceLanguage) {
    self.language = language
  }

  /// A count with its thousands marked.
  package func count(_ value: Int) -> String {
    (value < 0 ? "-" : "") + grouped(String(value.magnitude))
  }

  /// A number with exactly this many decimals.
  package func number(_ value: Double, decimals: Int) -> String {
    guard let digits = DecimalRounding.digits(of: value.magnitude, decimals: decimals) else {
      return Self.nothing
    }
    return (value < 0 && !digits.isZero ? "-" : "") + joined(digits)
  }

  /// A share 0...1 as a percentage.
  package func percent(_ share: Double, decimals: Int = 2) -> String {
    let text = number(share * 100, decimals: decimals)
    return text == Self.nothing ? text : text + "%"
  }

  /// The exact percentage that `count` is of `total`.
  package func percent(_ count: Int, of total: Int, decimals: Int = 2) -> String {
    guard total != 0 else { return Self.nothing }
    let exact = DecimalRounding.percentDigits(
      count.magnitude,
      of: total.magnitude,
      decimals: decimals
    )
    guard let digits = exact else {
      return percent(Double(count) / Double(total), decimals: decimals)
    }
    let isNegative = (count < 0) != (total < 0) && !digits.isZero
    return (isNegative ? "-" : "") + joined(digits) + "%"
  }

  /// A share without trailing zeros, for thresholds that people write as 80%.
  package func shortPercent(_ share: Double) -> String {
    let magnitude = (share * 100).magnitude
    guard let digits = DecimalRounding.digits(of: magnitude, decimals: 2) else {
      return Self.nothing
    }
    let kept = digits.fraction.reversed().drop { $0 == "0" }.count
    return percent(share, decimals: kept)
  }

  /// Both ends of an interval of shares.
  package func percentInterval(_ interval: ClosedRange<Double>) -> String {
    "\(percent(interval.lowerBound)) – \(percent(interval.upperBound))"
  }

  /// Both ends of an interval of numbers.
  package func numberInterval(_ interval: ClosedRange<Double>, decimals: Int) -> String {
    let lower = number(interval.lowerBound, decimals: decimals)
    return "\(lower) – \(number(interval.upperBound, decimals: decimals))"
  }

  private func joined(_ digits: DecimalRounding.Digits) -> String {
    let whole = grouped(digits.whole)
    guard !digits.fraction.isEmpty else { return whole }
    return whole + language.choose(",", ".") + digits.fraction
  }

  private func grouped(_ digits: String) -> String {
    let mark = language.choose(".", ",")
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.utf8.count - offset).isMultiple(of: 3) {
        result += mark
      }
      result.append(digit)
    }
    return result
  }
}
