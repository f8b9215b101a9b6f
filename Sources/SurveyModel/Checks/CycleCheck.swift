/// No question depends on itself through relevance and calculations.
struct CycleCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let scope = ExpressionScope(questionnaire)
    func reads(_ located: LocatedExpression?) -> Set<Int> {
      located.flatMap { scope.compile($0.expression)?.dependencies } ?? []
    }
    let sections = questionnaire.sections.map { reads($0.relevant) }
    var dependencies = questionnaire.questions.enumerated().map { index, question in
      reads(question.relevant).union(reads(question.calculation))
        .union(sections[questionnaire.sectionOfQuestion[index]])
    }
    var findings: [Diagnostic] = []
    while let cycle = ExpressionDependencies.cycle(in: dependencies), let start = cycle.first {
      let names = cycle.map { questionnaire.questions[$0].id }
      let location = questionnaire.questions[start].location
      findings.append(Diagnostic(ExpressionFinding.cycle(names), at: location))
      for index in cycle { dependencies[index] = [] }
    }
    return findings
  }
}
