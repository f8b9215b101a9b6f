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
    let rules: StepRules
  }

  /// What was compiled.
  public let questionnaire: Questionnaire
  /// One step for each question, in the order of the form.
  public let steps: [Step]
  /// The questions whose relevance or value is computed, each after all that it reads.
  let governed: [Int]
  /// The questions about which the rules have something to say, in the order of the form.
  let ruled: [Int]
  /// The questions that are shown and not answered.
  let notes: [Int]
  /// What each question counts as while nothing is given.
  let unanswered: [Answer]
  /// The repeats of the form.
  public let repeats: [RepeatRules]
  /// For each question the innermost repeat that it stands in.
  let repeatOf: [Int?]
  /// The questions that an answer to a question sets, by its number.
  let triggered: [Int: [Int]]
  /// The number of each question, which is the one on paper.
  public let numbers: [Int?]
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
    let tables = questionnaire.lookupTables
    let counts = RuleCompiler(
      indices: indices,
      tables: tables,
      repeats: questionnaire.repeatReferencesOfCounts
    )
    let compiler = RuleCompiler(
      indices: indices,
      language: questionnaire.defaultLanguage,
      tables: tables,
      repeats: questionnaire.repeatReferences { expression in
        (try? counts.compile(expression))?.dependencies ?? []
      }
    )
    var repeats: [RepeatRules] = []
    var repeatOf: [Int?] = Array(repeating: nil, count: questionnaire.questions.count)
    let found = questionnaire.repeats
    let numberOf = Dictionary(
      found.enumerated().map { ($1.group.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    /// For each group of a path, the innermost first, the repeat that it is or stands in.
    func repeatsAround(_ path: [FormGroup]) -> [Int?] {
      var around: Int?
      return path.map { group in
        around = numberOf[group.id] ?? around
        return around
      }.reversed()
    }
    for (number, found) in found.enumerated() {
      var count: CompiledExpression?
      if case .repeated(let located) = found.group.kind {
        let around = repeatsAround(questionnaire.path(to: found.group.parent))
        count = try counts.inside(around).compile(located)
      }
      repeats.append(
        RepeatRules(
          group: found.group,
          questions: found.questions,
          chain: found.chain,
          count: count
        )
      )
      for index in found.questions { repeatOf[index] = number }
    }
    self.repeats = repeats
    self.repeatOf = repeatOf
    numbers = questionnaire.numbers
    var triggered: [Int: [Int]] = [:]
    for (index, question) in questionnaire.questions.enumerated() where question.isTriggered {
      for trigger in Set(question.triggers.compactMap { indices[$0] }) {
        triggered[trigger, default: []].append(index)
      }
    }
    self.triggered = triggered
    var groupRules: [String: CompiledExpression] = [:]
    for group in questionnaire.groups where groupRules[group.id] == nil {
      let around = repeatsAround(questionnaire.path(to: group.parent))
      groupRules[group.id] = try compiler.inside(around).compile(group.relevant)
    }
    var sectionRules: [[CompiledExpression]] = []
    var compilers: [RuleCompiler] = []
    for (index, section) in questionnaire.sections.enumerated() {
      let path = questionnaire.path(ofSection: index)
      let inside = compiler.inside(repeatsAround(path))
      let own = try inside.compile(section.relevant).map { [$0] } ?? []
      sectionRules.append(path.compactMap { groupRules[$0.id] } + own)
      compilers.append(inside)
    }
    var steps: [Step] = []
    for (index, question) in questionnaire.questions.enumerated() {
      let section = questionnaire.sectionOfQuestion[index]
      steps.append(
        Step(
          question: question,
          section: section,
          reader: AnswerReader(question),
          rules: try StepRules(
            question,
            pathRelevant: sectionRules[section],
            counts: (repeatOf[index].map { repeats[$0].chain } ?? []).compactMap {
              repeats[$0].count
            },
            compiler: compilers[section]
          )
        )
      )
    }
    self.steps = steps
    let rules = steps.map(\.rules)
    let dependencies = rules.map(\.dependencies)
    guard let order = ExpressionDependencies.order(of: dependencies) else {
      throw ExpressionFault.cycle(in: questionnaire, dependencies)
    }
    governed = order.filter { rules[$0].governsPath }
    ruled = rules.indices.filter { rules[$0].governsPath || rules[$0].judgesAnswers }
    notes = rules.indices.filter { rules[$0].isNote }
    unanswered = rules.map(\.unanswered)
  }

  /// The part of a plan that computes only `questions`; their numbers stay what they are.
  ///
  /// Whoever takes a part sees to it that all that these questions read is in it.
  init(part questions: Set<Int>, of plan: InterviewPlan) {
    questionnaire = plan.questionnaire
    steps = plan.steps
    governed = plan.governed.filter(questions.contains)
    ruled = plan.ruled.filter(questions.contains)
    notes = plan.notes
    unanswered = plan.unanswered
    repeats = plan.repeats
    repeatOf = plan.repeatOf
    triggered = plan.triggered
    numbers = plan.numbers
    indices = plan.indices
  }

  /// The position of the question `id`.
  public func index(of id: String) -> Int? { indices[id] }
}
