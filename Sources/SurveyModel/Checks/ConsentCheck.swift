/// Respondents are told what they agree to.
struct ConsentCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    guard questionnaire.consent == nil else { return [] }
    return [Diagnostic(QuestionnaireFinding.consentMissing, at: questionnaire.startLocation)]
  }
}
