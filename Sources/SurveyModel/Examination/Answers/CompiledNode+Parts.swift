extension CompiledNode {
  /// The nodes directly inside.
  var parts: [CompiledNode] {
    switch self {
    case .constant, .current, .question, .turns, .lastSaved, .column, .cell, .missingReason,
      .turnCount,
      .turn:
      []
    case .lookup(let lookup): lookup.conditions
    case .found(let inner, _), .negation(let inner), .selected(let inner, _),
      .matches(let inner, _), .choiceName(let inner, _):
      [inner]
    case .indexed(_, let turns): turns.map(\.turn)
    case .any(let nodes), .all(let nodes), .call(_, let nodes, _): nodes
    case .chain(let first, let rest): [first] + rest.map(\.operand)
    case .choose(let condition, let then, let otherwise): [condition, then, otherwise]
    case .coalesce(let first, let second): [first, second]
    }
  }

  /// Whether it comes to the same in every form at every time.
  var isClosed: Bool {
    switch self {
    case .current, .question, .turns, .lastSaved, .column, .cell, .missingReason, .turnCount, .turn,
      .indexed:
      false
    case .call(let function, let arguments, _):
      !function.isVolatile && arguments.allSatisfy(\.isClosed)
    case .constant, .lookup, .found, .negation, .any, .all, .chain, .choose, .coalesce, .selected,
      .matches, .choiceName:
      parts.allSatisfy(\.isClosed)
    }
  }
}

extension ExpressionFunction {
  /// Whether it gives something else at another time, or by chance.
  var isVolatile: Bool {
    switch self {
    case .today, .now, .random, .uuid: true
    default: false
    }
  }
}
