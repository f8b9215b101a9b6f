/// Questions of type calculate have a formula, and others only where they are set, not answered.
struct CalculationCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    questionnaire.questions.compactMap { question in
      let isCalculated = question.kind == .calculate
      if isCalculated, question.calculation == nil {
        let finding = QuestionnaireFinding.missingCalculation(question: question.id)
        return Diagnostic(finding, at: question.location)
      }
      let mayCalculate = question.readOnly || !question.kind.isShown || question.isTriggered
      if !isCalculated, !mayCalculate, let calculation = question.calculation {
        let finding = QuestionnaireFinding.needlessCalculation(question: question.id)
        return Diagnostic(finding, at: calculation.location)
      }
      return nil
    }
  }
}
