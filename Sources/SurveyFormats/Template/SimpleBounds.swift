import SurveyModel

/// The smallest and the largest answer, as far as a constraint says so plainly.
///
/// Only comparisons of the answer with a number, a day or `today()` that are joined by `and` count.
/// Whatever else a constraint says is left to the import; the bounds never refuse what it allows.
struct SimpleBounds: Hashable {
  /// The end of a range.
  enum Limit: Hashable {
    case number(Double)
    case date(CalendarDate)
    case today
  }

  var least: Limit?
  var greatest: Limit?

  /// Reads the bounds of a question's constraint.
  init(_ question: Question) {
    guard let root = question.constraint?.expression.root else { return }
    read(root, isWhole: question.kind == .integer)
  }

  private mutating func read(_ node: ExpressionNode, isWhole: Bool) {
    guard case .chain(let first, let rest) = node else { return }
    if rest.allSatisfy({ $0.symbol == .and }) {
      read(first, isWhole: isWhole)
      for operation in rest { read(operation.operand, isWhole: isWhole) }
      return
    }
    guard rest.count == 1, let operation = rest.first else { return }
    if case .current = first, let limit = Self.limit(operation.operand) {
      add(operation.symbol, limit, isWhole: isWhole)
    } else if case .current = operation.operand, let limit = Self.limit(first),
      let turned = Self.turned(operation.symbol)
    {
      add(turned, limit, isWhole: isWhole)
    }
  }

  private mutating func add(_ symbol: ExpressionOperator, _ limit: Limit, isWhole: Bool) {
    // An open end is moved to the next whole number; others stay as they are, which allows one
    // value too many and leaves it to the import.
    let step = isWhole ? 1.0 : 0
    switch (symbol, limit) {
    case (.greaterOrEqual, _): least = least ?? limit
    case (.lessOrEqual, _): greatest = greatest ?? limit
    case (.greater, .number(let number)):
      least = least ?? .number(isWhole ? number.rounded(.down) + step : number)
    case (.less, .number(let number)):
      greatest = greatest ?? .number(isWhole ? number.rounded(.up) - step : number)
    case (.greater, _): least = least ?? limit
    case (.less, _): greatest = greatest ?? limit
    default: break
    }
  }

  private static func turned(_ symbol: ExpressionOperator) -> ExpressionOperator? {
    switch symbol {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: nil
    }
  }

  private static func limit(_ node: ExpressionNode) -> Limit? {
    switch node {
    case .number(let number, _): return .number(number)
    case .negation(.number(let number, _), _): return .number(-number)
    case .string(let text, _): return CalendarDate(iso: text).map { .date($0) }
    case .call("today", let arguments, _): return arguments.isEmpty ? .today : nil
    case .call("date", let arguments, _):
      guard arguments.count == 1, case .string(let text, _) = arguments[0] else { return nil }
      return CalendarDate(iso: text).map { .date($0) }
    default: return nil
    }
  }
}

extension SimpleBounds.Limit {
  /// The number of a limit that is one.
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}
