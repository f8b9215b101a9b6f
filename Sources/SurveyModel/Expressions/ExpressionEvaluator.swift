/// Walks a compiled expression; generic, so that a loop over rows specialises it.
struct ExpressionEvaluator<Context: ExpressionContext> {
  let context: Context
  /// The row of a table at which a condition looks, and its place among those that are left.
  var row: [String] = []
  var place: Int?

  init(context: Context) { self.context = context }

  func value(_ node: CompiledNode) -> ExpressionValue {
    switch node {
    case .constant(let value): value
    case .current: context.currentValue
    case .question(let question): context.value(of: question)
    case .turns: values(node).first ?? .missing
    case .lastSaved(let question): context.lastSavedValue(of: question)
    case .cell(let column): row.indices.contains(column) ? .string(row[column]) : .missing
    case .lookup(let lookup): value(lookup)
    case .found(let key, let index): .string(index[value(key).asString])
    case .column(let column): context.choiceColumn(column)
    case .negation(let inner): .number(-value(inner).asNumber)
    case .any(let nodes): .boolean(nodes.contains { value($0).asBoolean })
    case .all(let nodes): .boolean(nodes.allSatisfy { value($0).asBoolean })
    case .chain(let first, let rest): chained(first, rest)
    case .choose(let condition, let then, let otherwise):
      value(value(condition).asBoolean ? then : otherwise)
    case .coalesce(let first, let second): coalesced(first, second)
    case .selected(let list, let code):
      .boolean(ExpressionText.isSelected(code, in: value(list).asString))
    case .matches(let inner, let pattern): .boolean(pattern.matches(value(inner).asString))
    case .choiceName(let code, let question):
      .string(context.choiceLabel(of: question, code: value(code).asString) ?? "")
    case .turnCount(let repeated): .number(Double(context.turnCount(of: repeated)))
    case .turn(let repeated): .number(Double(repeated.map(context.turn) ?? 1))
    case .indexed(let question, let turns):
      context.value(of: question, turns: numbers(of: turns))
    case .missingReason(let question): .string(context.missingReason(of: question) ?? "")
    case .call(let function, let arguments, let site):
      apply(
        function,
        to: function.takesMany ? arguments.flatMap(values) : arguments.map { value($0) },
        site: site
      )
    }
  }

  /// Which turns are meant; as in JavaRosa, fractions are dropped, and what is no number of a turn is
  /// the first.
  private func numbers(of turns: [CompiledTurn]) -> [Int: Int] {
    turns.reduce(into: [:]) { numbers, turn in
      let number = value(turn.turn).asNumber.rounded(.towardZero)
      numbers[turn.repeated] = max(1, Int(exactly: number) ?? 1)
    }
  }

  private func chained(_ first: CompiledNode, _ rest: [CompiledOperation]) -> ExpressionValue {
    var left = value(first)
    for operation in rest {
      left = Self.apply(operation.symbol, left, value(operation.operand))
    }
    return left
  }

  private func coalesced(_ first: CompiledNode, _ second: CompiledNode) -> ExpressionValue {
    let left = value(first)
    return left.isMissing ? value(second) : left
  }

  private static func apply(
    _ symbol: ExpressionOperator,
    _ left: ExpressionValue,
    _ right: ExpressionValue
  ) -> ExpressionValue {
    switch symbol {
    case .equal: return .boolean(left.equals(right))
    case .notEqual: return .boolean(!left.equals(right))
    case .or: return .boolean(left.asBoolean || right.asBoolean)
    case .and: return .boolean(left.asBoolean && right.asBoolean)
    case .union: return left.isMissing ? right : left
    default: break
    }
    let (first, second) = (left.asNumber, right.asNumber)
    switch symbol {
    case .less: return .boolean(first < second)
    case .lessOrEqual: return .boolean(first <= second)
    case .greater: return .boolean(first > second)
    case .greaterOrEqual: return .boolean(first >= second)
    case .plus: return .number(first + second)
    case .minus: return .number(first - second)
    case .times: return .number(first * second)
    case .div: return .number(first / second)
    default: return .number(first.truncatingRemainder(dividingBy: second))
    }
  }

  /// Applies a function whose arguments are evaluated; their number was checked.
  private func apply(
    _ function: ExpressionFunction,
    to arguments: [ExpressionValue],
    site: Int
  ) -> ExpressionValue {
    switch function {
    case .number, .int, .round, .floor, .ceiling, .abs, .pow, .sqrt, .exp, .exp10, .log,
      .log10, .pi, .sin, .cos, .tan, .asin, .acos, .atan, .atan2:
      ExpressionArithmetic.apply(function, arguments)
    case .sum, .min, .max, .count, .countNonEmpty:
      ExpressionAggregate.apply(function, arguments)
    case .today, .now, .date, .dateTime, .formatDate, .formatDateTime, .decimalDateTime,
      .decimalTime:
      ExpressionCalendar.apply(function, arguments, in: context)
    case .random: .number(ExpressionChance(seed: context.randomSeed, site: site).fraction)
    case .uuid:
      .string(ExpressionChance(seed: context.randomSeed, site: site).uuid(arguments.first))
    case .position: .number(Double(place ?? context.position))
    case .checklist, .weightedChecklist: ExpressionAggregate.checklist(function, arguments)
    default: ExpressionText.apply(function, arguments)
    }
  }
}
