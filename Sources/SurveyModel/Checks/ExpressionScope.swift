/// The names that expressions of one questionnaire may use.
struct ExpressionScope {
  private let indices: [String: Int]
  /// The columns that the expression may read of an option.
  var columns: [String] = []
  private let names: [String]
  private let tables: [LookupTable]
  private var repeats: [String: RepeatReference] = [:]

  init(_ questionnaire: Questionnaire) {
    tables = questionnaire.lookupTables
    names = questionnaire.questions.map(\.id)
    indices = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    var counts = self
    counts.repeats = questionnaire.repeatReferencesOfCounts
    repeats = questionnaire.repeatReferences { [counts] in counts.compile($0)?.dependencies ?? [] }
  }

  /// The names that the counts of repeats may use.
  static func ofCounts(in questionnaire: Questionnaire) -> ExpressionScope {
    var scope = ExpressionScope(questionnaire)
    scope.repeats = questionnaire.repeatReferencesOfCounts
    return scope
  }

  /// The expression with its names resolved, if nothing is wrong with it.
  func compile(_ expression: Expression) -> CompiledExpression? {
    try? expression.compile(
      columns: { columns.firstIndex(of: $0) },
      tables: tables,
      repeats: repeats
    ) {
      indices[$0]
    }
  }

  /// Everything that is wrong with an expression, in the order of its text.
  ///
  /// The compiler stops at the first error. Each part is therefore compiled by itself, and a
  /// part that holds an error does not make the whole around it wrong once more.
  func errors(in expression: Expression) -> [ExpressionError] {
    guard let first = error(in: expression.root) else { return [] }
    var errors = errorsOfParts(expression.root)
    if !errors.contains(where: { $0.offset == first.offset }) { errors.append(first) }
    return errors.sorted { $0.offset < $1.offset }
  }

  private func errorsOfParts(_ node: ExpressionNode) -> [ExpressionError] {
    guard let own = error(in: node) else { return [] }
    let inner = parts(of: node).flatMap(errorsOfParts)
    if case .call(let name, let arguments, let offset) = node, own.offset == offset,
      Self.isWrong(name, arguments.count)
    {
      return [own] + inner
    }
    return inner.isEmpty ? [own] : inner
  }

  /// Whether the call is wrong by itself, whatever its arguments are.
  private static func isWrong(_ function: String, _ count: Int) -> Bool {
    ExpressionFunction(rawValue: function).map { !$0.arity.contains(count) } ?? true
  }

  private func error(in node: ExpressionNode) -> ExpressionError? {
    var compiler = ExpressionCompiler(
      question: { indices[$0] },
      column: { columns.firstIndex(of: $0) },
      candidates: names,
      tables: tables,
      repeats: repeats
    )
    do throws(ExpressionError) {
      _ = try compiler.compile(node)
      return nil
    } catch {
      return error
    }
  }

  /// The parts that are expressions by themselves.
  private func parts(of node: ExpressionNode) -> [ExpressionNode] {
    switch node {
    case .number, .string, .current, .question, .lastSaved, .path: []
    case .negation(let inner, _): [inner]
    case .call(_, let arguments, _): arguments.flatMap(members)
    case .chain(let first, let rest): [first] + rest.map(\.operand)
    }
  }

  /// The operands of a union, which stands only in arguments, or the argument itself.
  private func members(of argument: ExpressionNode) -> [ExpressionNode] {
    guard case .chain(let first, let rest) = argument, rest.first?.symbol == .union else {
      return [argument]
    }
    return [first] + rest.map(\.operand)
  }
}
