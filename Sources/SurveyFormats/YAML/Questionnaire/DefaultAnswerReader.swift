import SurveyModel

/// Tells literal defaults from expressions.
///
/// An expression holds an operator, a function or a `${}`. Codes and dates with hyphens, and words
/// with signs between them, are literals.
struct DefaultAnswerReader {
  let context: ReadingContext
  let kind: QuestionKind

  /// Reads the value of `default`.
  func read(_ node: YAMLNode) -> DefaultAnswer? {
    guard let scalar = node.scalar(context) else { return nil }
    let text = scalar.text
    if text.contains("${") { return node.expression(scalar, context).map { .expression($0) } }
    if isLiteral(text) { return .literal(text) }
    guard let expression = try? Expression.parse(text), Self.computes(expression.root) else {
      return .literal(text)
    }
    return .expression(LocatedExpression(expression, at: node.textLocation(scalar)))
  }

  private func isLiteral(_ text: String) -> Bool {
    if kind.choiceList?.index(of: text) != nil { return true }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "-/.".utf8.contains(byte)
    }
  }

  private static func computes(_ node: ExpressionNode) -> Bool {
    switch node {
    case .call: true
    case .negation(let inner, _): computes(inner)
    case .chain(let first, let rest): isOperand(first) && rest.allSatisfy { isOperand($0.operand) }
    case .number, .string, .current, .question, .lastSaved, .path: false
    }
  }

  /// Whether a part of a chain is more than a word of a sentence.
  private static func isOperand(_ node: ExpressionNode) -> Bool {
    switch node {
    case .path: false
    case .negation(let inner, _): isOperand(inner)
    case .chain(let first, let rest): isOperand(first) && rest.allSatisfy { isOperand($0.operand) }
    case .number, .string, .current, .question, .lastSaved, .call: true
    }
  }
}
