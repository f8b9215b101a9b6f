/// A questionnaire compiled once into integer indices: what the interview and the import interpret.
///
/// There is one rule engine. `InterviewSession` asks it after every answer, the importer once for
/// each row, and both get the same relevance, calculations and findings.
public final class InterviewPlan: Sendable {
  /// One question with its rules compiled.
  public struct Step: Sendable {
    /// The question.
    public let question: Question
    /// The section it stands in.
    public let section: Int
    /// Reads text as its answer.
    public let reader: AnswerReader
    let sectionRelevant: CompiledExpression?
    let relevant: CompiledExpression?
    let required: CompiledRequirement
    let constraint: CompiledExpression?
    let warning: CompiledExpression?
    let calculation: CompiledExpression?
    let defaultExpression: CompiledExpression?

    /// Whether its relevance or its value has to be computed.
    var hasRules: Bool { sectionRelevant != nil || relevant != nil || calculation != nil }
  }

  enum CompiledRequirement: Sendable {
    case never
    case always
    case when(CompiledExpression)
  }

  /// What was compiled.
  public let questionnaire: Questionnaire
  /// One step for each question, in the order of the form.
  public let steps: [Step]
  /// The order in which relevance and calculations are computed: a question after all it reads.
  let order: [Int]
  private let indices: [String: Int]

  /// Compiles a questionnaire.
  ///
  /// - Throws: ``ExpressionFault`` for the first expression that names something unknown, or a
  ///   cycle; ``Questionnaire/check()`` reports all of them.
  public init(_ questionnaire: Questionnaire) throws(ExpressionFault) {
    self.questionnaire = questionnaire
    var indices: [String: Int] = [:]
    for (index, question) in questionnaire.questions.enumerated() where indices[question.id] == nil
    {
      indices[question.id] = index
    }
    self.indices = indices
    let compiler = RuleCompiler(indices: indices)
    var sectionRules: [CompiledExpression?] = []
    for section in questionnaire.sections {
      sectionRules.append(try compiler.compile(section.relevant))
    }
    var steps: [Step] = []
    for (index, question) in questionnaire.questions.enumerated() {
      let section = questionnaire.sectionOfQuestion[index]
      steps.append(
        Step(
          question: question,
          section: section,
          reader: AnswerReader(question),
          sectionRelevant: sectionRules[section],
          relevant: try compiler.compile(question.relevant),
          required: try compiler.compile(question.required),
          constraint: try compiler.compile(question.constraint),
          warning: try compiler.compile(question.warning),
          calculation: try compiler.compile(question.calculation),
          defaultExpression: try compiler.compile(question.defaultAnswer)
        )
      )
    }
    self.steps = steps
    let dependencies = steps.map { step in
      (step.sectionRelevant?.dependencies ?? [])
        .union(step.relevant?.dependencies ?? [])
        .union(step.calculation?.dependencies ?? [])
    }
    guard let order = ExpressionDependencies.order(of: dependencies) else {
      throw ExpressionFault.cycle(in: questionnaire, dependencies)
    }
    self.order = order
  }

  /// The position of the question `id`.
  public func index(of id: String) -> Int? { indices[id] }
}
