/// How the weights of rows are added up.
///
/// Weights that are multiples of 10^-d, as most files have them, are added as whole numbers
/// of that unit: the sums are exact, and what did not answer can be taken from the sum of all
/// without a trace. Other weights are rounded to multiples of a power of two, the largest to
/// all of its digits, when the smallest keeps 41 bits. Where weights differ by more than that,
/// and where their squares are needed, they are added as they are.
struct GridWeights: Sendable {
  enum Form: Sendable {
    /// Whole numbers whose sums stay below 2³¹.
    case narrow
    /// Whole numbers whose sums stay below 2⁶².
    case wide
    case real
  }

  let values: [Double]
  let form: Form
  /// Sums are those of the weights times this.
  let scale: Double
  /// The most rows whose sum stays in its bounds.
  let rowsPerSum: Int

  /// The words of a row that its weight takes.
  var words: Int { form == .narrow ? 1 : 2 }

  /// Chooses the form; `isReal` asks for weights as they are.
  init(_ values: [Double], meanRows: Int, isReal: Bool) {
    self.values = values
    var (largest, smallest) = (0.0, Double.infinity)
    var isPositive = true
    for value in values {
      largest = max(largest, value)
      if value > 0 { smallest = min(smallest, value) }
      isPositive = isPositive && value >= 0
    }
    if !isReal, isPositive, largest > 0, largest < 1e60 {
      if let scale = Self.decimalScale(of: values, largest) {
        let rows = Int(0x1p31 / (largest * scale + 1))
        let isNarrow = rows >= min(256, max(1, 4 * meanRows))
        self.scale = scale
        form = isNarrow ? .narrow : .wide
        rowsPerSum = isNarrow ? rows : Int(0x1p62 / (largest * scale + 1))
        return
      }
      let exponent = 51 - largest.exponent
      if smallest.exponent >= largest.exponent - 10, exponent.magnitude < 1000 {
        scale = Double(sign: .plus, exponent: Int(exponent), significand: 1)
        (form, rowsPerSum) = (.wide, 1 << 10)
        return
      }
    }
    (form, scale, rowsPerSum) = (.real, 1, .max)
  }

  /// The weight of a row as a whole number.
  @inline(__always)
  static func whole(_ value: Double, _ scale: Double) -> Int64 { Int64(value * scale + 0.5) }

  /// The power of ten of which all weights are whole parts, at most 10⁶.
  private static func decimalScale(of values: [Double], _ largest: Double) -> Double? {
    var scale = 1.0
    for _ in 0...6 {
      guard largest * scale < 0x1p42 else { return nil }
      if !values.contains(where: { Double(whole($0, scale)) / scale != $0 }) { return scale }
      scale *= 10
    }
    return nil
  }
}
