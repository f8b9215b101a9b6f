/// A repeat as expressions know it.
public struct RepeatReference: Hashable, Sendable {
  /// Its number among the repeats of the form.
  public let number: Int
  /// Its questions.
  public let questions: [Int]
  /// The questions that decide how many turns it has.
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

  /// `indexed-repeat(${question}, ${group}, turn)`.
  mutating func indexed(_ arguments: [ExpressionNode]) throws(ExpressionError) -> CompiledNode {
    let function = ExpressionFunction.indexedRepeat.rawValue
    guard let repeated = repeated(arguments[1]) else {
      throw .argumentIsNoQuestion(function: function, offset: arguments[1].offset)
    }
    guard case .question(let index) = try compile(arguments[0]),
      repeated.questions.contains(index)
    else { throw .argumentIsNoQuestion(function: function, offset: arguments[0].offset) }
    return .indexed(index, turn: try compile(arguments[2]))
  }
}
