/// What Excel shows of a number in a cell with a fixed number of decimals.
package enum ShownNumber {
  /// The digits with a point, without marks between thousands.
  ///
  /// Excel takes the 15 decimal digits of the stored number and rounds them half away from zero;
  /// `shift` moves the point first, by 2 for a percentage.
  package static func text(_ value: Double, shiftedBy shift: Int = 0, decimals: Int) -> String? {
    guard let number = CellNumber(Array(value.description.utf8)) else { return nil }
    let decimals = max(0, decimals)
    let point = number.exponent + shift
    guard point < 400, point > -400 else { return nil }
    // All digits up to the last that is shown; zeros where the number has none.
    let kept = point + decimals
    var digits = (0..<max(kept, 0)).map { index in
      number.digits.indices.contains(index) ? number.digits[index] - UInt8(ascii: "0") : 0
    }
    if kept >= 0, number.digits.indices.contains(kept), number.digits[kept] >= UInt8(ascii: "5") {
      var place = digits.count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
    }
    while digits.count < decimals + 1 { digits.insert(0, at: 0) }
    while digits.count > decimals + 1, digits.first == 0 { digits.removeFirst() }
    let text = digits.map { String($0) }
    let whole = text.dropLast(decimals).joined()
    let fraction = text.suffix(decimals).joined()
    return (number.isNegative ? "-" : "") + whole + (decimals > 0 ? "." + fraction : "")
  }
}
