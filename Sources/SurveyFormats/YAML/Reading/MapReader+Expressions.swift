import SurveyModel

extension MapReader {
  /// An expression; one that cannot be read is reported.
  func expression(_ key: String) -> LocatedExpression? {
    guard let node = node(key), let scalar = node.scalar(context) else { return nil }
    return node.expression(scalar, context)
  }

  /// `true`, `false` or an expression.
  func requirement(_ key: String) -> Requirement {
    guard let node = node(key), let scalar = node.scalar(context) else { return .never }
    switch scalar.text {
    case "true": return .always
    case "false": return .never
    default: return node.expression(scalar, context).map { .when($0) } ?? .never
    }
  }
}

extension YAMLNode {
  /// Reads the scalar of this node as an expression.
  func expression(_ scalar: YAMLScalar, _ context: ReadingContext) -> LocatedExpression? {
    let start = textLocation(scalar)
    do throws(ExpressionError) {
      return LocatedExpression(try Expression.parse(scalar.text), at: start)
    } catch {
      let prefix = String(decoding: scalar.text.utf8.prefix(max(0, error.offset)), as: UTF8.self)
      // A block scalar stands on other lines than its mark; then the mark is all there is.
      let column = scalar.style == .block ? start.column : start.column + prefix.count
      let place = SourceLocation(file: start.file, line: start.line, column: column)
      context.report(ExpressionFinding.invalid(error), at: place)
      return nil
    }
  }

  /// The place of the first character of the text, behind an opening quote.
  func textLocation(_ scalar: YAMLScalar) -> SourceLocation {
    SourceLocation(
      file: location.file,
      line: location.line,
      column: location.column + (scalar.style == .quoted ? 1 : 0)
    )
  }
}
