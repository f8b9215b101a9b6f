/// The functions over several questions; missing answers and texts do not count.
enum ExpressionAggregate {
  static func apply(
    _ function: ExpressionFunction,
    _ values: [ExpressionValue]
  ) -> ExpressionValue {
    switch function {
    case .count: return .number(Double(values.count))
    case .countNonEmpty:
      return .number(Double(values.count { !$0.asString.isEmpty }))
    default: break
    }
    let numbers = values.map(\.asNumber).filter { !$0.isNaN }
    switch function {
    case .min: return .number(numbers.min() ?? .nan)
    case .max: return .number(numbers.max() ?? .nan)
    default: return .number(sum(numbers))
    }
  }

  /// The compensated sum of Neumaier (1974).
  private static func sum(_ numbers: [Double]) -> Double {
    var total = 0.0
    var compensation = 0.0
    for number in numbers {
      let next = total + number
      guard next.isFinite else { return numbers.reduce(0, +) }
      compensation +=
        total.magnitude >= number.magnitude
        ? (total - next) + number : (number - next) + total
      total = next
    }
    return total + compensation
  }
}
