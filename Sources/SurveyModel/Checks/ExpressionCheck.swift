/// Every expression names questions that exist and calls functions as they are.
struct ExpressionCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let scope = ExpressionScope(questionnaire)
    let inSections = questionnaire.sections.compactMap(\.relevant)
    let inQuestions = questionnaire.questions.flatMap(\.expressions)
    let faults = (inSections + inQuestions).flatMap { located in
      scope.errors(in: located.expression).map { error in
        Diagnostic(
          ExpressionFinding.invalid(error),
          at: located.location.advanced(by: error.offset, in: located.expression.text)
        )
      }
    }
    return faults + questionnaire.questions.compactMap { constraintFinding($0, scope) }
  }

  private func constraintFinding(_ question: Question, _ scope: ExpressionScope) -> Diagnostic? {
    guard let constraint = question.constraint,
      let compiled = scope.compile(constraint.expression), !compiled.usesCurrentValue
    else { return nil }
    let finding = QuestionnaireFinding.constraintWithoutAnswer(question: question.id)
    return Diagnostic(finding, at: constraint.location)
  }
}

extension Question {
  /// Every expression of the question.
  var expressions: [LocatedExpression] {
    var expressions = [relevant, constraint, warning, calculation].compactMap { $0 }
    if case .when(let located) = required { expressions.append(located) }
    if case .expression(let located) = defaultAnswer { expressions.append(located) }
    return expressions
  }
}
