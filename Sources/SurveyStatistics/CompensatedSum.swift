/// A running sum that carries the rounding error along.
///
/// Neumaier's variant of Kahan summation (ZAMM 54, 1974): the error of the result does not
/// grow with the number of terms.
struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var correction = 0.0

  /// The sum of everything added so far.
  var value: Double { sum + correction }

  /// Adds one term.
  mutating func add(_ term: Double) {
    let next = sum + term
    if sum.magnitude >= term.magnitude {
      correction += (sum - next) + term
    } else {
      correction += (term - next) + sum
    }
    sum = next
  }
}

extension CompensatedSum {
  /// The compensated sum of a sequence.
  static func of(_ terms: some Sequence<Double>) -> Double {
    var sum = CompensatedSum()
    for term in terms { sum.add(term) }
    return sum.value
  }
}
