/// An expression whose names are question indices and whose calls are checked.
public struct CompiledExpression: Hashable, Sendable {
  /// What it was compiled from.
  public let expression: Expression

  let root: CompiledNode

  /// The questions whose answers (or reasons for none) the expression reads.
  public let dependencies: Set<Int>

  /// The repeats whose turns the expression counts.
  let repeats: Set<Int>

  /// Whether the expression reads `.`, the answer being judged.
  public let usesCurrentValue: Bool

  /// The value of the expression; whatever the answers are, there is one.
  ///
  /// The same context always gives the same value.
  public func evaluate(in context: some ExpressionContext) -> ExpressionValue {
    ExpressionEvaluator(context: context).value(root)
  }
}

/// One node of a compiled expression.
indirect enum CompiledNode: Hashable, Sendable {
  case constant(ExpressionValue)
  case current
  case question(Int)
  /// The answers in the turns of a repeat as it is seen from outside, also inside it.
  case turns(Int, of: Int)
  case lastSaved(Int)
  /// A column of the choice that a choice filter looks at.
  case column(Int)
  /// A cell of the row of a table at which a condition looks.
  case cell(Int)
  case lookup(ExpressionLookup)
  case found(CompiledNode, LookupIndex)
  case negation(CompiledNode)
  case any([CompiledNode])
  case all([CompiledNode])
  case chain(CompiledNode, [CompiledOperation])
  case choose(CompiledNode, then: CompiledNode, otherwise: CompiledNode)
  case coalesce(CompiledNode, CompiledNode)
  case selected(CompiledNode, code: String)
  case matches(CompiledNode, ExpressionPattern)
  case choiceName(CompiledNode, question: Int)
  case missingReason(Int)
  /// How many turns a repeat has.
  case turnCount(Int)
  /// The turn in which the expression stands of a repeat around it, from 1; without one it is 1.
  case turn(of: Int?)
  /// The answer in a turn of its repeat.
  case indexed(Int, [CompiledTurn])
  /// `site` tells two calls of `random()` in one expression apart.
  case call(ExpressionFunction, [CompiledNode], site: Int)
}

/// An operator with the operand at its right.
struct CompiledOperation: Hashable, Sendable {
  let symbol: ExpressionOperator
  let operand: CompiledNode
}

/// Which turn of a repeat is meant.
struct CompiledTurn: Hashable, Sendable {
  let repeated: Int
  /// The turn, from 1.
  let turn: CompiledNode
}
