/// An expression of a questionnaire that cannot be used, with its place.
public struct ExpressionFault: Error, Sendable {
  /// The finding.
  public let diagnostic: Diagnostic

  init(_ error: ExpressionError, in located: LocatedExpression) {
    diagnostic = Diagnostic(
      ExpressionFinding.invalid(error),
      at: located.location.advanced(by: error.offset, in: located.expression.text)
    )
  }

  private init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  /// The finding that questions depend on each other in a circle.
  static func cycle(in questionnaire: Questionnaire, _ dependencies: [Set<Int>]) -> ExpressionFault
  {
    let cycle = ExpressionDependencies.cycle(in: dependencies) ?? []
    let questions = questionnaire.questions
    let location =
      cycle.first.map { questions[$0].location } ?? SourceLocation(file: "", line: 1, column: 1)
    return ExpressionFault(
      diagnostic: Diagnostic(ExpressionFinding.cycle(cycle.map { questions[$0].id }), at: location)
    )
  }
}

/// What can be wrong with an expression of a questionnaire.
public enum ExpressionFinding: DiagnosticMessage {
  case invalid(ExpressionError)
  case cycle([String])

  /// The stable code.
  public var code: String {
    switch self {
    case .invalid(let error): error.code
    case .cycle: "cycle"
    }
  }

  /// Always an error.
  public var severity: Diagnostic.Severity { .error }

  /// The rule and the repair.
  public func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.invalid(let error), _):
      error.text(vietnamese: language == .vietnamese)
    case (.cycle(let names), .vietnamese):
      "các câu '\(names.joined(separator: "' → '"))' phụ thuộc vòng tròn vào nhau; bỏ một điều kiện trong vòng"
    case (.cycle(let names), .english):
      "questions '\(names.joined(separator: "' → '"))' depend on each other in a circle; remove one condition of it"
    }
  }
}

/// Resolves the names of expressions to indices.
struct RuleCompiler {
  let indices: [String: Int]
  /// The language whose labels rules read.
  var language = "vi"
  var tables: [LookupTable] = []
  var repeats: [String: RepeatReference] = [:]
  /// For each group around the rule, the innermost first, the repeat that it is or stands in.
  var around: [Int?] = []

  /// The same for rules inside these groups.
  func inside(_ around: [Int?]) -> RuleCompiler {
    var compiler = self
    compiler.around = around
    return compiler
  }

  func compile(
    _ located: LocatedExpression?,
    columns: @escaping (String) -> Int? = { _ in nil }
  ) throws(ExpressionFault) -> CompiledExpression? {
    guard let located else { return nil }
    do {
      return try compile(located.expression, columns: columns)
    } catch {
      throw ExpressionFault(error, in: located)
    }
  }

  func compile(
    _ expression: Expression,
    columns: @escaping (String) -> Int? = { _ in nil }
  ) throws(ExpressionError) -> CompiledExpression {
    try expression.compile(
      candidates: indices.keys,
      columns: columns,
      tables: tables,
      repeats: repeats,
      around: around
    ) { indices[$0] }
  }

  func compile(
    _ requirement: Requirement
  ) throws(ExpressionFault) -> StepRules.CompiledRequirement {
    switch requirement {
    case .never: return .never
    case .always: return .always
    case .when(let located):
      guard let compiled = try compile(located) else { return .never }
      return .when(compiled)
    }
  }

  func compile(_ answer: DefaultAnswer?) throws(ExpressionFault) -> CompiledExpression? {
    guard case .expression(let located) = answer else { return nil }
    return try compile(located)
  }
}

extension SourceLocation {
  /// The place `utf8Offset` bytes into `text`, which begins here and stands on one line.
  func advanced(by utf8Offset: Int, in text: String) -> SourceLocation {
    let prefix = String(decoding: text.utf8.prefix(max(0, utf8Offset)), as: UTF8.self)
    return SourceLocation(file: file, line: line, column: column + prefix.count)
  }
}
