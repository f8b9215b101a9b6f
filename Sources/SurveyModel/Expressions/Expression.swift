/// A formula of a questionnaire, read but not yet tied to its questions.
///
/// The language is XLSForm's: XPath 1.0 with `${name}` for the answer to a
/// question and `.` for the answer being judged. Reading finds what is wrong
/// with the form of the text; ``compile(candidates:columns:resolve:)`` finds
/// unknown functions and names. Nothing is left to fail in an interview.
public struct Expression: Hashable, Sendable {
  /// The text as the author wrote it.
  public let text: String

  /// The syntax tree.
  public let root: ExpressionNode

  /// The most bytes that one expression may have.
  public static let lengthLimit = 100_000

  /// Reads an expression.
  ///
  /// - Throws: the first error in the text, with its UTF-8 offset.
  public static func parse(_ text: String) throws(ExpressionError) -> Expression {
    let length = text.utf8.count
    guard length <= lengthLimit else {
      throw .tooLong(length: length, limit: lengthLimit)
    }
    var lexer = ExpressionLexer(text)
    let tokens = try lexer.allTokens()
    var parser = ExpressionParser(tokens, text: text)
    return Expression(text: text, root: try parser.wholeExpression())
  }

  private init(text: String, root: ExpressionNode) {
    self.text = text
    self.root = root
  }

  /// Ties names to questions and checks every call.
  ///
  /// A bare name is a column of the choice list, as in `province = ${province}`
  /// of a choice filter; without `columns` there is none.
  ///
  /// - Parameters:
  ///   - candidates: All question names, from which an unknown name gets a suggestion.
  ///   - columns: The index of a column of the choice list that is being filtered.
  ///   - tables: The tables that `pulldata()` and `instance()` may look up.
  ///   - repeats: The repeats by the names of their groups.
  ///   - around: For each group around the expression, the innermost first, the number of the repeat
  ///     that it is or stands in.
  ///   - resolve: The index of a question.
  /// - Returns: the expression, ready to be evaluated any number of times.
  /// - Throws: the first error in the text, with its UTF-8 offset.
  public func compile(
    candidates: some Sequence<String> = EmptyCollection<String>(),
    columns: @escaping (String) -> Int? = { _ in nil },
    tables: [LookupTable] = [],
    repeats: [String: RepeatReference] = [:],
    around: [Int?] = [],
    resolve: @escaping (String) -> Int?
  ) throws(ExpressionError) -> CompiledExpression {
    var compiler = ExpressionCompiler(
      question: resolve,
      column: columns,
      candidates: Array(candidates),
      tables: tables,
      repeats: repeats,
      around: around
    )
    let root = try compiler.compile(self.root)
    return CompiledExpression(
      expression: self,
      root: root,
      dependencies: compiler.dependencies,
      repeats: compiler.countedRepeats,
      usesCurrentValue: compiler.usesCurrentValue
    )
  }
}
