/// No question depends on itself through relevance and calculations.
struct CycleCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let scope = ExpressionScope(questionnaire)
    func reads(_ located: LocatedExpression?) -> Set<Int> {
      located.flatMap { scope.compile($0.expression)?.dependencies } ?? []
    }
    let counts = ExpressionScope.ofCounts(in: questionnaire)
    let sections = questionnaire.sections.enumerated().map { index, section in
      questionnaire.path(ofSection: index).reduce(into: reads(section.relevant)) {
        $0.formUnion(reads($1.relevant))
        if case .repeated(let count?) = $1.kind {
          $0.formUnion(counts.compile(count.expression)?.dependencies ?? [])
        }
      }
    }
    var dependencies = questionnaire.questions.enumerated().map { index, question in
      reads(question.relevant).union(reads(question.isComputed ? question.calculation : nil))
        .union(filterReads(question, scope))
        .union(reads(question.fixedDefault))
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

  private func filterReads(_ question: Question, _ scope: ExpressionScope) -> Set<Int> {
    guard let filter = question.choiceFilter, let list = question.kind.choiceList else { return [] }
    var scope = scope
    scope.columns = ChoiceFilter.columns(of: list)
    return scope.compile(filter.expression)?.dependencies ?? []
  }
}

extension Question {
  /// The formula of a default that is the value as long as nothing else is given.
  fileprivate var fixedDefault: LocatedExpression? {
    guard hasFixedDefault, case .expression(let located) = defaultAnswer else { return nil }
    return located
  }
}
