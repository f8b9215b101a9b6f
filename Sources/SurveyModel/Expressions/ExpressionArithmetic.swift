import RealModule

/// The functions over single numbers.
enum ExpressionArithmetic {
  static func apply(
    _ function: ExpressionFunction,
    _ arguments: [ExpressionValue]
  ) -> ExpressionValue {
    let number = (arguments.first ?? .missing).asNumber
    let second = arguments.count > 1 ? arguments[1].asNumber : nil
    switch function {
    case .int: return .number(number.rounded(.towardZero))
    case .round: return .number(round(number, places: second))
    case .floor: return .number(number.rounded(.down))
    case .ceiling: return .number(number.rounded(.up))
    case .abs: return .number(number.magnitude)
    case .pow: return .number(power(number, second ?? .nan))
    case .sqrt: return .number(number.squareRoot())
    case .exp: return .number(.exp(number))
    case .exp10: return .number(.exp10(number))
    case .log: return .number(.log(number))
    case .log10: return .number(.log10(number))
    case .pi: return .number(.pi)
    case .sin: return .number(.sin(number))
    case .cos: return .number(.cos(number))
    case .tan: return .number(.tan(number))
    case .asin: return .number(.asin(number))
    case .acos: return .number(.acos(number))
    case .atan: return .number(.atan(number))
    case .atan2: return .number(.atan2(y: number, x: second ?? .nan))
    default: return .number(number)
    }
  }

  private static func round(_ number: Double, places: Double?) -> Double {
    guard let places else { return ExpressionNumber.round(number, places: 0) }
    guard let count = Int(exactly: places.rounded(.towardZero)) else { return .nan }
    return ExpressionNumber.round(number, places: count)
  }

  /// The power; a negative base takes whole exponents only, as in IEEE 754.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 { return 1 }
    if let whole = Int(exactly: exponent), whole.magnitude <= 1 << 53 {
      return .pow(base, whole)
    }
    if base == 0, exponent < 0 { return .infinity }
    return .pow(base, exponent)
  }
}
