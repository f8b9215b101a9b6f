/// The rules of one question without its texts: what the engine reads for every form.
///
/// A class, so that looking up a rule copies one reference and not a whole question.
final class StepRules: Sendable {
  /// When a blank answer is refused.
  enum CompiledRequirement: Sendable {
    case never
    case always
    case when(CompiledExpression)
  }

  let sectionRelevant: CompiledExpression?
  let relevant: CompiledExpression?
  let required: CompiledRequirement
  let constraint: CompiledExpression?
  let warning: CompiledExpression?
  let calculation: CompiledExpression?
  let defaultExpression: CompiledExpression?
  /// What the question counts as while nothing is given.
  let unanswered: Answer
  let isNote: Bool
  /// Whether a respondent meets it when it is relevant.
  let isShown: Bool

  init(
    _ question: Question,
    sectionRelevant: CompiledExpression?,
    compiler: RuleCompiler
  ) throws(ExpressionFault) {
    self.sectionRelevant = sectionRelevant
    relevant = try compiler.compile(question.relevant)
    required = try compiler.compile(question.required)
    constraint = try compiler.compile(question.constraint)
    warning = try compiler.compile(question.warning)
    calculation = try compiler.compile(question.calculation)
    defaultExpression = try compiler.compile(question.defaultAnswer)
    isNote = question.kind == .note
    isShown = question.isAsked && question.kind != .calculate
    unanswered = .missing(
      isNote ? .notApplicable : question.isAsked ? .notReached : .notCollected
    )
  }

  /// Whether relevance or value have to be computed.
  var governsPath: Bool { sectionRelevant != nil || relevant != nil || calculation != nil }

  /// Whether an answer can be refused or doubted; passing a note never is.
  var judgesAnswers: Bool {
    if isNote { return false }
    return if case .never = required { constraint != nil || warning != nil } else { true }
  }

  /// The questions that decide about relevance and value.
  var dependencies: Set<Int> {
    (sectionRelevant?.dependencies ?? [])
      .union(relevant?.dependencies ?? [])
      .union(calculation?.dependencies ?? [])
  }
}
