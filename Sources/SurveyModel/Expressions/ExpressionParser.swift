/// Builds the syntax tree by precedence climbing.
///
/// `or` binds weakest, then `and`, equality, relations, addition,
/// multiplication, unary minus, union. Operators of one precedence form one
/// chain, so that a sum of a thousand terms is no deeper than a sum of two.
struct ExpressionParser {
  /// The most levels that one expression may nest.
  static let depthLimit = 200

  private let tokens: [ExpressionToken]
  private let text: String
  private var position = 0
  /// How many readings of a sub-expression are under way.
  private var nesting = 0

  /// A node with the number of levels below it, itself included.
  private struct Tree {
    let node: ExpressionNode
    let depth: Int
  }

  init(_ tokens: [ExpressionToken], text: String) {
    self.tokens = tokens
    self.text = text
  }

  /// The tree of the whole text.
  mutating func wholeExpression() throws(ExpressionError) -> ExpressionNode {
    guard token.kind != .end else { throw .empty }
    let tree = try expression(atLeast: 1)
    guard token.kind == .end else { throw unexpected() }
    return tree.node
  }

  private var token: ExpressionToken { tokens[min(position, tokens.count - 1)] }

  private mutating func accept(_ kind: ExpressionToken.Kind) -> Bool {
    guard token.kind == kind else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ kind: ExpressionToken.Kind) throws(ExpressionError) {
    guard accept(kind) else { throw unexpected() }
  }

  private func unexpected() -> ExpressionError {
    guard token.kind != .end else { return .unexpectedEnd(offset: token.offset) }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: token.offset)
    let end = bytes.index(bytes.startIndex, offsetBy: token.end)
    return .unexpectedToken(String(text[start..<end]), offset: token.offset)
  }

  private func checked(_ node: ExpressionNode, depth: Int) throws(ExpressionError) -> Tree {
    guard depth <= Self.depthLimit else {
      throw .tooDeep(limit: Self.depthLimit, offset: node.offset)
    }
    return Tree(node: node, depth: depth)
  }

  private mutating func expression(atLeast minimum: Int) throws(ExpressionError) -> Tree {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.depthLimit else {
      throw .tooDeep(limit: Self.depthLimit, offset: token.offset)
    }
    var left = try operand()
    while case .symbol(let symbol) = token.kind, symbol.precedence >= minimum {
      left = try chain(from: left, precedence: symbol.precedence)
    }
    return left
  }

  private mutating func chain(
    from first: Tree,
    precedence: Int
  ) throws(ExpressionError) -> Tree {
    var operations: [ExpressionOperation] = []
    var depth = first.depth
    while case .symbol(let symbol) = token.kind, symbol.precedence == precedence {
      let offset = token.offset
      position += 1
      let right = try expression(atLeast: precedence + 1)
      depth = max(depth, right.depth)
      operations.append(
        ExpressionOperation(symbol: symbol, operand: right.node, offset: offset)
      )
    }
    return try checked(.chain(first: first.node, rest: operations), depth: depth + 1)
  }

  /// An operand, with any number of minus signs before it.
  private mutating func operand() throws(ExpressionError) -> Tree {
    guard token.kind == .symbol(.minus) else { return try pathExpression() }
    let offset = token.offset
    position += 1
    // What follows binds stronger than a minus sign: another one, or a union.
    let inner = try expression(atLeast: 8)
    return try checked(.negation(inner.node, offset: offset), depth: inner.depth + 1)
  }

  /// A location path, or a primary expression that a path may go on from.
  private mutating func pathExpression() throws(ExpressionError) -> Tree {
    let offset = token.offset
    switch token.kind {
    case .slash:
      position += 1
      return try path(from: nil, isAbsolute: true, offset: offset)
    case .name, .twoDots:
      return try path(from: nil, isAbsolute: false, offset: offset)
    case .dot:
      position += 1
      let here = Tree(node: .current(offset: offset), depth: 1)
      return try continued(here, offset: offset)
    default:
      return try continued(try primary(), offset: offset)
    }
  }

  /// A primary expression with the predicates and steps behind it.
  private mutating func continued(
    _ start: Tree,
    offset: Int
  ) throws(ExpressionError) -> Tree {
    switch token.kind {
    case .leftBracket: throw .unsupported(.path("[ ]"), offset: token.offset)
    case .slash:
      position += 1
      return try path(from: start, isAbsolute: false, offset: offset)
    default: return start
    }
  }

  private mutating func path(
    from start: Tree?,
    isAbsolute: Bool,
    offset: Int
  ) throws(ExpressionError) -> Tree {
    var steps: [ExpressionStep] = []
    var depth = start?.depth ?? 0
    repeat {
      let name: String
      switch token.kind {
      case .name(let written): name = written
      case .dot: name = "."
      case .twoDots: name = ".."
      default: throw unexpected()
      }
      position += 1
      var predicates: [ExpressionNode] = []
      while accept(.leftBracket) {
        let predicate = try expression(atLeast: 1)
        predicates.append(predicate.node)
        depth = max(depth, predicate.depth)
        try expect(.rightBracket)
      }
      steps.append(ExpressionStep(name: name, predicates: predicates))
    } while accept(.slash)
    let path = ExpressionPath(
      start: start?.node,
      isAbsolute: isAbsolute,
      steps: steps,
      offset: offset
    )
    return try checked(.path(path), depth: depth + 1)
  }

  private mutating func primary() throws(ExpressionError) -> Tree {
    let offset = token.offset
    let node: ExpressionNode
    switch token.kind {
    case .number(let number): node = .number(number, offset: offset)
    case .string(let string): node = .string(string, offset: offset)
    case .question(let name): node = .question(name: name, offset: offset)
    case .lastSaved(let name): node = .lastSaved(name: name, offset: offset)
    case .function(let name):
      position += 1
      return try call(name, offset: offset)
    case .leftParenthesis:
      position += 1
      let inner = try expression(atLeast: 1)
      try expect(.rightParenthesis)
      return inner
    default: throw unexpected()
    }
    position += 1
    return Tree(node: node, depth: 1)
  }

  private mutating func call(
    _ name: String,
    offset: Int
  ) throws(ExpressionError) -> Tree {
    try expect(.leftParenthesis)
    var arguments: [ExpressionNode] = []
    var depth = 0
    if !accept(.rightParenthesis) {
      repeat {
        let argument = try expression(atLeast: 1)
        arguments.append(argument.node)
        depth = max(depth, argument.depth)
      } while accept(.comma)
      try expect(.rightParenthesis)
    }
    let node = ExpressionNode.call(function: name, arguments: arguments, offset: offset)
    return try checked(node, depth: depth + 1)
  }
}
