/// A token of an expression with the place where it begins.
struct ExpressionToken: Hashable {
  /// What the token is.
  enum Kind: Hashable {
    case number(Double)
    case string(String)
    case question(String)
    case lastSaved(String)
    /// A name that no bracket follows.
    case name(String)
    /// A name that an opening bracket follows.
    case function(String)
    case symbol(ExpressionOperator)
    case dot, twoDots, slash, comma
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket
    case end
  }

  let kind: Kind
  let offset: Int
  /// The offset just behind the token.
  let end: Int

  /// Whether an operand ends here, so that `*`, `and`, `div` … must be operators.
  ///
  /// XPath 1.0, section 3.7: after anything but an operator, an opening
  /// bracket or a comma, a name or a star is an operator.
  var endsOperand: Bool {
    switch kind {
    case .number, .string, .question, .lastSaved, .name, .dot, .twoDots, .rightParenthesis,
      .rightBracket:
      true
    case .function, .symbol, .slash, .comma, .leftParenthesis, .leftBracket, .end: false
    }
  }
}
