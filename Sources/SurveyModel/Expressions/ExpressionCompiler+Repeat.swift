/// A repeat as expressions know it.
public struct RepeatReference: Hashable, Sendable {
  /// Its number among the repeats of the form.
  public let number: Int
  /// Its questions, with those of repeats inside it.
  public let questions: [Int]
  /// The questions that decide how many turns it and those around it have.
  public let dependencies: Set<Int>

  /// Makes a reference.
  public init(number: Int, questions: [Int], dependencies: Set<Int> = []) {
    self.number = number
    self.questions = questions
    self.dependencies = dependencies
  }
}

extension ExpressionCompiler {
  /// The repeat that `${group}` or a path such as `/data/group` names.
  func repeated(_ node: ExpressionNode) -> RepeatReference? {
    switch node {
    case .question(let name, _): question(name) == nil ? repeats[name] : nil
    case .path(let path) where path.steps.allSatisfy(\.predicates.isEmpty) && path.start == nil:
      path.steps.last.flatMap { question($0.name) == nil ? repeats[$0.name] : nil }
    default: nil
    }
  }

  /// `indexed-repeat(${question}, ${group}, turn)`, with more groups and turns where repeats stand in
  /// each other.
  mutating func indexed(
    _ arguments: [ExpressionNode],
    offset: Int
  ) throws(ExpressionError) -> CompiledNode {
    let function = ExpressionFunction.indexedRepeat
    guard arguments.count % 2 == 1 else {
      throw .argumentCount(
        function: function.rawValue,
        given: arguments.count,
        accepted: function.arity,
        offset: offset
      )
    }
    guard case .question(let index) = try compile(arguments[0]) else {
      throw .argumentIsNoQuestion(function: function.rawValue, offset: arguments[0].offset)
    }
    var turns: [CompiledTurn] = []
    for place in stride(from: 1, to: arguments.count, by: 2) {
      guard let repeated = repeated(arguments[place]) else {
        throw .argumentIsNoQuestion(function: function.rawValue, offset: arguments[place].offset)
      }
      guard repeated.questions.contains(index) else {
        throw .argumentIsNoQuestion(function: function.rawValue, offset: arguments[0].offset)
      }
      let turn = try compile(arguments[place + 1])
      turns.append(CompiledTurn(repeated: repeated.number, turn: turn))
    }
    return .indexed(index, turns)
  }
}
