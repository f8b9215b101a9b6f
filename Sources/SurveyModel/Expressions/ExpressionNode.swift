/// One node of an expression's syntax tree.
///
/// Every node knows where it begins, as a UTF-8 offset into the text, so that
/// a reader can point at line and column of the author's file.
public indirect enum ExpressionNode: Hashable, Sendable {
  /// A literal number, never NaN.
  case number(Double, offset: Int)
  /// A literal text, without its quotes.
  case string(String, offset: Int)
  /// `.`, the answer that is being judged.
  case current(offset: Int)
  /// `${name}`, the answer to a question.
  case question(name: String, offset: Int)
  /// `${last-saved#name}`, the answer in the record saved before.
  case lastSaved(name: String, offset: Int)
  /// A location path; a single bare name is a column of the choice list.
  case path(ExpressionPath)
  /// A call of a function by its written name.
  case call(function: String, arguments: [ExpressionNode], offset: Int)
  /// Unary minus.
  case negation(ExpressionNode, offset: Int)
  /// Operands joined from left to right by operators of one precedence.
  case chain(first: ExpressionNode, rest: [ExpressionOperation])

  /// Where the node begins, as a UTF-8 offset into the text.
  public var offset: Int {
    switch self {
    case .number(_, let offset), .string(_, let offset), .current(let offset),
      .question(_, let offset), .lastSaved(_, let offset), .call(_, _, let offset),
      .negation(_, let offset):
      offset
    case .path(let path): path.offset
    case .chain(let first, _): first.offset
    }
  }
}

/// An operator with the operand at its right.
public struct ExpressionOperation: Hashable, Sendable {
  /// The operator.
  public let symbol: ExpressionOperator
  /// The operand at its right.
  public let operand: ExpressionNode
  /// Where the operator stands, as a UTF-8 offset into the text.
  public let offset: Int
}

/// A location path, such as `../age`, `/data/age` or `instance('x')/root/item[a = 1]`.
public struct ExpressionPath: Hashable, Sendable {
  /// What the path starts from, when it does not start from the current question.
  public let start: ExpressionNode?
  /// Whether the path begins with `/`.
  public let isAbsolute: Bool
  /// The steps in the order written.
  public let steps: [ExpressionStep]
  /// Where the path begins, as a UTF-8 offset into the text.
  public let offset: Int

  /// The name, when the path is nothing but one bare name.
  public var bareName: String? {
    guard start == nil, !isAbsolute, steps.count == 1, let step = steps.first,
      step.predicates.isEmpty, step.name != "*", step.name != ".."
    else { return nil }
    return step.name
  }

  /// Whether it only leads to a group around: `..`, `../..`.
  var climbs: Bool {
    start == nil && !isAbsolute
      && steps.allSatisfy { $0.name == ".." && $0.predicates.isEmpty }
  }
}

/// One step of a location path with its predicates.
public struct ExpressionStep: Hashable, Sendable {
  /// A name, `*`, `.` or `..`.
  public let name: String
  /// The conditions in square brackets.
  public let predicates: [ExpressionNode]
}

/// A binary operator of the language.
public enum ExpressionOperator: String, CaseIterable, Hashable, Sendable {
  /// True when one side is.
  case or
  /// True when both sides are.
  case and
  /// Equality.
  case equal = "="
  /// Inequality.
  case notEqual = "!="
  /// Less than.
  case less = "<"
  /// At most.
  case lessOrEqual = "<="
  /// More than.
  case greater = ">"
  /// At least.
  case greaterOrEqual = ">="
  /// Addition.
  case plus = "+"
  /// Subtraction.
  case minus = "-"
  /// Multiplication.
  case times = "*"
  /// Division.
  case div
  /// The remainder with the sign of the left side.
  case mod
  /// The union of sets of questions.
  case union = "|"

  /// How strongly the operator binds, 1 (`or`) to 6 (multiplication), 8 (union).
  ///
  /// Level 7 is unary minus.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual: 3
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .plus, .minus: 5
    case .times, .div, .mod: 6
    case .union: 8
    }
  }
}
