/// Every expression names questions that exist and calls functions as they are.
struct ExpressionCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let scope = ExpressionScope(questionnaire)
    let inSections = questionnaire.sections.compactMap(\.relevant)
    let inQuestions = questionnaire.questions.flatMap(\.expressions)
    let all = questionnaire.groups.flatMap(\.expressions) + inSections + inQuestions
    let faults = all.flatMap { findings($0, scope) }
    let filters = questionnaire.questions.flatMap { question -> [Diagnostic] in
      guard let filter = question.choiceFilter else { return [] }
      var inner = scope
      inner.columns = question.kind.choiceList.map { ChoiceFilter.columns(of: $0) } ?? []
      return findings(filter, inner)
    }
    return faults + filters + questionnaire.questions.compactMap { constraintFinding($0, scope) }
  }

  private func findings(_ located: LocatedExpression, _ scope: ExpressionScope) -> [Diagnostic] {
    scope.errors(in: located.expression).map { error in
      Diagnostic(
        ExpressionFinding.invalid(error),
        at: located.location.advanced(by: error.offset, in: located.expression.text)
      )
    }
  }

  private func constraintFinding(_ question: Question, _ scope: ExpressionScope) -> Diagnostic? {
    guard let constraint = question.constraint,
      let compiled = scope.compile(constraint.expression), !compiled.usesCurrentValue
    else { return nil }
    let finding = QuestionnaireFinding.constraintWithoutAnswer(question: question.id)
    return Diagnostic(finding, at: constraint.location)
  }
}

extension FormGroup {
  /// Every expression of the group.
  var expressions: [LocatedExpression] {
    guard case .repeated(let count) = kind else { return [relevant].compactMap { $0 } }
    return [relevant, count].compactMap { $0 }
  }
}

extension Question {
  /// Every expression of the question but its choice filter, which reads columns too.
  var expressions: [LocatedExpression] {
    var expressions = [relevant, constraint, warning, calculation].compactMap { $0 }
    if case .when(let located) = required { expressions.append(located) }
    if case .expression(let located) = defaultAnswer { expressions.append(located) }
    return expressions
  }
}
