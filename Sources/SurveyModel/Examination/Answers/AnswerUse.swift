/// In which ways rules look at the answers to one question.
///
/// As long as rules only compare an answer, answers between two bounds are all the same to them,
/// so that a few representatives stand for all.
struct AnswerUse {
  /// Something that the answer is compared to, in a rule of the question `owner`.
  struct Bound: Hashable {
    let node: CompiledNode
    let owner: Int
  }

  /// What it is compared to.
  var bounds: Set<Bound> = []
  /// Whether it is asked which of two is greater.
  var isOrdered = false
  /// The options for which it is looked through.
  var codes: Set<String> = []
  /// What its length is compared to.
  var lengths: Set<Double> = []
  /// What the number of chosen options is compared to.
  var counts: Set<Double> = []
  /// The patterns that it is held against.
  var patterns: Set<ExpressionPattern> = []
  /// Whether it is looked at in a way that is none of these.
  var isGeneral = false

  /// Whether nothing but comparisons with numbers, texts and days that never change.
  var hasFixedBounds: Bool { bounds.allSatisfy { $0.node.isClosed } }

  /// Whether nothing but comparisons of the answer itself, so that its neighbours stand for all.
  var isOnlyCompared: Bool {
    !isGeneral && patterns.isEmpty && lengths.isEmpty && codes.isEmpty && counts.isEmpty
  }

  /// Numbers that are written as rules want them: of a length, of a pattern, with an option's code.
  var writtenNumbers: [ExpressionValue] {
    let ofLength = lengths.flatMap { length -> [Double] in
      guard let count = Int(exactly: length.rounded()), 1...15 ~= count else { return [] }
      let least = (1..<count).reduce(1.0) { number, _ in number * 10 }
      return [least, least * 10 - 1]
    }
    let written = patterns.compactMap(\.sample) + codes
    return (ofLength + written.compactMap { NumberText.parse($0) }).map { .number($0) }
  }

  mutating func formUnion(_ other: AnswerUse) {
    bounds.formUnion(other.bounds)
    isOrdered = isOrdered || other.isOrdered
    codes.formUnion(other.codes)
    lengths.formUnion(other.lengths)
    counts.formUnion(other.counts)
    patterns.formUnion(other.patterns)
    isGeneral = isGeneral || other.isGeneral
  }
}

/// In which ways some rules look at answers.
struct RuleUses {
  /// By question.
  private(set) var ofQuestion: [Int: AnswerUse] = [:]
  /// Whether the rules ask the clock, chance or the form saved before.
  private(set) var isVolatile = false
  /// Whether they ask about turns of a repeat.
  private(set) var hasTurns = false

  mutating func formUnion(_ other: RuleUses) {
    for (question, use) in other.ofQuestion {
      ofQuestion[question, default: AnswerUse()].formUnion(use)
    }
    isVolatile = isVolatile || other.isVolatile
    hasTurns = hasTurns || other.hasTurns
  }

  /// Notes that the rules belong to a repeat.
  mutating func noteTurns() { hasTurns = true }

  /// Notes that the rules come to something else at another time.
  mutating func noteVolatility() { isVolatile = true }

  /// Notes what a rule of the question `owner` looks at.
  mutating func note(_ rule: CompiledExpression?, at owner: Int, asCondition: Bool = true) {
    guard let rule else { return }
    note(rule.root, owner, isCondition: asCondition)
  }

  private mutating func note(_ node: CompiledNode, _ owner: Int, isCondition: Bool) {
    switch node {
    case .current, .question:
      let question = Self.question(node, owner)
      if isCondition {
        add(.constant(.boolean(true)), owner, to: question)
      } else {
        change(question) { $0.isGeneral = true }
      }
    case .turns(let question, _):
      hasTurns = true
      change(question) { $0.isGeneral = true }
    case .indexed(let question, let turns):
      hasTurns = true
      change(question) { $0.isGeneral = true }
      for turn in turns { note(turn.turn, owner, isCondition: false) }
    case .turnCount, .turn: hasTurns = true
    case .lastSaved: isVolatile = true
    case .constant, .column, .cell, .missingReason: break
    case .any(let nodes), .all(let nodes):
      for node in nodes { note(node, owner, isCondition: true) }
    case .choose(let condition, let then, let otherwise):
      note(condition, owner, isCondition: true)
      note(then, owner, isCondition: isCondition)
      note(otherwise, owner, isCondition: isCondition)
    case .chain(let first, let rest): note(first, rest, owner)
    case .selected(let list, let code):
      guard let question = Self.question(list, owner) else {
        return note(list, owner, isCondition: false)
      }
      change(question) { $0.codes.insert(code) }
    case .matches(let text, let pattern):
      guard let question = Self.question(text, owner) else {
        return note(text, owner, isCondition: false)
      }
      change(question) { $0.patterns.insert(pattern) }
    case .call(let function, let arguments, _):
      isVolatile = isVolatile || function.isVolatile
      let isCondition = function == .not || function == .boolean
      for argument in arguments { note(argument, owner, isCondition: isCondition) }
    case .lookup, .found, .negation, .coalesce, .choiceName:
      for part in node.parts { note(part, owner, isCondition: false) }
    }
  }

  private mutating func note(
    _ first: CompiledNode,
    _ rest: [CompiledOperation],
    _ owner: Int
  ) {
    guard rest.count == 1, let operation = rest.first, operation.symbol.isComparison else {
      for node in [first] + rest.map(\.operand) { note(node, owner, isCondition: false) }
      return
    }
    let isOrdered = operation.symbol != .equal && operation.symbol != .notEqual
    compare(first, operation.operand, owner, isOrdered)
    compare(operation.operand, first, owner, isOrdered)
  }

  /// Notes that `node` is compared to `other`.
  private mutating func compare(
    _ node: CompiledNode,
    _ other: CompiledNode,
    _ owner: Int,
    _ isOrdered: Bool
  ) {
    if let question = Self.question(node, owner) {
      add(other, owner, to: question)
      if isOrdered { change(question) { $0.isOrdered = true } }
      return
    }
    if case .call(let function, let arguments, _) = node, arguments.count == 1,
      case .constant(let value) = other,
      let question = Self.question(arguments[0], owner)
    {
      if function == .stringLength {
        return change(question) { $0.lengths.insert(value.asNumber) }
      }
      if function == .countSelected {
        return change(question) { $0.counts.insert(value.asNumber) }
      }
    }
    note(node, owner, isCondition: false)
  }

  private mutating func add(_ node: CompiledNode, _ owner: Int, to question: Int?) {
    change(question) { $0.bounds.insert(AnswerUse.Bound(node: node, owner: owner)) }
  }

  private mutating func change(_ question: Int?, _ edit: (inout AnswerUse) -> Void) {
    guard let question else { return }
    edit(&ofQuestion[question, default: AnswerUse()])
  }

  /// The question whose answer a node is, also written as `number(${q})`.
  private static func question(_ node: CompiledNode, _ owner: Int) -> Int? {
    switch node {
    case .current: owner
    case .question(let index): index
    case .call(.number, let arguments, _) where arguments.count == 1:
      question(arguments[0], owner)
    default: nil
    }
  }
}

extension ExpressionOperator {
  /// Whether it compares two values.
  var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .or, .and, .plus, .minus, .times, .div, .mod, .union: false
    }
  }
}
