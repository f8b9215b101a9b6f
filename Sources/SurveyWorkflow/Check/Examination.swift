import SurveyFormats
package import SurveyModel

/// A definition that was read, checked, and examined when it is a questionnaire without errors.
package struct ExaminedDefinition: Sendable {
  /// What was read.
  package let definition: Definition
  /// All that was found, in the order of the file.
  package let findings: [Diagnostic]
  /// What the examination said about each claim.
  package let examination: FormExamination?
}

extension Workflow {
  /// Reads, checks and examines the questionnaire or plan at `path`.
  ///
  /// Plans are held against `questionnaires`. The budget is asked for when the examination begins, so
  /// that reading takes nothing of it; no budget is no examination.
  package func examinedDefinition(
    at path: String,
    questionnaires: [Questionnaire] = [],
    budget: () -> ExaminationBudget?
  ) throws(WorkflowError) -> ExaminedDefinition {
    var examination: FormExamination?
    let isYAML = XLSFormFormat(path: path) == nil
    let moment = FormMoment(now: clock())
    let found = try definition(at: path, questionnaires: questionnaires) { questionnaire in
      let words = questionnaire.checkWords(tellsMissing: !isYAML)
      guard let budget = budget(), let plan = try? InterviewPlan(questionnaire) else {
        return words
      }
      let examined = FormExamination(plan, moment: moment, budget: budget)
      examination = examined
      return words + examined.findings
    }
    return ExaminedDefinition(
      definition: found.definition,
      findings: found.findings,
      examination: examination
    )
  }
}
