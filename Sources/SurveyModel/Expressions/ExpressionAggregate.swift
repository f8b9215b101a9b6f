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

  /// `checklist(least, most, a, b, …)` and `weighted-checklist(least, most, a, weight, b, …)`: whether
  /// so many are true; a bound of −1 is none.
  static func checklist(
    _ function: ExpressionFunction,
    _ arguments: [ExpressionValue]
  ) -> ExpressionValue {
    let bounds = arguments.prefix(2).map(\.asNumber)
    let rest = Array(arguments.dropFirst(2))
    var total = 0.0
    if function == .checklist {
      total = Double(rest.count { $0.asBoolean })
    } else {
      for place in stride(from: 0, to: rest.count - 1, by: 2) where rest[place].asBoolean {
        total += rest[place + 1].asNumber
      }
    }
    guard bounds.count == 2 else { return .boolean(false) }
    let isEnough = bounds[0] == -1 || total >= bounds[0]
    let isFewEnough = bounds[1] == -1 || total <= bounds[1]
    return .boolean(isEnough && isFewEnough)
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
