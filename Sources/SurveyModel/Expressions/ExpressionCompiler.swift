/// Resolves names, checks calls and prepares literals once for all evaluations.
struct ExpressionCompiler {
  let question: (String) -> Int?
  let column: (String) -> Int?
  let candidates: [String]
  let tables: [LookupTable]
  /// The repeats by the names of their groups.
  let repeats: [String: RepeatReference]
  /// For each group around the expression, the innermost first, the number of the repeat that it is
  /// or stands in.
  let around: [Int?]
  /// The table at whose rows a condition looks.
  var row: LookupTable?
  private(set) var dependencies: Set<Int> = []
  /// The repeats whose turns are counted.
  private(set) var countedRepeats: Set<Int> = []
  private(set) var usesCurrentValue = false

  init(
    question: @escaping (String) -> Int?,
    column: @escaping (String) -> Int?,
    candidates: [String],
    tables: [LookupTable] = [],
    repeats: [String: RepeatReference] = [:],
    around: [Int?] = []
  ) {
    self.question = question
    self.column = column
    self.candidates = candidates
    self.tables = tables
    self.repeats = repeats
    self.around = around
  }

  mutating func compile(_ node: ExpressionNode) throws(ExpressionError) -> CompiledNode {
    switch node {
    case .number(let number, _): return .constant(.number(number))
    case .string(let string, _): return .constant(.string(string))
    case .current:
      usesCurrentValue = true
      return .current
    case .question(let name, let offset):
      return .question(try read(name, offset: offset))
    case .lastSaved(let name, let offset):
      return .lastSaved(try index(of: name, offset: offset))
    case .path(let path): return try compile(path)
    case .call(let name, let arguments, let offset):
      return try compile(call: name, arguments, offset: offset)
    case .negation(let inner, _): return .negation(try compile(inner))
    case .chain(let first, let rest): return try compile(first, rest)
    }
  }

  /// Notes that the expression reads how many turns a repeat has.
  mutating func note(_ repeated: RepeatReference) {
    dependencies.formUnion(repeated.dependencies)
    countedRepeats.insert(repeated.number)
  }

  /// Notes that the expression reads `.`.
  mutating func noteCurrentValue() { usesCurrentValue = true }

  private func index(of name: String, offset: Int) throws(ExpressionError) -> Int {
    if let index = question(name) { return index }
    throw .unknownName(
      name,
      suggestion: ExpressionSuggestion.nearest(to: name, among: candidates),
      offset: offset
    )
  }

  /// The index of a question whose answer is read.
  mutating func read(_ name: String, offset: Int) throws(ExpressionError) -> Int {
    let index = try index(of: name, offset: offset)
    dependencies.insert(index)
    return index
  }

  private mutating func compile(
    _ first: ExpressionNode,
    _ rest: [ExpressionOperation]
  ) throws(ExpressionError) -> CompiledNode {
    guard let symbol = rest.first?.symbol else { return try compile(first) }
    if symbol == .union {
      throw .unsupported(.union, offset: rest.first?.offset ?? first.offset)
    }
    let left = try compile(first)
    var operations: [CompiledOperation] = []
    for operation in rest {
      let operand = try compile(operation.operand)
      operations.append(CompiledOperation(symbol: operation.symbol, operand: operand))
    }
    switch symbol {
    case .or: return .any([left] + operations.map(\.operand))
    case .and: return .all([left] + operations.map(\.operand))
    default: return .chain(left, operations)
    }
  }

  private mutating func compile(
    call name: String,
    _ arguments: [ExpressionNode],
    offset: Int
  ) throws(ExpressionError) -> CompiledNode {
    guard let function = ExpressionFunction(rawValue: name) else {
      if ExpressionFunction.unsupported.contains(name) {
        throw .unsupported(.function(name), offset: offset)
      }
      let known = ExpressionFunction.allCases.map(\.rawValue)
      throw .unknownFunction(
        name,
        suggestion: ExpressionSuggestion.nearest(to: name, among: known),
        offset: offset
      )
    }
    guard function.arity.contains(arguments.count) else {
      throw .argumentCount(
        function: name,
        given: arguments.count,
        accepted: function.arity,
        offset: offset
      )
    }
    if let special = try compile(special: function, arguments, offset: offset) { return special }
    try check(function, arguments)
    return .call(function, try operands(of: function, arguments), site: offset)
  }

  /// The calls that are more than a function of the values of their arguments.
  private mutating func compile(
    special function: ExpressionFunction,
    _ arguments: [ExpressionNode],
    offset: Int
  ) throws(ExpressionError) -> CompiledNode? {
    switch function {
    case .true: return .constant(.boolean(true))
    case .false: return .constant(.boolean(false))
    case .if:
      return .choose(
        try compile(arguments[0]),
        then: try compile(arguments[1]),
        otherwise: try compile(arguments[2])
      )
    case .coalesce: return .coalesce(try compile(arguments[0]), try compile(arguments[1]))
    case .once:
      usesCurrentValue = true
      return .coalesce(.current, try compile(arguments[0]))
    case .missingReason:
      guard case .question(let name, let offset) = arguments[0] else {
        throw .argumentIsNoQuestion(function: function.rawValue, offset: arguments[0].offset)
      }
      return .missingReason(try read(name, offset: offset))
    case .choiceName:
      let code = try compile(arguments[0])
      return .choiceName(code, question: try quotedQuestion(arguments[1]))
    case .selected:
      guard case .string(let code, _) = arguments[1] else { return nil }
      return .selected(try compile(arguments[0]), code: ExpressionText.trimmed(code))
    case .regex:
      guard case .string(let text, let offset) = arguments[1] else { return nil }
      return .matches(try compile(arguments[0]), try pattern(text, offset: offset))
    case .pulldata: return try pulldata(arguments)
    case .count:
      guard let repeated = repeated(arguments[0]) else { return nil }
      note(repeated)
      return .turnCount(repeated.number)
    case .indexedRepeat: return try indexed(arguments, offset: offset)
    case .position:
      if case .path(let path) = arguments.first, path.climbs {
        return .turn(of: around.dropFirst(path.steps.count - 1).first ?? nil)
      }
      guard arguments.isEmpty else {
        throw .unsupported(.positionOfReference, offset: arguments[0].offset)
      }
      return nil
    default: return nil
    }
  }

  /// The question that the second argument of `jr:choice-name` names, quoted or not.
  private func quotedQuestion(_ node: ExpressionNode) throws(ExpressionError) -> Int {
    switch node {
    case .question(let name, let offset): return try index(of: name, offset: offset)
    case .string(let text, let offset):
      var lexer = ExpressionLexer(text)
      if let tokens = try? lexer.allTokens(), tokens.count == 2,
        case .question(let name) = tokens[0].kind
      {
        return try index(of: name, offset: offset)
      }
    default: break
    }
    throw .argumentIsNoQuestion(
      function: ExpressionFunction.choiceName.rawValue,
      offset: node.offset
    )
  }

  private func pattern(
    _ text: String,
    offset: Int
  ) throws(ExpressionError) -> ExpressionPattern {
    do throws(ExpressionPatternError) {
      return try ExpressionPattern(text)
    } catch {
      throw .invalidPattern(text, error.problem, offset: offset)
    }
  }

  /// Whether a node may stand for several values: a question, or a path.
  private static func mayBeMany(_ node: ExpressionNode) -> Bool {
    switch node {
    case .question, .path: true
    default: false
    }
  }

  /// Finds literal arguments that could never work.
  private func check(
    _ function: ExpressionFunction,
    _ arguments: [ExpressionNode]
  ) throws(ExpressionError) {
    switch function {
    case .date, .dateTime, .decimalDateTime, .formatDate, .formatDateTime:
      if case .string(let text, let offset) = arguments[0], !text.isEmpty,
        Timestamp(iso: text, offsetMinutes: 0) == nil
      {
        throw .invalidDate(text, offset: offset)
      }
      if case .call(let inner, _, let offset) = arguments[0], inner == "true" || inner == "false" {
        throw .invalidDate("\(inner)()", offset: offset)
      }
    default: break
    }
    if function == .formatDate || function == .formatDateTime,
      case .string(let format, let offset) = arguments[1],
      let sign = ExpressionDateFormat.unknownSign(in: format)
    {
      throw .invalidDateFormat(sign, offset: offset)
    }
  }

  private mutating func operands(
    of function: ExpressionFunction,
    _ arguments: [ExpressionNode]
  ) throws(ExpressionError) -> [CompiledNode] {
    switch function {
    case .sum, .count, .countNonEmpty:
      var operands: [CompiledNode] = []
      for argument in arguments {
        for node in members(of: argument) {
          guard Self.mayBeMany(node) else {
            throw .argumentIsNoQuestion(function: function.rawValue, offset: node.offset)
          }
          operands.append(try compile(node))
        }
      }
      return operands
    case .checklist, .weightedChecklist:
      var operands: [CompiledNode] = []
      for argument in arguments { operands.append(try compile(argument)) }
      return operands
    case .min, .max, .concat, .join:
      var operands: [CompiledNode] = []
      for node in arguments.flatMap({ members(of: $0) }) {
        operands.append(try compile(node))
      }
      return operands
    case .stringLength, .normalizeSpace:
      if let argument = arguments.first { return [try compile(argument)] }
      usesCurrentValue = true
      return [.current]
    default:
      var operands: [CompiledNode] = []
      for argument in arguments { operands.append(try compile(argument)) }
      return operands
    }
  }

  /// The operands of a union, or the node alone.
  private func members(of node: ExpressionNode) -> [ExpressionNode] {
    guard case .chain(let first, let rest) = node, rest.first?.symbol == .union else {
      return [node]
    }
    return [first] + rest.map(\.operand)
  }
}
